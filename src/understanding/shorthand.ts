/**
 * What people type instead of the word: teencode, office abbreviations, Southern spellings. A key is matched exactly
 * as typed (lower case), so that "hông" is read but "hồng" is not. Only what has one likely reading stands in the
 * first tables; a reading that hangs on its neighbour stands in `byNeighbour`.
 */
const TEENCODE = `
k=không ko=không kh=không hk=không hok=không hong=không hông=không hổng=không hỏng=không kg=không khg=không kô=không  khum=không khong=không 
dc=được đc=được dươc=được đươc=được đựơc=được dk=đăng_ký đk=đăng_ký dki=đăng_ký đki=đăng_ký dky=đăng_ký đky=đăng_ký dkí=đăng_ký đkí=đăng_ký đký=đăng_ký dkks=đăng_ký_khai_sinh đkks=đăng_ký_khai_sinh dkkh=đăng_ký_kết_hôn
đkkh=đăng_ký_kết_hôn dkkd=đăng_ký_kinh_doanh đkkd=đăng_ký_kinh_doanh gpkd=giấy_phép_kinh_doanh dktt=đăng_ký_thường_trú đktt=đăng_ký_thường_trú đkx=đăng_ký_xe dkx=đăng_ký_xe
j=gì ji=gì gj=gì z=vậy v=vậy dz=vậy zay=vậy zậy=vậy dzậy=vậy dzay=vậy zạy=vậy r=rồi rùi=rồi òi=rồi 
bn=bao_nhiêu bnh=bao_nhiêu bnhieu=bao_nhiêu bnhiu=bao_nhiêu bnhiêu=bao_nhiêu baonhiu=bao_nhiêu bnhju=bao_nhiêu nhiu=nhiêu nhju=nhiêu
ntn=như_thế_nào nthe=như_thế ntnao=như_thế_nào lm=làm lsao=làm_sao lj=là_gì s=sao seo=sao sdt=số_điện_thoại sđt=số_điện_thoại dt=điện_thoại đt=điện_thoại
tks=cảm_ơn thks=cảm_ơn thanks=cảm_ơn thank=cảm_ơn thx=cảm_ơn tk=tài_khoản tkhoan=tài_khoản cmon=cảm_ơn cmơn=cảm_ơn camon=cảm_ơn   kảm=cảm
vs=với w=với ng=người ngta=người_ta ngừi=người mk=mình mik=mình mjnh=mình m=mình t=tôi tui=tôi e=em a=anh c=chị b=bạn ad=ad adm=ad admin=ad mn=mọi_người mng=mọi_người
ck=chồng vk=vợ ox=chồng bx=vợ gđ=gia_đình gd=gia_đình trc=trước trg=trường trog=trong cx=cũng cg=cũng cug=cũng nma=nhưng_mà nhma=nhưng_mà nx=nữa bik=biết bít=biết bjt=biết pít=biết
bh=bây_giờ bjo=bây_giờ bgio=bây_giờ h=giờ lun=luôn wá=quá wen=quen wên=quên wan=quan xog=xong xg=xong xjn=xin mún=muốn mốn=muốn mún=muốn ik=đi đj=đi dj=đi nhá=nhé
onl=online onlai=online onlain=online ol=online  pass=mật_khẩu fb=facebook zl=zalo hs=hồ_sơ hsơ=hồ_sơ hso=hồ_sơ gt=giấy_tờ gtờ=giấy_tờ gto=giấy_tờ tt=thủ_tục ttuc=thủ_tục tthc=thủ_tục_hành_chính
cty=công_ty vp=văn_phòng bv=bệnh_viện cb=cán_bộ cbo=cán_bộ nv=nhân_viên tp=thành_phố vn=việt_nam tq=trung_quốc nn=nước_ngoài hq=hàn_quốc đl=đài_loan vc=vợ_chồng tr=triệu
thág=tháng thag=tháng thg=tháng cn=chủ_nhật dvc=dịch_vụ_công dvcqg=dịch_vụ_công_quốc_gia dvctt=dịch_vụ_công_trực_tuyến ttpvhcc=trung_tâm_phục_vụ_hành_chính_công pvhcc=phục_vụ_hành_chính_công hcc=hành_chính_công
dg=đang nc=nói_chuyện trl=trả_lời rep=trả_lời ib=nhắn_tin gthich=giải_thích hdan=hướng_dẫn hdẫn=hướng_dẫn nhak=nhé ngke=nhé vde=vấn_đề nvay=như_vậy thui=thôi đag=đang ms=mới ns=nói bùn=buồn kím=kiếm
xiền=tiền xien=tiền xìn=tiền xèng=tiền xeng=tiền tjền=tiền tjen=tiền xiu=xíu cgi=cái_gì khôg=không khog=không kbiết=không_biết kbiet=không_biết kbt=không_biết hkbiet=không_biết đcko=được_không đck=được_không dck=được_không đcj=được_gì ntnhe=như_thế_nào lamsao=làm_sao dag=đang nhìu=nhiều nhiuf=nhiều qtrinh=quy_trình hnay=hôm_nay hqua=hôm_qua cbi=chuẩn_bị chbi=chuẩn_bị ycau=yêu_cầu đthoại=điện_thoại dthoai=điện_thoại đchỉ=địa_chỉ dchi=địa_chỉ gđình=gia_đình gdinh=gia_đình thop=trường_hợp hthức=hình_thức ttin=thông_tin thtin=thông_tin thtục=thủ_tục thtuc=thủ_tục
`;

