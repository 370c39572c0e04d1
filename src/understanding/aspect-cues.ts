/**
 * The cues of aspects: patterns over folded words parted by single spaces. A pattern starts and ends at a word. Earlier
 * rows win over later ones on the same words. Strength 3 asks, 2 asks in most sentences, 1 merely mentions.
 */
import type { Aspect } from "./understanding.ts";

export type CueRow = readonly [aspect: Aspect, strength: 1 | 2 | 3, pattern: string];

/** `many("a|b")`: any number of these words, each with the space after it. */
const many = (words: string): string => `(?:(?:${words}) )*`;
const maybe = (words: string): string => `(?:(?:${words}) )?`;
/** Up to `most` words, whatever they are. */
const any = (most: number): string => `(?:\\w+ ){0,${most}}`;

const OFFICE =
  "(?:ubnd |uy ban(?: nhan dan)? |tru so |cong an |bo phan )*(?:xa|phuong|uy ban|uy ban nhan dan|cong an|huyen|tinh|so|trung tam|mot cua|buu dien|cang ca|chi cuc|noi o|noi khac|tinh khac|xa khac|cho khac|que|duoi do|tren nay|tren do|o day|o day luon|tren|do)";
const NET =
  "(?:online|truc tuyen|tren mang|qua mang|tren web|qua web|vneid|tren vneid|qua vneid|dich vu cong|tren app|qua app|app|ung dung|qua zalo|tren zalo|tren dien thoai|bang dien thoai|bam dien thoai|qua dien thoai|tu xa|internet|vssid|qua vssid|tren vssid|len mang|len web|qua internet|qua buu dien|tren cong|qua cong)";
const END = "(?:khong|chua|ha|hay khong|hay khoi|phai khong|dung khong|duoc khong)";
const COUNT = "(?:bao nhieu|nhieu|bao lam|nhieu day)";
const PAPER =
  "(?:giay|to|so|ban|the|benh an|hinh|anh|photo|chung minh|can cuoc|khai sinh|hop dong|quyet dinh|bang|xac nhan|ban goc|ban chinh|ban sao|cong chung|hop phap hoa|dich|nguoi lam chung|chu ky|don|phieu|so huu|ho khau|kham suc khoe|so do)";

