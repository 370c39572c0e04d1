/** Reads which cases of a list are meant: "1 3", "số 2 và 4", "không có", "chưa rõ". Null when it is something else. */
import { plainWords } from "../plain-words.ts";

const NUMBERS = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
const AROUND = /\b(so|cai|muc|truong hop|th|va|voi|la|em|oi|a|nha|nhe|da|do|toi|tui|minh|co|chon|thuoc|dung|vay)\b/g;
const NONE = /^(khong|ko|k|hong|hok|khong phai|khong cai nao|khong nao|khong gi|khong truong hop nao)$/;
const UNKNOWN = /^(khong|ko|k|chua|hong) (ro|biet|chac)$/;

export function readCases(text: string, count: number): readonly number[] | "unknown" | null {
  const whole = plainWords(text);
  if (count === 1 && /^(co|phai|dung|co a|dung roi|phai roi)$/.test(whole)) return [1];
  const bare = whole.replace(AROUND, " ").replace(/\s+/g, " ").trim();
  if (UNKNOWN.test(bare)) return "unknown";
  if (NONE.test(bare) || NONE.test(whole)) return [];
  if (/^(tat ca|het|ca hai|ca ba)$/.test(bare)) return bare === "ca hai" && count !== 2 ? null : upTo(count);
  const picked = bare.split(" ").map((word) => (/^\d$/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1));
  if (picked.some((number) => number < 1 || number > count)) return null;
  return [...new Set(picked)].sort((a, b) => a - b);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
