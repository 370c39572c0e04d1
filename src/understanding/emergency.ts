/**
 * Danger to life comes before everything else. Patterns over folded words; each is a whole expression, because "cháy"
 * alone is also a burnt title deed and "đánh" also a fishing trip. A past event around papers is no emergency.
 */
import type { Emergency } from "./understanding.ts";

/** In which order they are looked for: who speaks of dying is answered so, whatever else is told. */
const ORDER = ["self_harm", "child", "fire", "violence", "medical"] as const;

const SIGNS: Readonly<Record<(typeof ORDER)[number], readonly RegExp[]>> = {
  self_harm: [
    / (?:muon|dinh|tinh|chac|se|sap|dang|ra cau|uong thuoc) (?:chet|tu tu|tu van|tu sat|chet quach|chet cho roi|nhay cau|ket lieu|ket thuc cuoc doi)(?! voi giay| di song lai) /,
    / khong (?:con )?(?:muon|thiet|ham) song(?: nua)?(?! chung| voi| o | rieng| cung| nhu| ly than) /,
    / (?:nhay cau|uong thuoc sau|uong thuoc ray|treo co|rach tay|cat tay) (?:chet|tu tu|cho xong|roi|tu van|chet cho roi) /,
    / (?:tu tu|tu van|tu sat) (?:cho xong|luon|day|thoi|quach) /,
    / (?:song|doi) (?:khong con|chan|het) (?:y nghia|y nghia gi) /,
    / (?:het|chang|cha|hong|ko) (?:con )?(?:muon|thiet) song(?! chung| voi| o | rieng| cung| nhu) /,
    / chan song /,
    / (?:muon|dinh|tinh|sap) nhay (?:lau|cau|song) /,
    / song (?:chi|lam chi|lam gi|de lam gi) (?:cho kho|nua|them kho) /,
    / chet (?:cho roi|quach cho roi|phut cho roi|cho xong|cho khoe) /,
    / (?:toi|tui|em|minh) di chet (?:day|luon|thoi|cho) /,
    / uong thuoc cho (?:xong|roi|chet|khoe) /,
  ],
  child: [
    / (?:con|be|chau|con nho|dua nho|tre|tre em|con nit|dua be|con gai|con trai|hoc sinh|em be|dua tre) (?:\w+ ){0,5}(?:bi (?:(?:nguoi ta|nguoi la|me ke|cha duong|duong|ba|cha|bo|me|thay|co) )?(?:xam hai|hiep|hiep dam|dam o|lam nhuc|bao hanh|danh dap|danh hoai|bo roi ngoai|bo doi|bat coc|bat di|nhot|danh den|danh tham)|bo roi (?:truoc|ngoai|giua|ben) (?:cong|cua|duong|cho|chua|nha|le)|mat tich|di lac|bo nha di|bi lac) /,
    / (?:xam hai|bao hanh|danh dap|bat coc|dam o|hanh ha|hiep|hiep dam|bo doi|bat mat) (?:con gai|con trai|con toi|con em|tre|be|chau|con nit|dua nho|em be|hoc sinh) /,
    / (?:con gai|con|be|chau|be gai|em be)(?: \w+){0,4} bi (?:\w+ ){0,4}(?:du do|dan du|bat di|xam hai|hiep|dam o|sam so) /,
    / bat (?:con|con gai|con trai|chau|be|em be)(?: (?:toi|tui|em|minh|nha toi))? di (?:roi|mat|dau) /,
    / (?:con|chau|be)(?: \w+){0,4} (?:chua|khong|hong) (?:thay )?ve(?: \w+){0,3} (?:goi|lien lac|tim|kiem) (?:khong|hong|hoai|ko) /,
    / (?:con|be|chau|con nit|con gai|hoc sinh|em be)(?: \w+){0,4} sam so /,
    / (?:sam so|giet|nhot|bo doi) (?:con gai|con trai|con nit|chau|be|em be|hoc sinh|tre) /,
    / danh (?:dua |dua con |con )?(?:con rieng|con nit|chau|be|em be|dua nho|tre)(?: \w+){0,2} (?:bam|tim|chay mau|da man|hoai|khoc) /,
  ],
  fire: [
    / (?:bi|dam|vu) (?:chay|hoa hoan|boc chay) (?:nha|lon|to|du qua|roi|o|ben|cho|kho|rung|xe|tau|ghe|quan|tram|binh gas) /,
    // "đang chạy xe" looks the same.
    / (?:dang|co) (?:chay|hoa hoan|boc chay) (?:nha|lon|to|du qua|kho|rung|tram|binh gas) /,
    / (?:nha|cho|kho|rung|ghe|tau|xe|quan|binh ga|binh gas|tram|chuong)(?: \w+){0,2} (?:dang|bi|boc) (?:chay|boc chay|no|boc lua)(?: roi| lon| du| cuu| qua)? /,
    / chay (?:nha|rung|cho|lon) /,
    / hoa hoan /,
    / (?:no|xi|ro) (?:binh )?gas? /,
    / cuu hoa /,
    / chua chay (?:gap|voi|di|lien) /,
    / (?:nha|cho|kho|xuong|tram)(?: \w+){0,3} boc khoi /,
    / (?:boc chay|bat lua|xet lua|toe lua|boc lua) /,
    / chap dien(?: \w+){0,2} chay /,
    / chay (?:tu dien|o dien|day dien|bep|nha kho) /,
    /(?<!khong|chang|hong|chua|dau) dam chay (?:lan|lon|to|dang|gan|sat) /,
    / (?:binh gas|binh ga|gas)(?: \w+){0,3} (?:xi|ro|phut|no) /,
  ],
  violence: [
    / (?:chong|vo|cha|bo|con|con trai|hang xom|no|ong ta|bon no|ba|anh ta|no|nguoi ta|tui no|dam giang ho|giang ho|con no)(?: \w+){0,4} (?:danh (?:toi|em|vo|me|con|minh|chet|dap|den|nguoi|tui|ba)|doa giet|doa chem|cam dao|ruot chem|dang danh|bop co|hanh hung|dot nha) /,
    / (?:toi|em|minh|chau|tui|me toi|chi toi|ba toi)(?: \w+){0,2} (?:bi|dang bi|vua bi) (?:danh(?! chim)|chem|dam|hanh hung|bao hanh|doa giet|uy hiep|khong che|cuop|hiep|truy sat|duoi chem|chong danh|cuong hiep|bop co) /,
    / bao luc gia dinh /,
    / (?:dang|sap|co nguoi|co) (?:danh nhau|chem nhau|dam nhau|cam dao|ruot chem|cuop giat|cuop|giet nguoi|bat coc|an cuop) /,
    / cuu (?:toi|em|voi|mang|con toi|tui) /,
    / giet nguoi /,
    / chem nhau /,
    / cam (?:dao|ma tau|gay|bua|sung)(?: \w+){0,2} (?:ruot|doi|dam|chem|ham|danh|xong|duoi) /,
    / (?:ruot|doi) chem /,
    / bi (?:chong|vo|ban trai|ban gai|nguoi yeu|con trai|cha|ba|bo|me|hang xom|chu no|no)(?: \w+){0,2} (?:bao hanh|nhot|danh(?! gia| chim| mat| roi| dau| may| sach| hieu| muc| thue| so)|hanh hung|doa giet|bop co|chem) /,
    / (?:danh|dam) nhau (?:roi|qua|chay mau|gan chet|du lam|o day) /,
    / trom (?:dang )?(?:cay cua|cay khoa|vo nha|vao nha|dot nhap|leo rao|be khoa) /,
    / (?:co|thay) (?:an )?trom (?:trong|o|ngoai|vo|vao) /,
    / bi (?:nguoi ta |nguoi la |no )?bat coc /,
    /(?<!quyen|loi|ich|dat|rung|song|ho) bi (?:xam hai|hiep dam|cuong hiep|dam o) /,
    / bi (?:an )?cuop(?! dat| vo| chong) /,
    / (?:duoi|ruot) (?:chem|danh|giet) /,
    / (?:doi|doa|dinh) (?:giet|dot nha|chem) /,
    / quay roi tinh duc /,
    / sam so /,
  ],
  medical: [
    / (?:bat tinh|ngat xiu|xiu roi|ngung tho|khong tho duoc|kho tho|co giat|dot quy|tai bien(?! lai| nhan| ban)|nhoi mau|chay mau nhieu|mat mau|ngo doc|duoi nuoc|dien giat|ran can|bi dot quy|de rot|sap sanh|sap sinh roi|(?:bi|dang|vo|sap|chuyen) dau de|vo oi|len con dau tim|te gay chan|dot ngot bat tinh|hon me)(?! \w* (?:cach day|nam ngoai)) /,
    / tai nan (?:\w+ ){0,4}(?:mau|nang|nam|bat tinh|cap cuu|nguy|chet nguoi|gap|nguoi bi thuong) /,
    / (?:goi|can|xe|keu) (?:xe )?cap cuu /,
    / cap cuu (?:gap|voi|giup|di|lien) /,
    / (?:te|bi) xiu /,
    / meo mieng /,
    / liet nua nguoi /,
    / ra (?:mau|huyet) nhieu /,
    / uong thuoc co roi /,
    / (?:vo|em|chi|con gai|con dau|chau)(?: (?:toi|tui|em|minh|no))? (?:tro|chuyen) da /,
    / khong (?:con )?tho(?: nua)? /,
    / ran(?: \w+){0,2} can /,
    / (?:uong|nuot) (?:nham |phai )?(?:thuoc (?:tru sau|sau|ray|diet co|chuot)|axit|xang) /,
    / (?:te|nga|rot)(?: tu)?(?: tren)? (?:lau|mai nha|cau thang|dan giao|cay dua) /,
    / (?:chim|lat) (?:ghe|tau|xuong|do|thuyen)(?: \w+){0,5} nguoi /,
    / cuu nguoi /,
    / chay mau(?! chat xam) /,
    / (?:con(?! dau)|be|em be|con nit|chau|dua nho|tre|nguoi|ong|ba|ngoai)(?: \w+){0,2} (?:te|lot|rot|roi|nga|sup) (?:\w+ )?(?:xuong )?(?:song|ao|muong|kinh|kenh|gieng|ham|nuoc) /,
    / (?:ghe|xuong|tau|do)(?: \w+){0,4} (?:sap|dang) (?:chim|lat) /,
    / (?:ghe|xuong|tau|do) (?:bi )?(?:chim|lat)(?: \w+){0,3} nguoi /,
    / bi (?:cho|ong) can(?! gi) /,
    / cuon troi(?: \w+){0,2} (?:nguoi|be|dua|chau) /,
    / nguoi(?: \w+)? (?:mac ket|bi ket|vui lap)(?! hon| an| xe) /,
    / (?:nguoi|no|ong|ba|anh|chi)(?: \w+){0,2} nhay (?:cau|lau|song) /,
  ],
};

