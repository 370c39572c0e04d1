/** Reads a pick: "1", "cái đầu", "cái thứ hai", the words on a button, or words that belong to one choice. */
import type { Option } from "./ask-back.ts";
import { hasWords, plainPhrase, plainWords, withoutWords } from "./plain-words.ts";
import { WITHOUT_SUBJECT } from "./without-subject.ts";

const ORDINALS: readonly (readonly string[])[] = [
  ["1", "mot", "dau", "dau tien", "thu nhat", "nhat"],
  ["2", "hai", "thu hai", "ke", "giua"],
  ["3", "ba", "thu ba"],
  ["4", "bon", "thu tu", "tu"],
  ["5", "nam", "thu nam"],
  ["6", "sau", "thu sau"],
];
const LAST = ["cuoi", "cuoi cung", "sau cung", "chot"];

/** The words around a place: "chọn cái số 2 nhé em", "ý thứ hai". */
const AROUND =
  /\b(chon|lay|cai|so|y|muc|nut|loai|truong hop|th|la|em|oi|a|ạ|nhe|nha|di|dum|giup|da|do|thoi|cho|toi|tui|minh)\b/g;

/** By place only ("2", "cái cuối"): certain enough to need no understanding. Null when it is not such a pick. */
export function pickByPlace(text: string, options: readonly Option[]): Option | null {
  const whole = plainWords(text);
  const bare = whole.replace(AROUND, " ").replace(/\s+/g, " ").trim();
  for (const said of [whole, bare]) {
    if (LAST.includes(said)) return options.at(-1) ?? null;
    const place = ORDINALS.findIndex((words) => words.includes(said));
    if (place >= 0) return options[place] ?? null;
  }
  return options.find(({ label }) => plainWords(label) === whole) ?? null;
}

/** By words of one choice. Null when no choice, or more than one, fits best. */
export function pickByWords(text: string, options: readonly Option[]): Option | null {
  const said = plainWords(text);
  const scores = options.map(({ label, words }) => closeness(said, label, words));
  const best = Math.max(0, ...scores);
  if (best === 0 || scores.filter((score) => score === best).length !== 1) return null;
  return options[scores.indexOf(best)] ?? null;
}

/** By words of one choice with nothing said beside them: it answers our question, whatever else it could mean. */
export function pickByWordsAlone(text: string, options: readonly Option[]): Option | null {
  const picked = pickByWords(text, options);
  if (!picked) return null;
  const beside = withoutWords(plainWords(text), [picked.label, ...picked.words]).split(" ");
  return beside.every((word) => word === "" || word === "bi" || WITHOUT_SUBJECT.has(word)) ? picked : null;
}

/** Letters of the longest phrase of a choice that was said: "mất sổ luôn" beats "mất". */
function closeness(said: string, label: string, words: readonly string[]): number {
  const phrases = [...words, label, ...label.split(/[()/,]/)].map(plainPhrase).filter((phrase) => phrase.length > 1);
  return Math.max(0, ...phrases.filter((phrase) => hasWords(said, phrase)).map((phrase) => phrase.length));
}

const YES = [
  "dung",
  "dung roi",
  "da dung",
  "phai",
  "phai roi",
  "vang",
  "u",
  "uh",
  "um",
  "ok",
  "oke",
  "yes",
  "da",
  "dr",
  "chuan",
];
const NO = [
  "sai",
  "sai roi",
  "khong",
  "khong phai",
  "ko",
  "k",
  "hong",
  "hok",
  "hong phai",
  "khong dung",
  "sua",
  "sua lai",
  "no",
];

/** Yes, no, or neither. */
export function readYesNo(text: string): "yes" | "no" | null {
  const said = plainWords(text)
    .replace(/(?: (?:a|nhe|nha|nghen|em|e|con|chau|ban|anh|chi|co|chu|bac|do|luon))+$/, "")
    .replace(/^(?:da|vang|u|uh|um|ua) (?=.)/, "");
  if (YES.includes(said)) return "yes";
  return NO.includes(said) ? "no" : null;
}