const OFFICE = `
gks=giấy_khai_sinh ks=khai_sinh kt=khai_tử gkt=giấy_khai_tử gbt=giấy_báo_tử gđt=giấy_độc_thân gdt=giấy_độc_thân tht=tổ_hợp_tác gcs=giấy_chứng_sinh tlks=trích_lục_khai_sinh tl=trích_lục gdkkh=giấy_đăng_ký_kết_hôn gđkkh=giấy_đăng_ký_kết_hôn gcnkh=giấy_chứng_nhận_kết_hôn
xn=xác_nhận xntthn=xác_nhận_tình_trạng_hôn_nhân gxntthn=giấy_xác_nhận_tình_trạng_hôn_nhân tthn=tình_trạng_hôn_nhân xnđt=xác_nhận_độc_thân gxn=giấy_xác_nhận xnct=xác_nhận_cư_trú ttct=thông_tin_cư_trú
cccd=căn_cước cc=căn_cước tcc=thẻ_căn_cước ccđt=căn_cước_điện_tử ccd=căn_cước cccđ=căn_cước cccdd=căn_cước cmnd=chứng_minh_nhân_dân cmt=chứng_minh_nhân_dân cmtnd=chứng_minh_nhân_dân cmdn=chứng_minh_nhân_dân
shk=sổ_hộ_khẩu hktt=hộ_khẩu_thường_trú hkhau=hộ_khẩu hkhẩu=hộ_khẩu bhyt=bảo_hiểm_y_tế bhxh=bảo_hiểm_xã_hội bhtn=bảo_hiểm_thất_nghiệp tctn=trợ_cấp_thất_nghiệp bhxhtn=bảo_hiểm_xã_hội_tự_nguyện
gplx=giấy_phép_lái_xe glx=bằng_lái_xe blx=bằng_lái_xe cavet=cà_vẹt cavẹt=cà_vẹt càvẹt=cà_vẹt bks=biển_số_xe bsx=biển_số_xe hkd=hộ_kinh_doanh hộkd=hộ_kinh_doanh mst=mã_số_thuế htx=hợp_tác_xã dn=doanh_nghiệp dntn=doanh_nghiệp_tư_nhân tnhh=công_ty_tnhh
attp=an_toàn_thực_phẩm vsattp=an_toàn_thực_phẩm atvstp=an_toàn_thực_phẩm pccc=phòng_cháy_chữa_cháy gcn=giấy_chứng_nhận gcnqsdđ=sổ_đỏ gcnqsdd=sổ_đỏ qsdđ=quyền_sử_dụng_đất qsdd=quyền_sử_dụng_đất qsd=quyền_sử_dụng
sđ=sổ_đỏ gpxd=giấy_phép_xây_dựng cpxd=giấy_phép_xây_dựng xd=xây_dựng cmđ=chuyển_mục_đích cmđsd=chuyển_mục_đích_sử_dụng cmđsdđ=chuyển_mục_đích_sử_dụng_đất cmdsdd=chuyển_mục_đích_sử_dụng_đất hđ=hợp_đồng hd=hợp_đồng
hđmb=hợp_đồng_mua_bán uq=ủy_quyền vpđk=văn_phòng_đăng_ký_đất_đai đđ=đất_đai ntts=nuôi_trồng_thủy_sản ubnd=ủy_ban_nhân_dân ub=ủy_ban ubx=ủy_ban_xã cax=công_an_xã hđnd=hội_đồng_nhân_dân bpmc=bộ_phận_một_cửa
lltp=lý_lịch_tư_pháp pltp=phiếu_lý_lịch_tư_pháp plltp=phiếu_lý_lịch_tư_pháp passport=hộ_chiếu pasport=hộ_chiếu passpo=hộ_chiếu nvqs=nghĩa_vụ_quân_sự nkt=người_khuyết_tật tcxh=trợ_cấp_xã_hội ncc=người_có_công btxh=bảo_trợ_xã_hội mtp=mai_táng_phí
cthuc=chứng_thực cthực=chứng_thực cchung=công_chứng cchứng=công_chứng vnid=vneid vnei=vneid vneit=vneid vned=vneid vnied=vneid vneidd=vneid đdđt=định_danh_điện_tử dddt=định_danh_điện_tử ddct=định_danh gpmt=giấy_phép_môi_trường
htxh=hưu_trí_xã_hội tchtxh=trợ_cấp_hưu_trí_xã_hội pakn=phản_ánh_kiến_nghị pa=phản_ánh đktc=đăng_ký_tàu_cá dktc=đăng_ký_tàu_cá đklks=đăng_ký_lại_khai_sinh dklks=đăng_ký_lại_khai_sinh đklkh=đăng_ký_lại_kết_hôn
mđsdđ=mục_đích_sử_dụng_đất mđsd=mục_đích_sử_dụng mdsdd=mục_đích_sử_dụng_đất mdsd=mục_đích_sử_dụng đkbđ=đăng_ký_biến_động đkhkd=đăng_ký_hộ_kinh_doanh dkhkd=đăng_ký_hộ_kinh_doanh tnkd=tạm_ngừng_kinh_doanh gpkt=giấy_phép_khai_thác
gpktts=giấy_phép_khai_thác_thủy_sản ltks=liên_thông_khai_sinh ltkt=liên_thông_khai_tử bsao=bản_sao bsks=bản_sao_khai_sinh tlkh=trích_lục_kết_hôn tlkt=trích_lục_khai_tử tlht=trích_lục_hộ_tịch đkkt=đăng_ký_khai_tử dkkt=đăng_ký_khai_tử
gcnkt=giấy_chứng_tử đkgh=đăng_ký_giám_hộ ncn=nhận_con_nuôi gttt=giấy_tờ_tùy_thân hđlđ=hợp_đồng_lao_động qđ=quyết_định tand=tòa_án_nhân_dân tgian=thời_gian lphi=lệ_phí lphí=lệ_phí đkien=điều_kiện đkiện=điều_kiện
xm=xe_máy đkxm=đăng_ký_xe_máy xmm=xe_máy gtx=giấy_tờ_xe gpđkkd=giấy_phép_đăng_ký_kinh_doanh cnđkkd=giấy_chứng_nhận_đăng_ký_kinh_doanh gcnđkkd=giấy_chứng_nhận_đăng_ký_kinh_doanh gcnđkhkd=giấy_chứng_nhận_đăng_ký_hộ_kinh_doanh
cđts=chế_độ_thai_sản cdts=chế_độ_thai_sản tcts=trợ_cấp_thai_sản bhxh1l=rút_bảo_hiểm_xã_hội_một_lần đktv=đăng_ký_tạm_vắng kbtv=khai_báo_tạm_vắng đktrú=đăng_ký_tạm_trú ghtt=gia_hạn_tạm_trú xđktt=xóa_đăng_ký_thường_trú
gxđt=giấy_xác_nhận_độc_thân cthđ=chứng_thực_hợp_đồng ctck=chứng_thực_chữ_ký ctbs=chứng_thực_bản_sao hđtc=hợp_đồng_tặng_cho sty=sao_y stsđ=sang_tên_sổ_đỏ hngheo=hộ_nghèo hngh=hộ_nghèo ncccm=người_có_công_cách_mạng
ccht=cải_chính_hộ_tịch syll=sơ_yếu_lý_lịch sơyll=sơ_yếu_lý_lịch gclh=ghi_chú_ly_hôn gckh=ghi_chú_kết_hôn gcht=ghi_chú_hộ_tịch gcngh=giấy_giám_hộ gct=giấy_chứng_tử mghp=miễn_giảm_học_phí xklđ=xuất_khẩu_lao_động xnkt=xác_nhận_khuyết_tật gxnkt=giấy_xác_nhận_khuyết_tật
nct=người_cao_tuổi kntc=khiếu_nại_tố_cáo tcđđ=tranh_chấp_đất_đai hgđđ=hòa_giải_đất_đai tbls=thương_binh_liệt_sĩ cđhh=chất_độc_hóa_học ktts=khai_thác_thủy_sản vstp=vệ_sinh_thực_phẩm ddcn=định_danh_cá_nhân đdcn=định_danh_cá_nhân
gxnct=giấy_xác_nhận_cư_trú xnttct=xác_nhận_thông_tin_cư_trú ncmc=nhận_cha_mẹ_con qsh=quyền_sở_hữu tthk=tách_hộ_khẩu nhk=nhập_hộ_khẩu đkkhnn=đăng_ký_kết_hôn_nước_ngoài
nđ=nghị_định tntn=tai_nạn gpll=giấy_phép_lái_xe smartbanking=ngân_hàng cmndd=chứng_minh_nhân_dân đkkhô=đăng_ký_kết_hôn hpt=học_phí thcs=trung_học_cơ_sở thpt=trung_học_phổ_thông tnlđ=tai_nạn_lao_động
gksinh=giấy_khai_sinh ksinh=khai_sinh gkhaisinh=giấy_khai_sinh gcsinh=giấy_chứng_sinh ktử=khai_tử bl=bằng_lái blái=bằng_lái blai=bằng_lái gphep=giấy_phép gphép=giấy_phép hđồng=hợp_đồng ttrú=tạm_trú ttru=tạm_trú thtrú=thường_trú thtru=thường_trú tvắng=tạm_vắng tvang=tạm_vắng sđỏ=sổ_đỏ sdo=sổ_đỏ shồng=sổ_hồng shong=sổ_hồng hgđ=hộ_gia_đình hgd=hộ_gia_đình tsản=thai_sản tsan=thai_sản đthân=độc_thân dthan=độc_thân ccước=căn_cước ccuoc=căn_cước hchiếu=hộ_chiếu hchieu=hộ_chiếu kdoanh=kinh_doanh hkdoanh=hộ_kinh_doanh nkhẩu=nhập_khẩu nkhau=nhập_khẩu hnhân=hôn_nhân hnhan=hôn_nhân nvụ=nghĩa_vụ nvu=nghĩa_vụ llịch=lý_lịch llich=lý_lịch clai=cấp_lại clại=cấp_lại cđổi=cấp_đổi cdoi=cấp_đổi cmới=cấp_mới cmoi=cấp_mới cdứt=chấm_dứt cdut=chấm_dứt tngừng=tạm_ngừng tngung=tạm_ngừng lp=lệ_phí tpháp=tư_pháp tphap=tư_pháp đđai=đất_đai ddai=đất_đai bhiểm=bảo_hiểm bhiem=bảo_hiểm ccông=công_chứng ktật=khuyết_tật ktat=khuyết_tật tcấp=trợ_cấp tcap=trợ_cấp ctử=chứng_tử vbằng=văn_bằng tlục=trích_lục tluc=trích_lục qtịch=quốc_tịch qtich=quốc_tịch htịch=hộ_tịch htich=hộ_tịch tchấp=thế_chấp xdựng=xây_dựng xdung=xây_dựng ldhd=hợp_đồng_lao_động
`;