/** Where diacritics are typed one word says enough: "cháy" is neither "chạy" nor "chay". */
const MARKED_SIGNS: readonly (readonly [Emergency, RegExp])[] = [
  ["child", / (?:con|bé|cháu|gái)(?: \S+){0,5} sờ mó /],
  [
    "fire",
    /^(?!.* (?:mất|xin|hồi|cấp|đổi|thay|sổ|thẻ|bằng|phòng|chữa|báo|chống) )(?=.* (?:đang|lớn|to|dữ|giữa|lan|gấp|cứu|kế bên|bên cạnh|hàng xóm) ).* cháy /,
  ],
  ["violence", /(?<!ức|ăn) hiếp /],
];

/** Papers, benefits, training: the event is told as a reason, not happening. */
const TOLD =
  / (?:khai tu|bao tu|can cuoc|ho chieu|so ho|so nha|so dat|hon thu|tro cap|mai tang|lam lai|cap lai|giay|so do|so hong|khai sinh|the can cuoc|bao hiem|ho so|thu tuc|dang ky|huong|che do|chung nhan|phong chay|nghi dinh|ho tro|duoc nhan|giam ho|nam truoc|nam ngoai|hoi truoc|lau roi|bi phat|hay khong|nhan nuoi|ho gia dinh|khuyet tat|nham|ly hon|tu van|luat su|phap ly|ly di|kien|toi gi|di tu) /;

