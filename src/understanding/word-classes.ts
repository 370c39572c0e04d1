/**
 * Word classes: what stands in one sentence as "vợ Đài Loan" stands in the next as "chồng Hàn Quốc". A topic learns the
 * class from a few phrases and then knows every member. A word may be in several classes. Members written without
 * diacritics match any ("nguoi gia"); those with diacritics, or with "!" before them, must agree with a message that
 * is typed with diacritics ("cưới" is not "cuối"); "=" before one means only so, never without ("=bão": "bao" is mostly
 * something else).
 */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  // People.
  "@child":
    "em be|bé|chau be|con gai|con trai|con nhỏ|tre em|tre con|so sinh|dua nho|dua con|thang cu|thang nho|con be|nhóc|be gai|be trai|tụi nhỏ|trẻ|con nit|dua be|thang con|con ut|cu ti|cu tom|chau noi|chau ngoai|be nha",
  "@parent":
    "cha|ba toi|ba em|=bố|cha me|ba mẹ|bo me|phu huynh|cha ruot|me ruot|bo toi|ba minh|tia|ba ma|tia ma|tia ma|cha ruot",
  "@elder":
    "ong noi|ba noi|ong ngoai|ba ngoai|ong cu|bà cụ|cu ong|nguoi gia|ong ba|bà cố|ong co|nguoi lon tuoi|ong gia|ba gia",
  "@spouse": "vợ|chong|vo chong|nguoi yeu|ban gai|bạn trai|ong xa|ba xa|hon the|hai dua|hai dua em|cap doi",
  "@country":
    "dai loan|han quoc|ben han|nguoi han|nhat ban|ben nhat|o nhat|nguoi nhat|nguoi my|ben my|qua my|o my|ben uc|nguoi uc|trung quoc|người lào|ben lao|campuchia|cam pu chia|thai lan|nguoi thai|malaysia|singapore|sing|canada|ben phap|nguoi phap|ben duc|nguoi duc|anh quoc|ngoại quốc|nuoc ngoai|viet kieu|quoc te|chau au|indonesia|philippines|dubai|ấn độ|nguoi tay|ong tay|ba tay|nuoc khac|ngoai kieu|han xeng|ben tay|hong kong|macao|quoc tich|người đài|ben dai|người trung|hai ngoai|kieu bao|cong hoa sec|ba lan|nguoi nga",
  "@abroad":
    "di nuoc ngoai|xuat khau lao dong|xkld|du hoc|xuat canh|visa|di my|di nhat|di han|dinh cu|di dai loan|di uc|di lao dong|di tay|xuat ngoai|qua campuchia|qua han|qua nhat|di sing|di singapore|di thai|di trung quoc|di malaysia|di canada|nhap canh|bay qua|di du lich",
  "@army":
    "nhap ngu|di linh|di bo doi|bộ đội|nghia vu|quan su|linh|kham tuyen|quan ngu|xuat ngu|len duong|tan binh|kham nghia vu|giay goi|nhap ngu|goi kham",
  "@veteran":
    "liet si|thuong binh|benh binh|co cong|cach mang|khang chien|chat doc|da cam|cuu chien binh|ho chien|thoi chien|chien truong|chien tranh|me viet nam anh hung|huy chuong|huan chuong|tu day|thanh nien xung phong|dan cong hoa tuyen|vet thuong|thoi danh my|bi thuong",
  "@worker":
    "công nhân|xi nghiep|nghi viec|that nghiep|thoi viec|mat viec|cho nghi|nghi ngang|sa thai|nghỉ làm|bi duoi|cat giam|bo ngang|hop dong lao dong|nghi viec roi|chot so|hang cho nghi|het hop dong",
  // Life events.
  "@born":
    "moi sinh|moi de|sinh con|=đẻ con|vua sinh|chao doi|sinh mổ|sinh doi|giay chung sinh|nam vien sinh|vo sinh|vợ đẻ|day thang|thoi noi|sinh be|de be|lot long|moi sanh|sinh em be|vo em sinh|sinh duoc",
  "@pregnant":
    "thai san|co bau|mang thai|bau|sinh con|nghi sinh|nghỉ đẻ|kham thai|say thai|vo sinh|che do sinh|=ở cữ|=nằm ổ|sinh mổ|duong thai|tien thai san|sinh be|moi sinh",
  "@died":
    "qua doi|tu tran|chet|tu vong|mat roi|moi mat|vua mat|da mat|mat hom qua|khuat nui|qua co|lia doi|khuat bong|mat nam ngoai|chet duoi|nguoi mat|nguoi chet|ba mất|bà mất|me mat|cha mat|bo mat|ong mat|=má mất|ngoại mất|nội mất|chong mat|vợ mất|bac mat|chu mat|=dì mất|tia mat|nguoi nha mat|nguoi than mat|nguoi da mat|chong toi mat|cha toi mat|me toi mat|ba toi mat|vo toi mat|tat tho|nham mat|mat vi|mat do|mat tai nha|ma toi mat|chau mat|=mất được|deu mat|mat het|mat som|mat lau|qua doi roi|ve voi ong ba|nam xuong|ma tui mat|ba tui mat|me em mat|cha em mat|ba em mat|qua dời|mat nam|mat hoi|mat thang",
  "@funeral":
    "mai tang|=ma chay|hau su|chon cat|dam tang|dam ma|=chôn|hoa tang|=thiêu|=hòm|tang le|chap tang|dam tang|lo tang|tang phi|an tang|lo dam",
  "@divorce":
    "ly hon|ly dị|bo nhau|tach ra|da ly hon|ly than|ly hon roi|quyet dinh cua toa|thoi nhau|bo chong|bo vo|chia tay",
  "@wedding":
    "cưới|dam cuoi|hon thu|ket hon|lay vo|lay chong|lay nhau|nen vo nen chong|ve chung|thanh hon|hỏi cưới|giay ket hon|cuoi vo|cuoi chong",
  "@single":
    "doc than|tinh trang hon nhan|chua co vo|chua co chong|chưa vợ|chua chong|con doc than|chua ket hon|chua tung ket hon|giay doc than|chua lay|lan nao",
  "@outofwedlock":
    "con riêng|ngoai gia thu|nhan con|nhan cha|chua cuoi|chua dang ky ket hon|khong ket hon|khong hon thu|!con chung|dung ten cha|mang ten cha|bo trong phan cha|khong co ten cha|vo danh|cha ruot|me don than|adn|bo trong|them ten cha|thieu ten cha",
  "@adopt":
    "con nuoi|nhan nuoi|nhan ve nuoi|xin con|nuoi chau|mai am|xin be|co nhi|cho con nuoi|bi bo roi|hiếm muộn|khong con cai|xin mot be|trung tam bao tro",
  "@guardian":
    "giam ho|nguoi dai dien|khong tu lo|mat tri|mo coi|tam than|=lẫn|mat nang luc|trong coi|nguoi trong nom|lu lan|cham soc thay",
  "@disabled":
    "khuyet tat|tan tat|liet|diec|cam diec|mù|=cụt|mat mot chan|mat mot tay|lang tai|cham phat trien|tu ky|bai liet|bai nao|down|khiem thi|khiem thinh|tam than|ngoi xe lan|xe lăn|thieu nang|muc do khuyet tat|that tat|te liet|tat nguyen|di tat",
  "@allowance":
    "tro cap|bao tro|tro cap hang thang|tien tro cap|huong che do|xin che do|tien hang thang|che do chinh sach|phu cap|tien nuoi duong|lanh tien hang thang|bao tro xa hoi|tro giup xa hoi",
  "@poor":
    "ho ngheo|can ngheo|thoat ngheo|ngheo|so ngheo|kho khan|thu nhap thap|ra soat|binh xet|hoan canh|moi thoat ngheo|dien ngheo",
  "@oldage":
    "70 tuoi|75 tuoi|80 tuoi|85 tuoi|90 tuoi|bay muoi|bay lam|bay muoi lam|tam muoi|chin muoi|cao tuoi|gia yeu|nguoi gia|lon tuoi|tien gia|tien nguoi gia|tuoi gia|huu tri xa hoi|tro cap tuoi gia|tien cao tuoi|76 tuoi|78 tuoi|hon 70",
  "@pension": "luong huu|huu tri|tien huu|nghi huu|ve huu|=sổ hưu|lanh luong|hưu",
  "@socialinsurance":
    "bao hiem xa hoi|so bao hiem|tu nguyen|dong bao hiem|nam dong|thang dong|so bao hiem xa hoi|vssid|gop so",
  "@onetime":
    "mot lan|mot cuc|lanh mot cuc|rut mot lan|rut bao hiem|rut het|rut tien bao hiem|rut mot cuc|lay het|nhan het|lanh het|rut so|rut ra|1 lan|rut bao hiem xa hoi",
  "@healthcard":
    "the bao hiem y te|bao hiem y te|kham benh|the kham benh|noi kham|=số thẻ|di vien|nam vien|the y te|mua bao hiem|dang ky kham|noi kham benh|chua benh",
  // Papers.
  "@passport":
    "ho chieu|so ho chieu|so di nuoc ngoai|so thong hanh|thong hanh|so xuat canh|cuon ho chieu|quyen ho chieu|passport",
  "@idcard":
    "can cuoc|chung minh|chung minh nhan dan|the can cuoc|the chip|gan chip|the gan chip|chung minh thu|giay chung minh|the nhua|the can cuoc cong dan|chin so|9 so|cmnd|chung minh cu|can cuoc cong dan|so dinh danh|the cung",
  "@vneid":
    "vneid|dinh danh|dinh danh muc 2|muc 2|muc hai|muc do 2|muc 1|tai khoan dinh danh|dinh danh dien tu|can cuoc dien tu|muc do hai|kich hoat",
  "@criminalrecord":
    "ly lich tu phap|an tich|tiền án|khong co an|chua co an|tiền sự|phieu ly lich|tu phap|ly lich|xac nhan tien an|khong tien an|hanh kiem|tien an tien su|khong pham toi|so 1|so 2",
  "@residence":
    "thuong tru|ho khau|nhap khau|nhap ho|so ho khau|chuyen khau|nhap ho khau|vao khau|vo khau|so khau|nhan khau|cat khau|chuyen ho khau|dang ky thuong tru|ten trong so|vao so|tach khau",
  "@lodging":
    "tam tru|o tro|nha tro|phong tro|thue tro|thue nha|o thue|o dau|=trọ|nha thue|o nho|chu tro|chu nha|cong nhan o tro|khach tro|thue phong|o ghep|kt3|nguoi thue",
  "@extend":
    "gia han|het han tam tru|them han|keo dai|het thoi han|noi them|dai han|o tiep|xin o tiep|xin them|gia han them",
  "@away":
    "tam vang|di xa|=vắng nhà|di lam an xa|di bien|vắng mặt|di khoi|di lau|roi khoi|bao vang|khai bao vang|khoi dia phuong",
  "@guest":
    "luu tru|khach ngu|o lai|ngu lai|ngu dem|khach o|co khach|toi choi|ở chơi|ba con toi|khach den|qua dem|ve choi|tham nha|o may bua|ngu nho|vai hom|o vai ngay|may dem",
  "@splithousehold": "tach ho|tach khau|ra rieng|o rieng|tach so|tach ho khau|sổ riêng|ho rieng|tach rieng",
  "@removename": "xoa ten|xoa thuong tru|cat khau|xoa khau|cat ho khau|gach ten|bo ten|rut ten|xoa ho khau|xoa so",
  "@residenceproof":
    "ct07|xac nhan cu tru|xac nhan noi o|nơi ở|dang o|xac nhan thong tin cu tru|giay cu tru|giay xac nhan cu tru|chung minh noi o|chỗ ở|dang cu tru|xac nhan ho khau|xac nhan nhan khau|chung nhan cho o",
  "@extract":
    "trich luc|ban sao|trich sao|trich luc khai sinh|sổ bộ|sổ gốc|to khai sinh|ban sao khai sinh|xin ban sao|=mấy bản|ban trich luc",
  "@certified":
    "sao y|chung thuc|cong chung|ban chinh|photo|y ban chinh|dong dau|photo cong chung|sao y ban chinh|dong moc|doi chieu ban chinh|phoi to|pho to",
  "@signature":
    "chu ky|diem chi|lan tay|ký tên|chung chu ky|chung thuc chu ky|uy quyen|giay uy quyen|xac nhan chu ky|ky truoc mat|ly lich tu khai|so yeu ly lich|nguoi dich|ban dich|giay cam ket",
  "@contract":
    "hop dong|mua ban|chuyen nhuong|tặng cho|cho thuê|dat coc|mướn đất|mượn đất|thoa thuan|van ban thoa thuan|sang nhuong|trao doi|hop dong thue|giay tay|cho tang|ban dat|bán nhà|mua dat|ban lai",
  "@will":
    "di chuc|thua ke|di san|phan chia di san|tu choi nhan|de lai|de lai nha|de lai dat|lap di chuc|thua huong|chia tai san|chia dat|trang troi|trang troi",
  "@diploma":
    "bang tot nghiep|van bang|bang cap|bang dai hoc|tot nghiep|hoc bong|giay chung nhan tot nghiep|chung chi|ban sao bang|hoc phi|tien truong|mien giam hoc phi|chi phi hoc tap|mien hoc phi|giam hoc phi|tien hoc",
  "@transfer":
    "chuyen truong|chuyen qua truong|đổi trường|trường khác|chuyen ve truong|chuyen hoc|chuyen lop|xin hoc lai|xin chuyen|hoc truong khac|giua nam|giua ky|doi sang truong|qua truong",
  "@enrol":
    "lop 1|lop mot|nhap hoc|tuyen sinh|vo lop|vao lop|lop 6|lop sau|lop 10|lop muoi|mam non|mau giao|xin hoc|dung tuyen|trai tuyen|dau cap|vao hoc|di hoc|nha tre|lop la",
  // Things that happen to papers.
  "@lost":
    "bi mat|mat giay|mat so|mat the|danh mat|lam mat|=làm rơi|bi roi|roi dau|that lac|lac mat|bi cuop|bi moc|bi giut|bi giat|bi trom|danh roi|roi mat|roi xuong|roi bop|mat bop|mat vi|mat tui|kiem khong ra|tim khong thay|mat tieu|that thoat|tim khong ra|rot mat|lac dau|bo quen|moc tui|roi song|troi mat|cuon troi|roi xuong song|khong con giay|khong con so|mat het giay|chim ghe|giat tui|mat cap|mat luon|bi lay cap|danh cap|kiem khong thay|mat ban chinh|rot xuong|rot dau|mat roi",
  "@damaged":
    "rách|bi rach|hư|=hỏng|uot|=nát|bị cháy|moi an|nhoe|nhoa|phai muc|bac mau|gãy|ngap|lem|o vang|hu hong|gay the|nut|tray|=cong|be doi|mo chu|mo het|uot nhep|bi uot|chay sach|chay rui|bi hu|moi cac|cu nat|bien dang",
  "@wrong":
    "bi sai|sai ten|sai ngay|sai nam|ghi sai|ghi lon|viet sai|danh sai|sai ho|sai chinh ta|sai thong tin|khong khop|không đúng|lech|nham|ghi nham|sai chu lot|khong trung|sai dia chi|bi lon|thieu chu|khac nhau|sai sot|sai dau|sai loi|sai gioi tinh|sai que quan|sai noi sinh|sai thang|sua lai|đính chính|cai chinh|sai dien tich|trat ten|!sai",
  "@again": "lam lai|cap lai|dang ky lai|xin lai|in lai|xin cap lai|xin lai cai|lam lai cai|xin lai giay",
  "@change":
    "đổi|cap doi|thay doi|sửa|=chỉnh|dieu chinh|cap nhat|chuyển|doi ten|doi moi|=đổi lại|doi sang|đổi qua|sua ten",
  "@first":
    "lan dau|cap moi|chua co|chua tung|chua lam bao gio|lam moi|tu truoc gio chua|chua bao gio|tu hoi nao gio chua|chua duoc cap|chua he|moi lam",
  "@expired":
    "het han|qua han|sap het han|toi han|den han|tre han|het hieu luc|quá han|toi tuoi|den tuoi|du tuoi|=tròn|25 tuoi|40 tuoi|60 tuoi|het thoi han",
  "@together":
    "lien thong|cung luc|mot luot|mot the|chung một|=gộp|ba trong mot|3 trong 1|hai trong mot|2 trong 1|=làm chung|nộp chung|chung luon|kèm|cung voi|tich hop|combo|lam gop|ba thu|hai thu|3 thu|2 thu|mot lan luon|cung mot lan|chung mot lan|may thu|lam mot lan|mot phat|dong thoi",
  // Vehicles.
  "@licence":
    "bang lai|giay phep lai xe|bang lai xe|gplx|bang a1|bang b2|hang a1|hang b|bang xe|the pet|bang oto|=bằng máy|bang c|bang lay xe|bang lai may",
  "@vehicle":
    "xe máy|xe hoi|o to|oto|mô tô|xe honda|honda|xe tai|xe dien|xe cu|ca vet|bien so|sang ten xe|xe ga|xe khach|giay xe|dang ky xe|chiec xe|ban xe|mua xe|vision|wave|exciter|dream|bien dinh danh|so khung|=số máy|dang kiem|xe dap dien",
  // Business.
  "@company":
    "cong ty|doanh nghiep|tnhh|cổ phần|von dieu le|dai dien phap luat|giam doc|=cổ đông|chi nhanh|van phong dai dien|doanh nghiep tu nhan",
  "@household":
    "ho kinh doanh|kinh doanh|buon ban|bán hàng|mon bai|giay phep kinh doanh|dang ky kinh doanh|giay kinh doanh|ho ca the|kinh doanh ca the",
  "@foodshop":
    "quan ca phe|ca phe|cafe|quán ăn|quan com|quan nuoc|quan nhau|tra sua|banh mi|quan pho|hu tieu|an uong|đồ ăn|quan bun|nha hang|quan chay|xe banh mi|nuoc mia|lo bun|lo banh|quan oc|quan lau|nuoc mam|nuoc da|làm mắm|khô cá|tom kho|che bien|thuc pham|bep an|suat an|banh ngot|lam banh|banh tet|mat ong|nuoc uong dong chai|cho nau",
  "@shop":
    "tiệm|cửa hàng|=sạp|kiot|shop|tiem toc|cat toc|tiem vang|tiem thuoc|tiem sua xe|sua xe|tiem giat|dai ly|=vựa|spa|nail|tiệm may|garage|gara|rua xe|nha thuoc|cho lon|lam toc|photocopy|tiem net|tap hoa|tiem tap hoa|vat lieu xay dung|tram can|buôn|lo ren|=quán|hang quan|sap hang",
  "@licensedtrade":
    "ban ruou|ruou|thuoc la|karaoke|gas|xang dau|cay xang|!net|game|tro choi dien tu|internet cong cong|vu truong|massage|cam do|luu tru du lich|ban gas|gia cong vang|choi dien tu|khach san|nha nghi",
  "@pause":
    "tam ngung|tam nghi|nghi ban|ngung ban|tam dung|dong cua tam|nghi mot thoi gian|nghi may thang|tam dong cua|ngung may thang|ngung mot thoi gian|dong cua may thang|nghi tam|nghi ban may thang",
  "@closing":
    "cham dut|dong cua luon|nghi luon|=dẹp|dep tiem|tra giay phep|giai the|khong ban nua|nghi han|dong han|tra lai giay|dep luon|huy giay phep|khong kinh doanh nua|tra giay|bo luon|khong con ban|nghi ban luon|sap tiem",
  "@tax":
    "thuế|ke khai|khai thue|thue mon bai|ma so thue|hoa don|thue khoan|to khai thue|nop thue|tiền thuế|cuc thue|chi cuc thue|mien thue|ban ke|may tinh tien|doanh thu",
  "@coop":
    "hop tac xa|to hop tac|thanh vien|xa vien|lien hiep|vao hop tac|gop von|to hop tac nuoi|tht|lam an chung|chu nhiem",
  // Land and houses.
  "@land":
    "đất|thua dat|manh dat|lo dat|cong dat|sổ đỏ|so hong|bia do|quyen su dung dat|ruong|vuon|dat ruong|dat vuon|bang khoan|=giấy đỏ|dat dai|cuc dat|mieng dat|dat tho cu|nen nha|giấy đất|so dat|vuong|=sổ vuông|giay vuong|bia hong|the do|so nha dat|giay quyen su dung",
  "@splitland":
    "tach thua|tach so|cat dat|chia dat|tach dat|chia lo|hop thua|nhap thua|chia thua|cat mieng|cat nua|chia cho con|cat chia|tach ra lam hai|tach ra|xe doi|xe thua|cat mot phan|chia mieng",
  "@landuse":
    "chuyen muc dich|len tho cu|len dat o|tho cu|chuyen len|dat nong nghiep|dat lua|chuyen doi|chuyển đất|muc dich su dung|len dat tho|dat trong cay|dat nuoi tom|len lieu|lieu vuon|chuyen qua dat",
  "@landchange":
    "sang ten|qua ten|dung ten|biến động|chuyen ten|sang sổ|mua ban dat|tang cho dat|cho con dat|ket toan|sang ten so|doi ten tren so|sang qua ten|ten tren so|ba me cho dat|dang ky bien dong",
  "@mortgage":
    "vay von|=vay|ngan hang|the chap|cầm cố|vay tien|vay ngan hang|agribank|vietcombank|giai chap|bidv|sacombank|von chinh sach|xoa the chap|tra het no|tra no|no ngan hang|cầm sổ|ghi no|dao han|tat toan|rut so|tin dung|xoa dang ky the chap|giao dich bao dam",
  "@dispute":
    "tranh chap|!ranh|lan ranh|lan dat|hoa giai|ranh dat|ranh gioi|lan sang|lấn qua|giành dat|cai nhau|hang xom lan|kien dat|chong lan|moc ranh|bo ranh|dong coc|cam coc|tranh gianh|lan chiem",
  "@building":
    "xay nha|giay phep xay dung|xin xay|cat nha|xay|=cất lầu|nha cap 4|sua nha|nha tien che|xay tang|len lau|xay them|ham|cai tao|thao do|=nhà kho|xay dung|dung nha|cat chuong|xay tro|cong trinh|xay cat|=tầng|=lầu|hang rao|xay len|nang tang|nha tam|tret|xay phep",
  "@housing":
    "nha o xa hoi|nha tinh thuong|xoa nha tam|ho tro nha|can ho xa hoi|=căn hộ|sua nha|nha dot nat|nha tam|nha dai doan ket|nha tinh nghia|mua nha xa hoi|thue nha xa hoi|xap xe|nhà sập|muc nat|nha la|ho tro sua nha|ho tro xay nha|nha xieu|xieu veo",
  // Water.
  "@boat":
    "tau ca|tau|ghe|=xuồng|thuyen|vỏ lãi|tau bien|ghe bien|ghe ca|tau danh ca|ghe cao|ghe luoi|ghe cau|vo composite|vo tau|chiec ghe|chiec tau|chiec vo|tau cau|mot vo|ghe cau muc|dong tau|dong ghe|cai hoan",
  "@fishing":
    "danh bat|khai thac|di bien|lưới|giang luoi|cau muc|đánh cá|khai thac thuy san|giay phep khai thac|nguon goc thuy san|nhat ky|cang ca|giam sat hanh trinh|hanh trinh|vms|xuat ben|cap cang|iuu|bien phong|luoi re|ngu truong|hai san|=ra khơi",
  "@farm":
    "nuoi tom|nuoi cua|dam tom|vuong tom|ao tom|tom the|tom su|tom giong|vuong nuoi|=bè nuôi|long be|nuoi ca|nuoi hau|nuoi ngheu|ca keo|so huyet|ma so ao|co so nuoi|=mặt nước|nuôi trồng|quang canh|sieu tham canh|ao nuoi|nuoi so|giong thuy san|nuoi thuy san|trai giong|khu vuc bien|giao bien|bai boi|nuoi bien|tha nuoi|nuoi long be|ao dat",
  "@loss":
    "thiet hai|dich benh|=dịch|thien tai|=bão|lũ|ngap|han man|xam nhap man|chet hang loat|ho tro thiet hai|tom chet|heo chet|dich ta|ga chet|lua chet|mat mua|trang tay|sat lo|trieu cuong|gia suc|tieu huy|ca chet|lua mat|vit chet|cum gia cam|boi thuong thiet hai|toc mai|mat trang|hu hai",
  "@complaint":
    "khieu nai|to cao|to giac|don khieu nai|don to cao|gui don|khieu nai quyet dinh|khong dong y|giau ten|don to|lam don|tiep cong dan|tiep dan|viet don to|to ong|xu ep|khong phuc|boi thuong|kien len|gap chu tich|don thua",
  "@feedback": "phan anh|kien nghi|gop y|phan anh kien nghi|y kien|quy dinh|phan nan",
  "@counterfeit":
    "=giả|lam gia|=bằng giả|giay to gia|giay gia|mua bang|chay giay|lo lot|phong bi|hoi lo|dut lot|mua giay|khoi thi|khong can thi|lo lot tien",
  // What is not the business of a public service centre.
  "@court":
    "khoi kien|=kiện|toa an|ra toa|=toà|=tòa|luat su|an phi|khang cao|ban an|xet xu|thi hanh an|hau toa|nguyen don|bi don|toa xu|kien ra toa|thua kien|dua ra toa|xu an",
  "@crime":
    "di tu|=tù|toi gi|tam giam|bi bat|trom cap|giet nguoi|danh nguoi|=đánh nhau|ma tuy|giat no|quyt|=quỵt|siet no|doi no|bi lua|lua dao|vu khong|noi xau|boc bat ho|choi hui|giat hui|co bac|danh bac|=thăm nuôi",
  "@illness":
    "uong thuoc|thuoc gi|bac si|dau bung|dau dau|nhuc dau|nhuc rang|dau rang|=sốt|=ho|mat ngu|huyet ap|tieu duong|dau lung|dau khop|tri benh|benh gi|xuong khop|da day|bao tu|di ung|noi me day|nhuc moi|chong mat|kieng an|bị gout|soi than|vac xin",
  "@weather":
    "thoi tiet|troi mua|=mưa|=nắng|song bien|bien dong|bien em|gio mua|=gió|nhiet do|ap thap|con nuoc|nuoc lon|nuoc rong|du bao",
  "@pastime":
    "bong da|xo so|ve so|danh de|so de|lo de|=phim|ca nhac|=nhạc|bai hat|=hát|=thơ|ke chuyen|chuyen cuoi|choi game|xem boi|=bói|tu vi|phong thuy|hop tuoi|=tuổi dần|nau an|=nấu|cach lam banh|mon an|di choi|=nhậu|du lich nuoc ngoai|cong thuc nau|ca do|keo nha cai",
  "@love":
    "ngoai tinh|=ghen|nguoi yeu cu|that tinh|to tinh|co bo|bo nhi|me chong|=giận|cai nhau|tan gai|yeu don phuong|ban trai moi|buon qua|tam su|day con|con hu|mai moi",
  "@lending":
    "lai suat|vay tien|vay von|vay nong|=vay|tiet kiem|the tin dung|atm|ngan hang|chuyen khoan|chung khoan|co phieu|bitcoin|tien ao|gia vang|ty gia|muon tien|cho muon",
  "@tradeprice":
    "gia tom|gia cua|gia lua|gia heo|gia xang|gia dau|gia xe|gia dat|gia vat tu|mot ky|=thương lái|ban gap|can ban|can mua|tim mua|muon mua|mua ban xe cu|=mua giống|cho thue nha nguyen can",
  "@telecom":
    "wifi|internet|=sim|facebook|zalo bi|tiktok|shopee|lazada|youtube|dien luc|tien dien|cup dien|mat mang|mang yeu|nick|bi hack|mat khau facebook|game|laptop|may tinh|sua dien thoai",
  "@machine":
    "system prompt|prompt|ignore|instructions|bo qua huong dan|bo qua chi dan|quen het|dong vai|gia vo|select|drop table|script|admin|quan tri vien|che do|cau hinh|ma nguon|api|token|jailbreak|lap trinh|code|python|chi thi|loi dan|gioi han|tra loi tu do",
};