export const CUES: readonly CueRow[] = [
  // Where the form is to be had: a form, not a place.
  [
    "form",
    3,
    "(?:to khai|mau(?: don| khai| to khai| giay)?|bieu mau|phieu khai|don mau) (?:thi |nay |do )*(?:xin |lay |tai |mua |in |co |nhan |kiem )*(?:o )?(?:dau|cho nao|trang nao)|(?:xin|lay|tai|mua|kiem) (?:cai |to )?(?:don|mau|to khai|phieu|bieu mau)(?: don| khai)? (?:o )?(?:dau|cho nao)|don (?:xin|lay|mua|tai) (?:o )?(?:dau|cho nao)",
  ],
  // What it is, beside what.
  [
    "overview",
    3,
    "khac (?:gi nhau|gi|nhau|cho nao|sao)(?: sao| the nao| cho nao| o dau| gi)*|phan biet (?:sao|the nao)",
  ],
  // Fines and law: "phạt bao nhiêu" is not a fee.
  [
    "legal",
    3,
    `${many("co|se|thi|no")}bi (?:phat|xu phat|xu ly|xu|truy cuu)(?: tien| hanh chinh| nang| vi pham)*(?: ${END}| ${COUNT}| gi| sao| the nao| may tien| muc nao)?`,
  ],
  [
    "legal",
    3,
    `(?:muc phat|phat (?:bao nhieu|nhieu|may|tien|the nao|muc nao|khong|sao|gi)|tien phat|xu phat|che tai|nop phat)(?: tien| may| ${COUNT})*`,
  ],
  [
    "legal",
    3,
    "(?:theo|can cu|dua vao|chieu theo)(?: quy dinh)?(?: cua| vao| tren)?(?: van ban)? (?:luat|thong tu|nghi dinh|quy dinh|dieu|van ban|quyet dinh)(?: nao| gi| may| so may| dat dai nao)",
  ],
  [
    "legal",
    3,
    "co (?:sao|bi gi|bi sao|toi|vi pham gi) (?:khong|ha)(?! vay can)|can cu phap ly|co so phap ly|(?:luat|thong tu|nghi dinh|van ban|dieu luat) (?:nao|may|so may|gi)|quy dinh (?:o dau|nao|tai dau|trong luat|the nao)|phap luat quy dinh|luat quy dinh|van ban phap luat|can cu vao dau|trai luat khong|dung luat khong|trai phap luat|la (?:dung|sai) (?:hay|khong|ha)|dung hay sai|(?:co )?dung quy dinh khong|ai chiu trach nhiem",
  ],
  // Who may, in which cases.
  [
    "condition",
    3,
    `(?:bao nhieu|may) tuoi(?: tro len)?(?: thi)?(?: moi)?(?: duoc| phai)?|${maybe("co")}du tuoi|tu may tuoi|do tuoi nao|nhung do tuoi`,
  ],
  [
    "condition",
    3,
    `${many("can|co|nhung|cac|phai|du|dap ung")}(?:dieu kien|tieu chuan|tieu chi)(?: gi| nao| la gi| the nao| ra sao| de)*`,
  ],
  [
    "condition",
    3,
    "(?:nhung |trong )?truong hop nao|doi tuong nao|dien nao|nhung ai|ai (?:duoc|phai|co the|co quyen|moi)|khi nao (?:thi )?(?:moi )?(?:phai|duoc|can)",
  ],
  ["condition", 3, "(?:co )?bat buoc(?: phai)?"],
  // Must I pay at all, may I have it for nothing: no sum is asked for.
  [
    "condition",
    3,
    `(?:co )?(?:can|phai|con phai) (?:dong|nop) thue ${END}|duoc (?:\\w+ ){0,3}(?:the|bao hiem) (?:\\w+ ){0,4}mien phi ${END}`,
  ],
  ["condition", 3, "(?:can|phai co|du) (?:may|bao nhieu) (?:nguoi|thanh vien)(?! ky)|ai (?:dung ra|dung ten|di lam)"],
  // Money.
  [
    "fee",
    3,
    `(?:(?:co|phai|bi|can|khong) )+(?:mat|ton|dong|thu|tra|nop|lay|mat them)(?: them| bat ky| mot)*(?: tien| phi| le phi| dong nao| xu nao| khoan nao| thue(?! o dau| cho nao| tren mang| online| qua))(?: gi| in| nao| \\w+){0,2}(?: ${END}| sao)?|(?:mat|ton|dong|thu|tra|nop)(?: them)?(?: tien| phi| le phi| dong nao| xu nao)(?: gi| in| nao)* ${END}|(?:dong|tra|nop|thu) nhung khoan|khoan nao`,
  ],
  [
    "fee",
    3,
    `(?:het|ton|mat|dong|tra|thu|nop|phi|le phi|gia|lay|muc|huong|duoc|lanh|nhan|chi phi|tien|cho|ho tro|tro cap|lam|het thay|mua|uong)(?: phi| le phi| tong cong| khoang| chung| tam| co| la| lai| het| het thay| them| thue| tien| duoc| muc| moi thang| moi nguoi| moi nam)* ${COUNT}(?: tien| dong| phi| mot ban| mot thang| ngan| nghin)*(?! ngay| lau| ban| tuoi| nam| tuan| gio| buoi| nguoi| met| to| bo| thang| hom| bua| loai| lan| phan tram thuong| mau| cong)`,
  ],
  [
    "fee",
    3,
    "bao nhieu (?:tien|dong|phi|le phi|ngan|nghin|trieu|phan tram|mot|(?:1|moi) (?:nam|thang|nguoi|ban|to|trang|the))|may (?:dong|ngan|nghin|tram|chuc|trieu|tien|phan tram|xu|cu)|(?:tien|phi|le phi)(?: \\w+){0,3} (?:het|la|chung|khoang)?(?: thay)?(?: chung)? ?(?:bao nhieu|nhieu)",
  ],
  [
    "fee",
    3,
    `${maybe("co|duoc|con")}(?:mien phi|${maybe("mien|giam")}(?:le phi|tien phi)|duoc giam|giam phi|mien giam)(?: ${END}| the nao| ra sao| thi sao| sao| gi)|ton kem(?: nhieu| bao nhieu)?|(?:phi|le phi|thue|gia|tien thue|tien phi|tien nong)(?: nay| do)? (?:tinh |dong |thu |nop )?(?:sao|the nao|ra sao|kieu gi)|ton (?:dong|xu) (?:bac )?nao|co ton (?:khong|ha)|tinh tien (?:sao|the nao|nhu nao)|may tien|(?:gia|giam)(?: \\w+){0,4} (?:la|con) (?:bao nhieu|nhieu)|den (?:bu )?(?:bao nhieu|nhieu|may)|re hon|mac khong|mac hon|lam free|free khong`,
  ],
  // At the end of a clause it asks for money, if nothing before it said otherwise: "mua thẻ ở đâu, một người bao nhiêu".
  [
    "fee",
    2,
    "(?<= (?:thang|nam|nguoi|ban|to|gia dinh|bo|the|y te|xe) )nhieu(?= $| \\|)|nhieu (?:tien|dong|xu)(?: vay| a| ha| em| ad| ban| the| roi)*(?= $| \\|)",
  ],
  ["fee", 2, "(?:bao nhieu|(?:thi|la|vay) nhieu)(?: vay| a| ha| em| ad| ban| the| roi)*(?= $| \\|)"],
  [
    "fee",
    2,
    "(?:muc |tien )?(?:le phi|chi phi|(?<!tang |hoc |khai |mai )phi(?! vat)|an phi|(?:ton|dong|mat) (?:tien|phi))(?: la| the nao| ra sao| thi sao| sao| cong chung)*|gia ca|muc thu|gia tien|muc huong|muc dong|mien phi|thue truoc ba",
  ],
  // What comes out of it, and how long that holds: before the terms of the authority.
  [
    "result",
    3,
    "(?:duoc cap|nhan duoc|cap cho|lay duoc|duoc nhan|ket qua|tra) (?:la )?(?:gi|giay gi|may ban|bao nhieu ban|nhung gi|cai gi|may to)|ket qua (?:la|gom)|may ban (?:chinh|goc)|co gia tri (?:bao lau|may|trong|den|khong|gi|su dung)|gia tri su dung|hieu luc (?:bao lau|may)|(?:(?<!xay )dung|xai|su dung) (?:duoc )?(?:bao lau|may (?:nam|thang|ngay|nguoi|lan)|hoai|toi khi nao)|(?:may|bao nhieu|bao lau) (?:nam |thang |ngay )?(?:thi |la )?(?:het han|phai doi|phai lam lai)|(?:thoi han|han)(?: su dung)?(?: la)? (?:may|bao nhieu) (?:nam|thang)|thoi han (?:dung|xai|su dung|cua the)|co thoi han|(?:lam )?xong (?:thi |roi )?(?:co |duoc |nhan |lay |cam |cap )+(?:giay|to|the|cai) ?(?:to )?(?:gi|nao)|(?:xai|dung) may (?:thang|nam)|han (?:xai|dung|su dung)",
  ],
  // How long, when.
  [
    "time",
    3,
    `${many("mat|trong|ton|khoang|het|can|cho|doi|thuong|tam|chung|vay|thi|truoc|phai|trong vong|bao truoc|nop truoc")}(?:bao lau|bao nhieu (?:ngay|lau|tuan|thang|hom|bua|thoi gian|gio|buoi|nam)|may (?:ngay|hom|bua|tuan|thang|nam|tieng|gio|buoi)(?! nay| truoc| roi| ngoai))(?: lam viec| nua| thi| moi| co| xong| duoc| lay| nhan| ket qua| giay)*|(?:co )?(?:mat|ton)(?: nhieu| qua nhieu)? thoi gian(?: lam| lam khong| ${END})?`,
  ],
  [
    "time",
    3,
    `${many("thi|vay|the|den")}(?:khi nao|chung nao|(?<!chua )bao gio(?= (?:thi|moi|co|xong|lay|duoc|nhan|tra|nop))|hoi nao|ngay nao|luc nao|bua nao|hom nao|thang nao|ngay may)(?: thi| moi| co| xong| duoc| lay| nhan| tra)*|${maybe("co")}(?:lau|nhanh|le|kip|gap)(?: hon)?(?: lam rieng| lay)? khong|lay lien|lay ngay|trong (?:ngay|buoi)|hen (?:bua|ngay) (?:khac|nao)|lau hon|mat lau|han chot|han cuoi|kip lay`,
  ],
  ["time", 2, "thoi (?:gian|han)(?: giai quyet| xu ly| cap| la| lam)*"],
  // Where, who.
  [
    "place",
    3,
    `${many("nop|lam|di|den|toi|ra|len|gap|lien he|xin|dang ky|khai|bao|nhan|lay|cap|tai|gui|kham|phai|thi|ho so|don|o|qua|ve|vo|gio|giay|mua")}(?:o dau|cho nao|noi nao|noi dau|dia diem nao|di dau|ra dau|den dau|toi dau|len dau|tai dau|ve dau|qua dau|vo dau|gui dau|nop dau|lai dau|khuc nao|ben nao|o mo|cho mo|dau (?:a|duoc|the|ha|vay|lam|xin|khai|nop|ma|dang ky|lay|mua|trinh))(?: duoc| vay| lam| nop| xin| lay)*`,
  ],
  [
    "place",
    3,
    "(?:ra|len|toi|den|di|lam|nop|xin|cap|gui|hoi|bao|khai|qua|ve|don) dau(?! tu| tien| do| duoc)|(?:co quan|don vi|bo phan|ngan hang|benh vien|buu dien|diem|xa|phuong|phong|ben|(?<!ho )so|cong an|quay|huyen|uy ban|van phong|toa|cap|tinh)(?: nao| gi)(?: cap| giai quyet| lam| tiep nhan| nhan| co tham quyen)*|(?<!chua )ai (?:cap|giai quyet|ky|lam|lap|xet|duyet|xac nhan|co tham quyen|chung|nhan)|tham quyen|noi (?:nop|tiep nhan|cap|lam)|(?:cho|gap|hoi|lien he|nop|gui|goi|don|bao) ai",
  ],
  [
    "place",
    3,
    `(?:o|ra|len|tai|toi|den|ve|qua|nop)(?: o| tai)? ${OFFICE} (?:cung |co |lam )?(?:duoc (?:khong|chua|ha|a)|co (?:nhan|lam|duoc)(?: khong)?|ha|phai khong|dung khong)`,
  ],
  [
    "place",
    3,
    `(?:lam|nop|xin|khai|dang ky|sua|doi|cap|chung|lay)(?: lai)?(?: \\w+){0,5} (?:o|tai|ben) (?!nha )(?:\\w+ ){1,3}(?:luon )?(?:co )?duoc (?:khong|chua|ha)`,
  ],
  [
    "place",
    3,
    `(?:ra|len|ve|qua|o|tai|ben) (?:ben |cho |noi )?(?:nha )?(?:vo|chong|ngoai|que|tro|tam tru|minh dang o|dang o)(?: \\w+){0,2} (?:lam|nop|khai|dang ky|xin) duoc (?:khong|chua|ha)`,
  ],
  [
    "place",
    3,
    `${OFFICE}(?: cua \\w+| \\w+){0,2} hay(?: la)? (?:phai |o |ra |len |tai |toi |den |ve |qua |lam |nop |xuong |chay )*(?:ho so )?(?:${OFFICE})|hay (?:la )?(?:phai )?(?:ra|len|ve|xuong|toi|den) (?:${OFFICE})|(?:ra|len|o|tai|nop) ${OFFICE} ha|${OFFICE} co nhan|cho minh dang o`,
  ],
  ["place", 1, `(?:nop|lam|ra|len|toi|den|o|tai) (?:ho so )?(?:o |tai )?${OFFICE}`],
  // Over the net.
  [
    "online",
    3,
    `${NET} ${any(4)}(?:duoc|co duoc)(?: luon| khoi| het)*(?: ${END})?|(?:lam|nop|khai|dang ky|gia han|xin|doi|bao|cap) ${any(4)}${NET} (?:${END}|sao|the nao|nhu the nao|ra sao|duoc|kieu gi|lam sao|cach nao|hay)|co (?:lam |nop |nhan |dang ky |ho tro )?${any(1)}${NET}|${NET} (?:${END}|sao|the nao|nhu the nao|kieu gi|ra sao)|(?:khoi|khong can|khong phai|co can) (?:ra|len|di|den) (?:xa|phuong|cong an|truc tiep|uy ban)|${maybe("ngoi")}(?:o|tai) nha (?:lam|nop|bam|khai|duoc)|(?:lam|nop|khai|tu lam|ngoi) (?:tai|o)? ?nha(?: bam| lam)*(?: duoc| khong)+|ngoi nha`,
  ],
  ["online", 2, `(?:dang ky|nop|lam|xin|cap|khai|hoan toan)(?: ho so)? (?:tren |qua |bang )?${NET}`],
  ["online", 1, NET],
  // The form.
  [
    "form",
    3,
    `mau (?:don|to khai|nao|so|gi|giay|ct|bieu|cam ket|van ban|phieu|ho so|hop dong|dk|moi nhat)|(?:xin|tai|cho|gui|lay|co|down|in|file|mua) (?:giup |em |toi |minh )*(?:cai |to )?(?:mau|to khai|bieu mau)|bieu mau|to khai (?:mau|dien|ghi|o dau|lay|nao|tai|so|viet|the nao|sao|gom)|${many("cach|huong dan|phai")}(?:ghi|dien|viet) (?:cai |to |vao |trong )*(?:to khai|mau|don|phieu|muc|phan)(?: \\w+)?(?: sao| the nao| gi)*|dien san|viet san|don (?:mau|viet|ghi) (?:sao|the nao|nhu)`,
  ],
  ["form", 1, "to khai|don xin|mau"],
  // Papers.
  [
    "documents",
    3,
    `${many("can|phai|nhung|mang|dem|chuan bi|nop|co|kem|theo|loai|cac|them|gom|ho so|thu tuc|bo sung|lam")}(?:giay to|giay ma|giay|ho so|thanh phan|thu|don tu)(?: to| can| gom| co| theo| kem| them| phai| bao gom| nhung| \\w+(?= gom))* (?:gi|nao|nhung gi|chi|sao|the nao|may thu|may loai|loai gi|ra sao)`,
  ],
  [
    "documents",
    3,
    `${many("can|phai|thi")}(?:can|mang|dem|chuan bi|nop|kem|gom|bao gom|phai co|bo sung|xuat trinh|cam|trinh|scan|photo|thieu|chung minh bang)(?: theo| them| san| nhung| co| ra| kem| len| vo| ho so| giay to| cai| mang| day du| di| luon| toi| den| may| don tu| don)* (?:gi|chi|nhung gi|cai gi|thu gi|giay gi|giay nao|giay to nao|nhung giay|to nao|thu nao)`,
  ],
  [
    "documents",
    3,
    "(?:can|nop|phai co|dem|mang|kem)(?: theo| them)? (?:giay|ban|to|don|hinh|anh|bang|so|the|hop dong|xac nhan)(?: \\w+){1,4} gi",
  ],
  ["documents", 3, `(?:giay|ban|to)(?: \\w+){1,4} loai (?:nao|gi)|(?:can )?ghi nhung gi|can may nguoi ky`],
  ["documents", 3, `(?:ho so|giay to)(?: \\w+){0,12} (?:gom|bao gom|can)(?: nhung| co)* (?:gi|chi|nao)`],
  [
    "documents",
    2,
    "(?:ho so|giay to|giay ma)(?: can thiet| gom| can| phai| yeu cau| day du)*|can nhung giay to|thanh phan|nhung giay",
  ],
  [
    "documents",
    2,
    `${many("co|vay|the")}(?:can|phai|phai co|phai nop|phai mang|phai dem|doi|nop|can phai co|can co|mang|dem|phai kem|kem) (?:them |theo |cai |may )?${PAPER} ${any(6)}${END}|photo ${any(3)}may ban|(?:can|nop) may (?:tam|ban|cai|to)(?: hinh| anh| photo)?|may (?:tam )?(?:hinh|anh)|(?:hinh|anh) (?:chup )?(?:co|kho|nen|may)|phai co (?:giay|so|the)`,
  ],
  // Left: may I? how?
  [
    "condition",
    2,
    `(?:co )?(?:duoc|the|quyen)(?! cap ho| tra) ${any(9)}${END}|(?:co )?duoc(?: khong| chua| ha| hay khong| phep| a)|co duoc(?: \\w+){1,6}|co (?:phai|can|nen|bi|con|the|huong|chiu|cho)(?: \\w+){1,14} ${END}|(?:phai|can) ${any(8)}${END}|duoc tinh khong|hay (?:khoi|thoi|khong)|neu duoc`,
  ],
  [
    "how",
    3,
    `${many("phai|can|thi|nen|minh|toi|gio")}(?:lam sao|lam the nao|nhu the nao|the nao|cach nao|lam cach nao|ra sao|kieu gi|lam gi|lam giay gi|nhu nao|sao day|lam nhu nao|xu ly sao|giai quyet sao|tinh sao|bang cach nao|lam kieu nao|cach thuc|cach lam|bat dau tu (?:dau|cho nao)|lam nhung gi|phai sao|lam (?:nhung )?thu tuc (?:gi|nao)|(?:lam|di) nhung buoc nao|lam gi tiep|lam lai cach nao|bat dau tu dau|xin xo sao)|(?:trinh tu|quy trinh|cac buoc|may buoc|buoc nao|nhung buoc|qua buoc|huong dan|chi cach|cach|chi)(?: \\w+)? (?:lam|thuc hien|dang ky|xin|giup|toi|cach|em|nao)|may buoc|di may buoc`,
  ],
  [
    "how",
    2,
    `(?:lam|xin|mua|tiep|dong|lay|nhan|huong|doi|nhap|sua|thi|gio|tinh|khai|nop|bao|dang ky|tach|lai|dien|phai|xoa|chuyen|ten|mat|di|duoc|luu tru) sao|sao (?:vay|a|ha|ta|day|cho duoc|gio|bay gio|duoc)|quy trinh|cac buoc|huong dan|trinh tu|can lam|phai lam`,
  ],
  ["how", 2, "sao(?: vay| a| ha| em| ad| ban| the)*(?= $| \\|)"],
  [
    "overview",
    2,
    "la (?:gi|sao|the nao|cai gi|giay gi)|nghia la gi|gom (?:nhung )?(?:thu tuc|viec|buoc) (?:nao|gi)|de lam gi|dung lam gi",
  ],
  ["condition", 1, `${END}(?= (?:vay |a |nhe |can bo |em |anh |chi |co |chu |ad |ban |con |chau |bac |giup )*$)`],
  ["how", 1, "sao|thu tuc|the nao"],
];