/** Signs that it is happening now outweigh papers. */
const NOW =
  / (?:dang(?! ky)|cuu|gap|lien|voi|ngay bay gio|giup voi|nguy|mau len|khan cap|cap cuu|muon chet|tu tu|khong muon song) /;

/**
 * The looser layer: one word of danger where the rest of the message is no sure question. First as typed with
 * diacritics, then without, where look-alikes ("chay", "no", "dao", "lua") need company.
 */
const DANGERS: readonly (readonly [Emergency, RegExp, RegExp])[] = [
  [
    "maybe_water",
    / (?:đuối nước|chết đuối|sắp đuối|(?:té|rớt|rơi|lọt|lật|chìm) (?:sông|biển|xuống sông|xuống biển|xuống nước|kinh|kênh|ghe|tàu|xuồng|đò|thuyền)|(?:ghe|tàu|xuồng|đò|vỏ lãi|tàu cá|thuyền)(?: \S+){0,4} (?:chìm|lật|trôi)) /,
    / (?:duoi nuoc|chet duoi|(?:te|rot|lot|lat|chim) (?:song|bien|xuong song|xuong bien|xuong nuoc|ghe|tau|xuong|do)|(?:ghe|tau|xuong|vo lai|tau ca)(?: \S+){0,4} (?:chim|lat|troi)) /,
  ],
  [
    "maybe_fire",
    /^(?!.* (?:cháy hàng|cháy túi|cháy vé|pháo|bùng nổ) ).* (?:cháy|lửa|phát nổ|nổ lớn|bị nổ|nổ bình|khói) /,
    / (?:(?:nha|bep|kho|xuong|cho|rung|ghe|tau) (?:\S+ )?chay roi|boc chay|phat hoa|lua (?:ben|lan|chay|bung)|chay lon|no lon|phat no|boc khoi) /,
  ],
  ["maybe_child", / (?:bắt cóc|xâm hại|bạo hành|dâm ô) /, / (?:bat coc|xam hai|bao hanh) /],
  [
    "maybe_violence",
    / (?:đánh đập|chém|cầm dao|dí dao|rút dao|đâm|cướp|bị cướp|bóp cổ|kêu cứu|cứu với|cứu tụi|cứu em|cứu tôi|cứu tui|mất tích|hành hung|giết) /,
    / (?:danh dap|cam dao|chem (?:nguoi|lon|nhau|toi|tui)|bi cuop|an cuop|keu cuu|cuu voi|cuu tui|mat tich|hanh hung|bop co) /,
  ],
  [
    "maybe_self_harm",
    / (?:tự tử|tự sát|không muốn sống|muốn chết) /,
    / (?:tu sat|khong muon song|muon chet|muon tu tu) /,
  ],
  [
    "maybe_medical",
    / (?:ngất|xỉu|bất tỉnh|hôn mê|không thở|ngừng thở|khó thở|chảy máu|máu chảy|ra máu|tai nạn|đụng xe|điện giật|rắn(?: \S+){0,2} cắn|cấp cứu|đột quỵ|co giật|ngộ độc) /,
    / (?:ngat (?:xiu|roi)|bi ngat|bat tinh|khong tho|kho tho|chay mau|mau chay|tai nan|dung xe|dien giat|ran(?: \S+){0,2} can|cap cuu|dot quy|ngo doc) /,
  ],
];

