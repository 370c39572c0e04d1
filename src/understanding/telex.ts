/**
 * Leftovers of the two Vietnamese typing methods, for when the keyboard program was off: Telex spells marks with
 * letters ("ddawng kys" = "đăng ký"), VNI with digits ("d9a8ng ky1").
 */
import { foldWord } from "./fold.ts";
import { isSyllable } from "./syllable.ts";

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};
const VNI_TONES: Readonly<Record<string, string>> = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };

/** Puts a combining tone on the vowel that carries it: the last hatted one, else the last but one of an open pair. */
function withTone(letters: string, tone: string): string {
  const at = Math.max(...[..."âăêôơư"].map((vowel) => letters.lastIndexOf(vowel)));
  const place = at >= 0 ? at : letters.search(/[aeiouy](?![aeiouy])/);
  return place < 0 ? letters : (letters.slice(0, place + 1) + tone + letters.slice(place + 1)).normalize("NFC");
}

function fromTelex(word: string): string {
  // A tone already typed as a mark ("thụcw") is set aside and put back.
  const bare = word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "");
  let tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(word.normalize("NFD"))?.[0] ?? "";
  const letters = bare
    .normalize("NFC")
    .replace(/dd/g, "đ")
    // A "w" that came late ("thucw", "duongw") belongs to the vowel before the end.
    .replace(/(uo|[uoa])([^aeiouyw]+)w$/, "$1w$2")
    .replace(/aa|a(?=.*a$)/g, "â")
    .replace(/ee/g, "ê")
    .replace(/oo/g, "ô")
    .replace(/aw/g, "ă")
    .replace(/uow|ưow|uwow|uơw|ưo/g, "ươ")
    .replace(/ow/g, "ơ")
    .replace(/uw|(?<![aeiouăâêôơư])w/g, "ư")
    .replace(/(?<=[aeiouyăâêôơư].*)w/g, "")
    .replace(/(?<=[aeiouyăâêôơư].*)[sfrxj]+(?=[a-zđ]{0,2}$)/g, (letter) => {
      tone = TELEX_TONES[letter.at(-1) ?? ""] ?? "";
      return "";
    })
    .replace(/đ(?=.)d|d(.*)d$/g, (whole, middle) => (middle === undefined ? whole : `đ${middle}`))
    .replace(/ââ|âa/g, "â");
  return tone === "" ? letters : withTone(letters, tone);
}

function fromVni(word: string): string {
  let tone = "";
  const letters = word
    .replace(/d(.*)9/g, "đ$1")
    .replace(/a([a-z]*)6/g, "â$1")
    .replace(/e([a-z]*)6/g, "ê$1")
    .replace(/o([a-z]*)6/g, "ô$1")
    .replace(/uo([a-z]*)7/g, "ươ$1")
    .replace(/o([a-z]*)7/g, "ơ$1")
    .replace(/u([a-z]*)7/g, "ư$1")
    .replace(/a([a-z]*)8/g, "ă$1")
    .replace(/[1-5]/g, (digit) => {
      tone = VNI_TONES[digit] ?? "";
      return "";
    });
  return tone === "" ? letters : withTone(letters, tone);
}

/**
 * The word meant by a Telex or VNI leftover, or null when `word` (lower case) is not one. Never reads a real syllable
 * ("mas" is not one, "man" is) nor a word with a trailing number such as "ct07" as a leftover.
 */
export function readLeftover(word: string): string | null {
  if (word.length < 2 || word.length > 11) return null;
  if (/^[a-zđ]+([1-9][a-z]*)+$/.test(word) && !/\d{2,}$/.test(word.replace(/[6-8][1-5]$/, ""))) {
    const meant = fromVni(word);
    const enough = word.replace(/[0-9]/g, "").length >= 2 || /^[aeou][6-8][1-5]$/.test(word);
    return enough && isSyllable(foldWord(meant)) ? meant : null;
  }
  if (/\d/.test(word) || isSyllable(foldWord(word))) return null;
  const meant = fromTelex(word);
  return meant !== word && isSyllable(foldWord(meant)) ? meant : null;
}

/** What Telex makes of a word, folded, whether it is a syllable or not: "choeeus" is "choeu", one slip from "chieu". */
export const spelledByTelex = (word: string): string => foldWord(fromTelex(word));