/**
 * Further cues of a single clause, before those above. Only where a message is taken apart are they heard: what is learnt from
 * whole phrases does not know them, so a line more here moves no weight.
 */
export const CLAUSE_CUES: readonly CueRow[] = [
  ["online", 3, `(?:lam|nop|khai|dang ky|xin) ${NET} (?:duoc )?${END}`],
  [
    "time",
    3,
    "lau mau|(?:(?:mot|nua|1) (?:buoi|ngay|bua)|lien|trong bua) (?:la |thi )?(?:co )?(?:xong|lay duoc) (?:khong|ha)|(?<!sinh |de )(?:vao )?thang may(?! lanh| tinh| tram| chuc| trieu| ngan| dong)",
  ],
  [
    "place",
    3,
    `(?:o|ra|len|tai|ben) (?:\\w+ ){1,3}hay (?:la )?(?:phai )?(?:o|ra|len|tai|ben) (?:\\w+ )?\\w+|(?:ca )?${OFFICE}(?: \\w+)? hay (?:ca )?${OFFICE}|(?:lam|nop|khai|xin) (?:o|tai|ngoai|ngay) ${OFFICE} (?:\\w+ ){0,2}(?:phai|dung) (?:khong|hon)`,
  ],
  [
    "place",
    3,
    "(?:van phong|chi nhanh|co quan|cong an|uy ban|toa an|trung tam|benh vien|ngan hang) (?!hay )(?:\\w+ ){1,3}nao|xin ai",
  ],
  ["condition", 3, `(?:the|bao hiem) (?:\\w+ ){0,5}mien phi ${END}`],
  ["fee", 3, "nhieu (?:mot|1|moi) (?:nguoi|ban|to|trang|thang|nam|cai|lan)"],
  ["result", 3, "(?:duoc )?huong (?:nhung )?(?:gi|quyen loi gi)|may nam (?:thi )?phai (?:xin lai|gia han)"],
];
