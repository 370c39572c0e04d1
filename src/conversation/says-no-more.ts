/** Whether what stands beside a known phrase names no matter of its own. */
import { WITHOUT_SUBJECT } from "./without-subject.ts";

/** How people ask on; none of it says which one is meant. */
const ASKING =
  /\b(?:(?:mat|het|ton) (?:bao|may|nhieu)|bao (?:nhieu|lau|gio)|may (?:ngay|bua|tien)|(?:le )?phi|tien|lau|ngay|nop|dem|mang|theo|len|online|tren|mang|qua|j|ko|hong|hok|hem|vo|ra|xa|phuong|huyen|cong an|uy ban|kieu|cach|quy trinh|ho so|lam sao|chung|nao|chi phi|nhieu|bn|bao|lai|nhanh|gap|luon|bi|vi|do|tai)\b/g;

/** `rest`: plain words of the message without the phrase. */
export const saysNoMore = (rest: string): boolean =>
  rest
    .replace(ASKING, " ")
    .split(" ")
    .every((word) => word === "" || WITHOUT_SUBJECT.has(word));
