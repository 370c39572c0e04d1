/**
 * Word classes: what stands in one sentence as "vợ Đài Loan" stands in the next as "chồng Hàn Quốc". Each class adds one
 * feature, so that a topic learns the class from a few examples instead of every member.
 */
import type { Token } from "./tokens.ts";

const CLASSES: Readonly<Record<string, string>> = {
  "@country":
    "dai loan|han quoc|han|nhat ban|nhat|my|uc|trung quoc|lao|campuchia|cam pu chia|thai lan|thai|malaysia|singapore|canada|phap|duc|anh quoc|nga|ngoai quoc|nuoc ngoai|viet kieu|quoc te|chau au|indonesia|philippines|dubai|an do|tay|ben tay|ong tay|ba tay|nuoc khac|ngoai kieu",
  "@child":
    "em be|be|chau be|con gai|con trai|con nho|tre em|tre con|so sinh|dua nho|dua con|thang cu|thang nho|con be|nhoc|be gai|be trai|tui nho|con toi|con em|con minh|chau no|tre|be nha|con nit|dua be|chau trai|chau gai",
  "@parent": "cha|ba toi|ba em|bo|me|ma|tia|cha me|ba me|bo me|phu huynh|cha ruot|me ruot|bo toi|ba minh|tia toi",
  "@elder": "ong|ba noi|ba ngoai|ong noi|ong ngoai|noi|ngoai|ong cu|ba cu|cu ong|cu ba|bac|chu|co|di|cau|nguoi gia",
  "@spouse": "vo|chong|vo chong|nguoi yeu|ban gai|ban trai|ong xa|ba xa|hon phu|vi hon the",
  "@died":
    "qua doi|tu tran|chet|tu vong|mat roi|moi mat|vua mat|da mat|bi mat hom|mat hom|mat hom qua|khuat|khuat nui|qua co|lia doi|khuat bong|mat hoi|mat nam ngoai|mat sang|mat toi qua|mat thang truoc|mat vi benh|mat do benh|mat tuan|chet duoi|nguoi mat|nguoi chet|ra di|di roi|ba mat|me mat|cha mat|bo mat|ong mat|ma mat|ngoai mat|noi mat|chong mat|vo mat|bac mat|chu mat|di mat|cau mat|tia mat|nguoi nha mat|nguoi than mat|nguoi da mat|chong toi mat|cha toi mat|me toi mat|ba toi mat|vo toi mat",
  "@lost":
    "bi mat|mat giay|mat so|mat the|danh mat|lam mat|lam roi|bi roi|roi dau|that lac|lac mat|bi cuop|bi moc|bi giut|bi trom|danh roi|roi mat|roi xuong|roi bop|mat bop|mat vi|mat tui|kiem khong ra|tim khong thay|mat tieu|that thoat|tim khong ra|kiem khong thay|rot mat|lac dau|de quen",
  "@damaged":
    "rach|bi rach|hu|hong|uot|nat|bi chay|moi an|mo|nhoe|nhoa|phai muc|bac mau|gay|be|nuoc ngap|lem|o vang|hu hong|bi hu|gay the|nut|tray",
  "@wrong":
    "bi sai|sai ten|sai ngay|sai nam|ghi sai|ghi lon|lon|viet sai|danh sai|sai ho|sai chinh ta|sai thong tin|khong khop|khong dung|lech|nham|ghi nham|sai chu lot|khong trung|sai dia chi|bi lon|thieu chu|khac nhau|sot",
  "@foodshop":
    "quan ca phe|ca phe|cafe|quan an|quan com|quan nuoc|quan nhau|tra sua|banh mi|tap hoa|tiem tap hoa|quan pho|hu tieu|an uong|do an|bun|quan bun|nha hang|quan chay|xe banh mi|nuoc mia|lo bun|lo banh|quan oc|quan lau",
  "@shop":
    "tiem|cua hang|quan|sap|ki ot|kiot|shop|buon ban|ban hang|tiem toc|cat toc|tiem vang|tiem thuoc|tiem sua xe|sua xe|tiem giat|nha tro|phong tro|karaoke|nha nghi|khach san|dai ly|vua|spa|nail|tiem may|garage|gara|rua xe|nha thuoc|cho lon|lam toc|may vi tinh|photocopy|tiem net",
  "@boat": "tau ca|tau|ghe|xuong|thuyen|vo lai|tau bien|ghe bien|ghe ca|tau danh ca|ghe cao|ghe luoi|ghe cau",
  "@farm":
    "tom|cua|ca|so huyet|vuong|vuong tom|ao|ao tom|dam tom|nuoi tom|nuoi cua|tom the|tom su|tom giong|vuong nuoi|be nuoi|long be|hau|ngheu|ca keo",
  "@motor":
    "xe may|xe|xe hoi|o to|oto|mo to|xe honda|honda|xe tai|xe dien|xe cu|xe moi|ban xe|mua xe|bien so|xe ga|xe khach|chiec xe|vision|wave|sh|exciter",
  "@house":
    "nha|can nha|nha o|nha cap 4|lau|tang|ham|mai|chuong|hang rao|cong trinh|xay|cat nha|cat lau|nha kho|nha xuong|nha tien che|nha tro|ki ot",
  "@land":
    "dat|thua dat|manh dat|lo dat|cong dat|so do|so hong|bia do|quyen su dung dat|ruong|vuon|dat ruong|dat vuon|bang khoan|giay do|dat dai|cuc dat|mieng dat|dat tho cu|nen nha",
  "@bank":
    "vay von|vay|ngan hang|the chap|cam co|vay tien|vay ngan hang|agribank|vietcombank|giai chap|bidv|sacombank|von chinh sach",
  "@school":
    "lop 1|lop mot|truong|hoc|mam non|mau giao|tieu hoc|cap 2|cap 3|nhap hoc|hoc sinh|hoc ba|lop 6|lop sau|hoc phi|lop 10|lop muoi|di hoc|vo lop|vao lop|nha tre|chuyen truong",
  "@work": "xin viec|di lam|cong ty|ho so xin viec|viec lam|xi nghiep|nghi viec|that nghiep|phong van|tuyen dung",
  "@abroad":
    "di nuoc ngoai|xuat khau lao dong|xkld|du hoc|xuat canh|visa|di my|di nhat|di han|dinh cu|bao lanh|di dai loan|di uc|lam viec o nuoc ngoai|xuat ngoai|di du lich",
  "@oldage":
    "70 tuoi|75 tuoi|80 tuoi|85 tuoi|90 tuoi|bay muoi|bay lam|tam muoi|chin muoi|cao tuoi|gia yeu|nguoi gia|lon tuoi|75|80",
  "@together":
    "lien thong|cung luc|mot luot|mot lan|chung mot|gop|ba trong mot|3 trong 1|hai trong mot|2 trong 1|lam chung|nop chung|lam luon|chung luon|kem|cung voi|tich hop|combo|ket hop|mot the",
  "@again": "lam lai|cap lai|dang ky lai|xin lai|in lai|xin cap lai",
  "@change": "doi|cap doi|thay doi|sua|chinh|dieu chinh|cap nhat|chuyen|dinh chinh|cai chinh",
  "@first": "lan dau|moi|cap moi|chua co|chua tung|chua lam bao gio|lam moi|tu truoc gio chua|bao gio|chua bao gio",
  "@expired": "het han|qua han|sap het han|toi han|den han|het thoi han|tre han|het hieu luc",
};

