/** Noise as phones and hurried fingers make it. Deterministic: the same text and seed give the same noise. */

const TELEX: Readonly<Record<string, string>> = {
  "\u0301": "s",
  "\u0300": "f",
  "\u0309": "r",
  "\u0303": "x",
  "\u0323": "j",
};
const HATS: Readonly<Record<string, string>> = { ă: "aw", â: "aa", ê: "ee", ô: "oo", ơ: "ow", ư: "uw", đ: "dd" };
const VNI_TONES: Readonly<Record<string, string>> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
};
const VNI_HATS: Readonly<Record<string, string>> = { ă: "a8", â: "a6", ê: "e6", ô: "o6", ơ: "o7", ư: "u7", đ: "d9" };
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "s",
  s: "d",
  d: "f",
  n: "m",
  m: "n",
  i: "o",
  o: "p",
  h: "j",
  k: "l",
  t: "y",
  g: "h",
  c: "v",
  e: "r",
  u: "i",
};

export const withoutDiacritics = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

export const decomposed = (text: string): string => text.normalize("NFD");

/** "hòa" ↔ "hoà": the other of the two customs. */
export const otherTonePlacement = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{L})/gu, "$1$3$2")
    .normalize("NFC");

function spell(word: string, hats: Readonly<Record<string, string>>, tones: Readonly<Record<string, string>>): string {
  let tone = "";
  const bare = word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
    tone = tones[mark] ?? "";
    return "";
  });
  return [...bare.normalize("NFC")].map((letter) => hats[letter] ?? letter).join("") + tone;
}

const everyWord = (text: string, change: (word: string) => string): string =>
  text.toLowerCase().replace(/\p{L}+/gu, change);

export const asTelex = (text: string): string => everyWord(text, (word) => spell(word, HATS, TELEX));
export const asVni = (text: string): string => everyWord(text, (word) => spell(word, VNI_HATS, VNI_TONES));

const TEENCODE: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})không(?!\p{L})/gu, "k"],
  [/(?<!\p{L})được(?!\p{L})/gu, "đc"],
  [/(?<!\p{L})đăng ký(?!\p{L})/gu, "đk"],
  [/(?<!\p{L})bao nhiêu(?!\p{L})/gu, "bn"],
  [/(?<!\p{L})gì(?!\p{L})/gu, "j"],
  [/(?<!\p{L})vậy(?!\p{L})/gu, "z"],
  [/(?<!\p{L})rồi(?!\p{L})/gu, "r"],
  [/(?<!\p{L})giấy tờ(?!\p{L})/gu, "gt"],
  [/(?<!\p{L})em(?!\p{L})/gu, "e"],
  [/(?<!\p{L})khai sinh(?!\p{L})/gu, "ks"],
  [/(?<!\p{L})căn cước(?!\p{L})/gu, "cccd"],
];

export const asTeencode = (text: string): string =>
  TEENCODE.reduce((line, [word, short]) => line.replace(word, short), text.toLowerCase());

/** One slip of the finger in the longest word: its third letter becomes the key beside it. */
export function withSlip(text: string): string {
  const words = withoutDiacritics(text.toLowerCase()).split(" ");
  const at = words.reduce((best, word, index) => (word.length > (words[best]?.length ?? 0) ? index : best), 0);
  const word = words[at] ?? "";
  const letter = word[2] ?? "";
  words[at] = word.slice(0, 2) + (NEIGHBOURS[letter] ?? letter) + word.slice(3);
  return words.join(" ");
}

/** The first three words run together. */
export const runTogether = (text: string): string => {
  const words = withoutDiacritics(text.toLowerCase()).split(" ");
  return [words.slice(0, 3).join(""), ...words.slice(3)].join(" ");
};

/** All kinds, by the name under which `npm run eval` prints them. */
export const NOISES: Readonly<Record<string, (text: string) => string>> = {
  "without diacritics": withoutDiacritics,
  "Telex left over": asTelex,
  "VNI left over": asVni,
  teencode: asTeencode,
  "a slip in the longest word": withSlip,
  "three words run together": runTogether,
};