/** Words of papers, money and law: whoever uses them is not crying for help. */
const PAPERS =
  / (?:giay|giay to|so|the|don|xin|dang ky|dang kiem|cap|muc|tien|phi|can gi|bao nhieu|phat(?! no)|luat|boi thuong|to cao|khieu nai|quyen|chinh sach|hop dong|tuyen bo|thiet hai|ho khau|truoc day|phong|tap huan|gia|sach|phim|game|truyen|tom|lua chon|quy dinh|nha nuoc|hom qua|tuan truoc|thang truoc|nam roi) /;

/** A word of danger in a message that is no sure question: numbers for the case that it is one. */
export function findDanger(line: string, typed: string): Emergency | null {
  if (TOLD.test(line) || PAPERS.test(line)) return null;
  const marked = typed !== line;
  return DANGERS.find(([, asTyped, folded]) => asTyped.test(typed) || (!marked && folded.test(line)))?.[0] ?? null;
}

/** Rescue comes from 114 where somebody is in the water. */
const ON_WATER =
  / (?:duoi nuoc|chim|lat|cuon troi|(?:te|lot|rot|roi|nga|sup)(?: \w+)?(?: xuong)? (?:song|ao|muong|kinh|kenh|gieng|nuoc)) /;

/**
 * `line`: the folded words with a space before, between and after; `typed`: the same as they were typed; `sure`: the
 * message is surely a question about a procedure, which a "cứu với" beside the papers does not change.
 */
export function findEmergency(line: string, typed = line, sure = false): Emergency | null {
  const told = TOLD.test(line);
  const outweighs = (emergency: Emergency) =>
    emergency === "self_harm" || emergency === "child" || (emergency === "violence" && !sure);
  const counts = (emergency: Emergency) => !told || (NOW.test(line) && outweighs(emergency));
  const runs = / chạy /.test(typed) && !/ cháy /.test(typed);
  for (const emergency of ORDER) {
    if (emergency === "fire" && runs) continue;
    if (counts(emergency) && SIGNS[emergency].some((sign) => sign.test(line)))
      return emergency === "medical" && ON_WATER.test(line) ? "water" : emergency;
  }
  for (const [emergency, sign] of MARKED_SIGNS) if (sign.test(typed) && counts(emergency)) return emergency;
  return null;
}
