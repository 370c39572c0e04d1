/** Whether a message is only the beginning of what somebody wants to say: "alo", "cho em hỏi", "khai sinh". */
import { plainWords } from "./plain-words.ts";

/** Words of which an opening is made: greetings, forms of address, "cho … hỏi". */
const OPENING = new Set(
  `a ad admin alo anh ba bac ban bot chao chau chi cho chu chut co con cua da dang day e em ey giup gium hello hey hi hoi
   la lam lo minh mot muon nao nay nha nhe nhen nho nghen oi shop t tao thay thi ti toi tui u uh um vang viec voi xin xiu`
    .split(/\s+/)
    .filter(Boolean),
);
const LONGEST_PIECE = 3;

/** False for a finished sentence, a code, a number, a tapped button: those are answered at once. */
export function mayGoOn(text: string): boolean {
  const trimmed = text.trim();
  if (/[?!.…\d]$|\d|^#/.test(trimmed)) return false;
  const words = plainWords(trimmed).split(" ").filter(Boolean);
  return words.length <= LONGEST_PIECE || words.every((word) => OPENING.has(word));
}