const SOUTHERN = `
sanh=sinh nhứt=nhất dìa=về zề=về zìa=về dề=về zô=vô dzô=vô dô=vô nhơn=nhân chánh=chính tánh=tính gởi=gửi bịnh=bệnh giùm=giúp dùm=giúp giúm=giúp dùmm=giúp zùm=giúp bửa=bữa hổm=hôm thâu=thu kiu=kêu chớ=chứ
nghen=nhé nhen=nhé  hén=nhé  hong=không hôn=hôn tới=đến vầy=vậy dẫy=vậy mầy=mày thiệt=thật trển=trên dưn=dưng mần=làm mướn=thuê lụm=nhặt  
`;

const read = (lines: string): [string, readonly string[]][] =>
  lines
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1).split("_")]);

const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map([
  ...read(TEENCODE),
  ...read(OFFICE),
  ...read(SOUTHERN),
]);

type Rule = { readonly word: string; readonly before?: RegExp; readonly after?: RegExp; readonly means: string };

/** Readings that hang on the neighbours (as typed, lower case). The first that fits wins over the tables above. */
const NEIGHBOURED: readonly Rule[] = [
  { word: "h", before: /^\d+$/, means: "giờ" },
  { word: "h", after: /^\d/, means: "h" },
  { word: "t", before: /^\d+$/, means: "tuổi" },
  { word: "t", after: /^\d/, means: "thứ" },
  { word: "kg", before: /^\d+$/, means: "ký" },
  { word: "k", before: /^\d+$/, means: "ngàn" },
  { word: "m", before: /^\d+$/, means: "mét" },
  { word: "c", before: /^\d+$/, means: "cái" },
  { word: "a", before: /^(hạng|hang|bằng|bang|khổ|giấy)$/, means: "a" },
  { word: "b", before: /^(hạng|hang|bằng|bang)$/, means: "b" },
  { word: "c", before: /^(hạng|hang|bằng|bang)$/, means: "c" },
  { word: "e", before: /^(hạng|hang|bằng|bang|vn)$/, means: "e" },
  {
    word: "hk",
    before: /^(sổ|so|nhập|nhap|tách|tach|cắt|cat|chuyển|chuyen|xóa|xoa|xoá|có|co|giấy|tên)$/,
    means: "hộ khẩu",
  },
  { word: "hk", after: /^(tt|thường|thuong|của|riêng)$/, means: "hộ khẩu" },
  { word: "kh", before: /^(đk|dk|ký|ky|giấy|giay|đăng|dang|tl|lục|luc)$/, means: "kết hôn" },
  { word: "tt", before: /^(đk|dk|ký|ky|đki|dki|hạn|xóa|xoa|gia)$/, means: "tạm trú" },
  { word: "dk", before: /^(đủ|du|có|co|những|nhung|các)$/, means: "điều kiện" },
  { word: "đk", before: /^(đủ|những|các)$/, means: "điều kiện" },
  {
    word: "đc",
    before: /^có$/,
    after: /^(khai|làm|lam|lm|đăng|đk|dk|xin|nộp|nop|mua|lãnh|hưởng|cấp|cưới|tách|sang|vay|miễn|giảm|thêm|lấy)$/,
    means: "được",
  },
  { word: "đc", before: /^(đổi|địa|doi|có|sai|thay)$/, means: "địa chỉ" },
  { word: "tp", before: /^(lịch|lich|ll)$/, means: "tư pháp" },
  { word: "sd", before: /^(quyền|quyen|người|mục|đích)$/, means: "sử dụng" },
  { word: "sd", before: /^(làm|lam|cấp|cap|mất|mat|tách|tach|ra|cầm)$/, means: "sổ đỏ" },
  { word: "dt", before: /^(dân|dan)$/, means: "dân tộc" },
  { word: "gt", before: /^(đổi|sai|đổi)$/, means: "giới tính" },
  { word: "tk", before: /^(thế|the|cái)$/, means: "thằng" },
  { word: "hong", before: /^(màu|sổ|so)$/, means: "hồng" },
  { word: "hồng", before: /^(sổ|so|bìa|giấy)$/, means: "hồng" },
  { word: "nc", after: /^(ngoài|ngoai|mắm|mặt|sạch|máy|trước|ta)$/, means: "nước" },
  { word: "nc", before: /^(nhà|nha|ống|mất|cấp)$/, means: "nước" },
  { word: "cc", before: /^(rồi|roi|r|đi|di|bản|phòng|photo|đem)$/, means: "công chứng" },
  { word: "hc", before: /^(tục|tuc|tt|cải|cách|cach|tâm|tam|lỗi|sự)$/, means: "hành chính" },
  { word: "hc", means: "hộ chiếu" },
  { word: "ll", before: /^(nhận|nhan|xn|sơ|so|yếu|xin|chứng)$/, means: "lý lịch" },
  { word: "bđ", before: /^(đk|ký|ky|đăng)$/, means: "biến động" },
  { word: "bd", before: /^(dk|ky)$/, means: "biến động" },
  { word: "ts", before: /^(cđ|độ|cd|hưởng|lãnh|tiền|nghỉ)$/, means: "thai sản" },
  { word: "cn", before: /^(hn|hộ|ho|nghèo|ngheo)$/, means: "cận nghèo" },
  { word: "cđ", means: "chế độ" },
  { word: "st", before: /^(đk|làm|lam|phí|thuế|xin|muốn)$/, means: "sang tên" },
  { word: "st", after: /^(sổ|so|xe|đất|dat|nhà|qsdđ)$/, means: "sang tên" },
  { word: "dum", means: "giúp" },
  { word: "gium", means: "giúp" },
  { word: "tui", after: /^(nhỏ|nó|em|mình)$/, means: "tụi" },
];