type Entry = { readonly words: readonly string[]; readonly concept: string };

const BY_FIRST = new Map<string, Entry[]>();
for (const [concept, list] of Object.entries(CLASSES)) {
  for (const phrase of list.split("|")) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { words, concept }]);
  }
}

/** "con 10 tuổi" and "bé 3 tháng" say which identity card, which school, which allowance. */
function ageBand(years: number): string {
  if (years < 6) return "@age0-5";
  if (years < 14) return "@age6-13";
  if (years < 18) return "@age14-17";
  return years < 60 ? "@age18-59" : years < 75 ? "@age60-74" : "@age75+";
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  lam: 5,
};

/** Reads "10", "mười bốn", "bảy mươi lăm" ending before index `end`. */
function numberBefore(tokens: readonly Token[], end: number): number | null {
  const last = tokens[end - 1]?.folded ?? "";
  if (/^\d{1,3}$/.test(last)) return Number(last);
  const words = [tokens[end - 3]?.folded, tokens[end - 2]?.folded, last].map((word) => NUMBER_WORDS[word ?? ""]);
  const [hundreds, tens, units] = words;
  if (units === undefined) return null;
  if (units === 10) return tens === undefined ? 10 : tens * 10;
  if (tens === 10) return (hundreds ?? 1) * 10 + units;
  return units;
}

/** The classes that a message mentions, each once. */
export function conceptsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.folded ?? "";
    for (const { words, concept } of BY_FIRST.get(word) ?? []) {
      if (words.every((part, offset) => tokens[at + offset]?.folded === part)) found.add(concept);
    }
    if (word === "tuoi") {
      const years = numberBefore(tokens, at);
      if (years !== null) found.add(ageBand(years));
    }
  }
  return found;
}
