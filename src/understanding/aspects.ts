/**
 * Which side of a procedure is asked about: cues over the folded words. A *strong* cue asks ("bao nhiêu tiền", "ở
 * đâu"), a *fair* one asks in most sentences ("lệ phí"), a *weak* one merely mentions ("online", "giấy tờ"). The first
 * of the strongest wins, since people put the question they came for first.
 */
import type { Token } from "./tokens.ts";
import type { Aspect } from "./understanding.ts";

export type AspectCue = {
  readonly aspect: Aspect;
  readonly strength: 1 | 2 | 3;
  /** Token range, end excluded. */
  readonly start: number;
  readonly end: number;
};

const NO = "(?:khong|chua|ha|hay sao|a|ko)";
const OFFICE =
  "(?:xa|phuong|uy ban(?: nhan dan)?(?: xa| phuong)?|cong an(?: xa| phuong| tinh| huyen)?|huyen|tinh|so \\w+|trung tam|mot cua|buu dien|tru so|bo phan mot cua|cang ca|chi cuc|hai quan|noi o|noi khac|cho khac|que|duoi do|tren nay|o day)";
const NET =
  "(?:online|truc tuyen|tren mang|qua mang|tren web|qua web|vneid|dich vu cong|tren app|qua app|app|ung dung|qua zalo|tren zalo|dien tu|tren dien thoai|bang dien thoai|tu xa|internet|cong dvc)";

type Row = readonly [Aspect, AspectCue["strength"], string];