/** What `word` (as typed, lower case) stands for, as words with diacritics; null when it stands for itself. */
export function readShorthand(word: string, before: string, after: string): readonly string[] | null {
  for (const rule of NEIGHBOURED) {
    if (rule.word !== word) continue;
    const fits = (rule.before?.test(before) ?? true) && (rule.after?.test(after) ?? true);
    if (fits) return rule.means.split(" ");
  }
  return SHORTHAND.get(word) ?? null;
}

/** Abbreviations of two letters that people run together with the next word ("dkkethon", "lmhochieu"). */
const RUN_TOGETHER = new Set(["dk", "lm", "ks", "hs", "kh"]);

/** Is `word` an abbreviation that may be recognised inside a run-on ("matcccdlam", "hkdthaydoi")? */
export const isShorthandInRunOn = (word: string): boolean =>
  (word.length >= 3 || RUN_TOGETHER.has(word)) && SHORTHAND.has(word);

/** Abbreviations of two letters that only the rest of a run-on makes likely ("doicco", "nhaphkxong"). */
const SHORT_PIECES = new Set([
  "cc",
  "hk",
  "xn",
  "bn",
  "dc",
  "ko",
  "hd",
  "uq",
  "ng",
  "kt",
  "lp",
  "hc",
  "tl",
  "gd",
  "bd",
  "ck",
  "vk",
  "nn",
]);

/** What an abbreviation stands for wherever it stands, or undefined. */
export const shorthandFor = (word: string): readonly string[] | undefined => SHORTHAND.get(word);

/** May `word` stand for an abbreviation inside a run-on that nothing else explains? */
export const isShortPiece = (word: string): boolean => SHORT_PIECES.has(word);