/** Earlier rows win over later ones on the same words. */
const CUES: readonly Row[] = [
  // Legal first: "phạt bao nhiêu" is not a fee.
  [
    "legal",
    3,
    "(?:co )?bi (?:phat|xu phat|xu ly|truy cuu)(?: tien)?(?: khong| bao nhieu| gi| sao| the nao| may tien)?",
  ],
  ["legal", 3, "(?:muc phat|phat (?:bao nhieu|nhieu|may|tien|the nao)|tien phat|xu phat|che tai)(?: tien)?"],
  [
    "legal",
    3,
    "(?:theo|can cu|dua vao)(?: quy dinh)?(?: cua)?(?: van ban)? (?:luat|thong tu|nghi dinh|quy dinh|dieu|van ban|quyet dinh)(?: nao| gi| may| so may)",
  ],
  [
    "legal",
    3,
    "(?:can cu|co so) phap ly|(?:luat|thong tu|nghi dinh|van ban|dieu) (?:nao|may|so may|gi)|quy dinh o dau|phap luat quy dinh|luat quy dinh|van ban phap luat|can cu vao dau",
  ],
  // Age and similar questions are about who may.
  [
    "condition",
    3,
    "(?:bao nhieu|may) tuoi(?: thi)?(?: moi)?(?: duoc| phai)?|du tuoi|tu may tuoi|do tuoi nao|nhung do tuoi",
  ],
  ["condition", 3, "(?:dieu kien|tieu chuan|tieu chi|yeu cau)(?: gi| nao| la gi| the nao| ra sao)?|du dieu kien"],
  [
    "condition",
    3,
    "(?:nhung |trong )?truong hop nao|doi tuong nao|nhung ai|(?<!bi )ai (?:duoc|phai|co the|co quyen|du)|ai thi duoc|khi nao (?:thi )?(?:moi )?(?:phai|duoc|can)",
  ],
  [
    "condition",
    3,
    "(?:co )?bat buoc(?: phai)?|co (?:phai|can|nhat thiet) (?:di |ra |lam |dang ky |khai |xin |doi |cap |bao |tra )",
  ],
  // Money.
  [
    "fee",
    3,
    "(?:het|ton|mat|dong|tra|thu|nop|phi|le phi|gia|lay|bao|muc|huong|duoc|lanh|nhan|chi phi|tien)(?: phi| le phi| tong cong| khoang| tam| co| la| het| them| thue| tien)* (?:bao nhieu|nhieu|bao nhiu|bao lam)(?: tien| dong| phi| mot ban| mot thang| ngan| nghin)?(?! ngay| lau| ban| tuoi| nam| tuan| gio| buoi| nguoi| met| to| bo| thang| hom| bua| loai| lan)",
  ],
  [
    "fee",
    3,
    "bao nhieu (?:tien|dong|phi|le phi|ngan|nghin|trieu|phan tram|mot)|may (?:dong|ngan|nghin|tram|chuc|trieu|tien|phan tram|xu|ngan dong|cu)",
  ],
  [
    "fee",
    3,
    "(?:co |phai |bi |can )*(?:mat|ton|dong|thu|tra|nop|lay)(?: them| bat ky)? (?:tien|phi|le phi|dong nao|xu nao)(?: gi| in)?(?: khong| chua| sao)?|ton kem|mien phi|(?:mien|giam) (?:le )?phi|duoc giam|free",
  ],
  [
    "fee",
    2,
    "(?:muc |tien )?(?:le phi|chi phi|phi(?! vat| truong)|an phi)(?: la| the nao| ra sao| thi sao| sao)?|gia ca|muc thu|gia tien|muc huong|muc dong",
  ],
  // "bao nhiêu" that counts something else than money.
  [
    "time",
    3,
    "(?:mat |trong |ton |khoang |het |can |cho |doi )*(?:bao lau|bao nhieu (?:ngay|lau|tuan|thang|hom|bua|thoi gian|gio|buoi|nam)|may (?:ngay|hom|bua|tuan|thang|nam|tieng|gio|buoi))(?: lam viec)?(?: thi| moi)?(?: co| xong| duoc| lay duoc| nhan duoc)?(?: ket qua)?",
  ],
  [
    "time",
    3,
    "(?:khi nao|chung nao|bao gio|hoi nao|ngay nao|luc nao|bua nao|hom nao|thang nao)(?: thi| moi)?(?: co| xong| duoc| lay| nhan| tra)?|(?:co )?(?:lau|nhanh|le|kip|gap)(?: hon)?(?: lam rieng)? khong|lay lien|lay ngay|trong ngay|hen (?:bua|ngay) (?:khac|nao)|lau hon|mat lau",
  ],
  ["time", 2, "thoi (?:gian|han)(?: giai quyet| xu ly| cap| bao lau| la| lam)?|(?:han|hạn) (?:chot|cuoi|nop)"],
  [
    "result",
    3,
    "(?:duoc cap|nhan duoc|cap cho|lay duoc|duoc nhan|ket qua)(?: la)? (?:gi|giay gi|may ban|bao nhieu ban|nhung gi|cai gi|may to)|ket qua (?:la|gom)|may ban (?:chinh|goc)|co gia tri (?:bao lau|may|trong|den|khong|gi|su dung)|gia tri su dung|co hieu luc (?:bao lau|may)|dung duoc (?:bao lau|may)",
  ],
  // Place.
  [
    "place",
    3,
    "(?:nop|lam|di|den|toi|ra|len|gap|lien he|xin|dang ky|khai|bao|nhan|lay|cap|tai|o|den|qua|gui|ve|vo|vao|kham)*(?: ho so)?(?: o| tai| ra| den| len| toi| cho)? (?:o dau|cho nao|noi nao|noi dau|dia diem nao|di dau|ra dau|den dau|toi dau|len dau|tai dau|ve dau|khuc nao|dau vay|dau a|dau duoc|ben nao|o mo|o cho mo|qua dau|vo dau|cho nao|dau the|dau ha)",
  ],
  [
    "place",
    3,
    "(?:nop|lam|xin|cap|gui|hoi|bao|khai) (?:o )?dau(?! tu| tien| do| duoc)|(?:co quan|don vi|bo phan|cap|xa|phuong|phong|ai|ben|so|cong an|quay|huyen|uy ban)(?: nao| gi)(?: cap| giai quyet| lam| tiep nhan| nhan| co tham quyen)?|ai (?:cap|giai quyet|ky|lam|co tham quyen)|tham quyen|noi (?:nop|tiep nhan|cap|lam)|ai chung|lien he ai|gap ai|hoi ai",
  ],
  [
    "place",
    3,
    `(?:o|ra|len|tai|toi|den|ve|qua)(?: ubnd)? ${OFFICE}(?: nao| cung| co| lam| khac| \\w+)? ?(?:duoc khong|duoc chua|co duoc khong|co nhan khong|lam duoc khong|duoc a|co duoc|co lam khong|ha|phai khong|dung khong)`,
  ],
  [
    "place",
    3,
    `${OFFICE}(?: cua \\w+| \\w+)? hay(?: la)?(?: (?:o|ra|len|tai|toi|den|ve|qua|lam|nop|xuong))*(?: ho so)? (?:${OFFICE}|phai)|(?:ra|len|o|tai|nop) ${OFFICE} ha|${OFFICE} co nhan`,
  ],
  ["place", 1, `(?:nop|lam|ra|len|toi|den|o|tai) (?:ho so )?(?:o |tai )?${OFFICE}`],
  // Online.
  [
    "online",
    3,
    `(?:${NET})(?: \\w+){0,4} (?:duoc|dc|co duoc)(?: luon| khoi)? ?(?:${NO})|(?:lam|nop|khai|dang ky|gia han|xin|doi)(?: \\w+){0,2} (?:${NET}) (?:${NO}|sao|the nao|nhu the nao|ra sao|duoc|kieu gi|lam sao|cach nao)|co (?:lam |nop |nhan |dang ky |ho tro )?(?:\\w+ )?(?:${NET})|(?:${NET}) (?:khong|sao|duoc khong|the nao|chua)|(?:qua|tren) (?:mang|app|web) (?:thi|duoc)? ?(?:sao|can|khong)|(?:khoi|khong can|khong phai) (?:ra|len|di|den) (?:xa|phuong|cong an|truc tiep)|o nha (?:lam|nop|bam|khai)|(?:lam|nop|khai|tu lam) (?:tai|o) nha`,
  ],
  ["online", 2, `(?:dang ky|nop|lam|xin|cap|khai|hoan toan)(?: ho so)? (?:tren |qua |bang )?(?:${NET})`],
  ["online", 1, NET],
  // Form.
  [
    "form",
    3,
    "mau (?:don|to khai|nao|so|gi|giay|ct|bieu|cam ket|van ban|phieu|ho so|hop dong)|(?:xin|tai|cho|gui|lay|co|down|in|file) (?:cai )?(?:mau|to khai|bieu mau)|bieu mau|to khai (?:mau|dien|ghi|o dau|lay|nao|tai|so|viet|the nao)|(?:cach |huong dan )?(?:ghi|dien|viet)(?: cai)? (?:to khai|mau|don|phieu)(?: \\w+)?(?: sao| the nao)?|dien san|don (?:mau|viet|ghi) (?:sao|the nao|nhu)|don viet sao",
  ],
  ["form", 1, "to khai|don xin|mau"],
  // Papers.
  [
    "documents",
    3,
    "(?:can |phai |nhung |mang |dem |chuan bi |nop |co |kem |giay |theo |loai |cac |nhung |them |gom |ho so |thu tuc )*(?:giay to|giay|ho so|thanh phan|thu)(?: to)?(?: can| gom| gi| nao| chi| co| theo| kem| them| phai| bao gom| nhung)* ?(?:gi|nao|nhung gi|chi|sao|the nao|may thu|may loai|loai gi)",
  ],
  [
    "documents",
    3,
    "(?:can|mang|dem|chuan bi|nop|kem|gom|bao gom|phai co|can co|bo sung|xuat trinh|cam|trinh|phai nop|scan|photo|phai mang|doi|doi hoi|yeu cau|thieu|chung minh bang)(?: theo| them| san| nhung| co| ra| kem| len| ho so| giay to| cai| mang| day du| di| luon| toi| den)* (?:gi|chi|giay to gi|nhung gi|cai gi|thu gi|giay gi|j|giay nao|giay to nao|gi khong|nhung giay)",
  ],
  ["documents", 2, "(?:ho so|giay to)(?: can thiet| gom| can| phai| yeu cau| day du)?|can nhung giay to|thanh phan"],
  [
    "documents",
    2,
    "(?:co )?(?:can|phai co|phai nop|phai mang|phai dem|co can|can phai co|can co|nop|doi) (?:(?!khong|gi|thiet)\\w+ ){1,5}(?:khong|chua|ha|khong vay)|photo (?:\\w+ ){1,3}may ban|(?:can|nop) may (?:tam|ban|cai|to) (?:hinh|anh|photo)?|may (?:tam )?(?:hinh|anh)|phai co (?:giay|so|the)",
  ],
  // Leave.
  [
    "condition",
    2,
    "(?:co )?(?:duoc|the|quyen)(?! cap| tra| huong)(?: \\w+){0,9} (?:khong|chua|ha|phai khong)|(?:co )?(?:duoc|dc) (?:khong|chua|ha|a|hay khong|phep)|duoc ?$|co duoc(?: \\w+){1,6}|co the|co huong|co (?:phai|can|nen)(?: \\w+){0,9} khong|(?:co )?(?:phai|can)(?: \\w+){1,6} khong|co sao khong|thi sao khong",
  ],
  [
    "how",
    3,
    "(?:phai |can |thi |nen |minh |toi )*(?:lam sao|lam the nao|nhu the nao|the nao|cach nao|lam cach nao|ra sao|kieu gi|lam gi|nhu nao|sao day|lam nhu nao|xu ly sao|giai quyet sao|tinh sao|bang cach nao|lam kieu nao|cach thuc|cach lam|lam sao day|bat dau tu dau)|(?:trinh tu|quy trinh|cac buoc|may buoc|buoc nao|huong dan|chi cach|cach|chi)(?: \\w+)? (?:lam|thuc hien|dang ky|xin|giup|toi|cach|em)",
  ],
  [
    "how",
    2,
    "(?:lam|xin|doi|nhap|sua|thi|gio|tinh|khai|nop|bao|dang ky|tach|cap lai|bo sung|dien|gio phai|xoa|chuyen|sang ten|lai|mat) sao|sao (?:vay|a|ha|ta|day|cho duoc|gio|bay gio|duoc)|quy trinh|cac buoc|huong dan|trinh tu|can lam|phai lam",
  ],
  [
    "overview",
    2,
    "la (?:gi|sao|the nao|cai gi|giay gi)(?: vay)?|nghia la gi|gom (?:nhung )?(?:thu tuc|viec|buoc) (?:nao|gi)|de lam gi|dung lam gi|khac (?:gi|nhau|sao)",
  ],
  ["how", 1, "sao|thu tuc|the nao"],
];

const COMPILED = CUES.map(
  ([aspect, strength, pattern]) => ({ aspect, strength, regex: new RegExp(`(?<= )(?:${pattern})(?= )`, "g") }) as const,
);

/** All cues in the order in which they stand; overlapping weaker ones are dropped. */
export function findAspects(tokens: readonly Token[]): AspectCue[] {
  if (tokens.length === 0) return [];
  const starts: number[] = [];
  let line = " ";
  for (const token of tokens) {
    starts.push(line.length);
    line += token.folded + " ";
  }
  const found: AspectCue[] = [];
  for (const { aspect, strength, regex } of COMPILED) {
    for (const match of line.matchAll(regex)) {
      const from = match.index;
      const to = from + match[0].trimEnd().length;
      const start = starts.findIndex((at) => at >= from);
      if (start < 0) continue;
      let end = start;
      while (end < starts.length && starts[end]! < to) end++;
      const covered = found.some((cue) => cue.start < end && start < cue.end && cue.strength >= strength);
      if (!covered) found.push({ aspect, strength, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The aspect asked first among the strongest cues, or null. */
export function firstAspect(cues: readonly AspectCue[]): AspectCue | null {
  for (const strength of [3, 2, 1] as const) {
    const cue = cues.find((candidate) => candidate.strength === strength);
    if (cue) return cue;
  }
  return null;
}
