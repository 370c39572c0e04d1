/**
 * A message as a bag of features. Topics look at the words of the need alone; intents look at every word, also at how
 * the message begins and ends.
 *
 *   "k"  folded syllable      "k h"  two in a row      "h~k"  two near each other, in any order
 *   ":k2" marked syllable     ":k h2" two marked in a row      "@died"  a word class
 */
import { findAspects } from "./aspects.ts";
import { conceptsIn } from "./concepts.ts";
import type { Token } from "./tokens.ts";

export type Features = Map<string, number>;

/** Particles, politeness and pronouns: they say nothing about the need. Folded. */
const PARTICLES = new Set(
  (
    "da a ah ak oi nhe nha vay thi la ma ha u uh um nay kia do the cai roi luon cung con_ giup dum gium voi_ toi em anh chi minh ban tui tao ad co_ chu_ " +
    "xin_ hoi biet muon dang se de_ cho_ va hay hoac ai nua thoi di_ lai_ duoc bi_ nhu may nhung cac mot_ o_ tai"
  )
    .split(" ")
    .filter((word) => !word.endsWith("_")),
);

/** Words of asking: left out where they stand in a cue of an aspect ("mất bao lâu"), kept elsewhere ("mất sổ"). */
const ASKING = new Set(
  (
    "bao nhieu lau may ngay hom bua tuan thang gio tien dong phi le het ton mat tra thu nop o dau cho noi di den toi ra len giay to gi chi nao nhung can phai " +
    "mang dem theo chuan bi gom co khong duoc chua the lam sao nhu cach kieu khi chung thi moi xong ket qua ho so thu tuc hay a dieu kien truong hop nhieu " +
    "thoi gian mien muc huong mau don khai online truc tuyen tren qua mang web app ung dung bat buoc quy dinh theo luat phap ly can_cu nghi thong bi phat cac buoc huong dan trinh tu khac ai tien lien ngay trong lay kip nhanh"
  ).split(" "),
);

/** What is declared is named so: in "khai sinh nộp trên mạng được không" the first word is no word of asking. */
const DECLARED = new Set(["sinh", "tu"]);

/** Word pairs further apart than this are not features. */
const WINDOW = 3;
/** A story that touches more classes than this says nothing by any two of them. */
const MOST_CLASSES = 7;

function add(features: Features, name: string, value: number): void {
  const old = features.get(name);
  if (old === undefined || old < value) features.set(name, value);
}

/** The tokens without the words of asking. */
function withoutAsking(tokens: readonly Token[]): Token[] {
  const asking = new Uint8Array(tokens.length);
  for (const cue of findAspects(tokens)) if (cue.strength > 1) asking.fill(1, cue.start, cue.end);
  return tokens.filter(
    ({ folded }, at) =>
      !(asking[at] === 1 && ASKING.has(folded)) || (folded === "khai" && DECLARED.has(tokens[at + 1]?.folded ?? "")),
  );
}

/** The tokens without politeness and pronouns. */
export const withoutParticles = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ folded }) => !PARTICLES.has(folded));

/** The tokens that say what is needed: without asking words and politeness. */
export const needWords = (tokens: readonly Token[]): Token[] => withoutParticles(withoutAsking(tokens));

/** `weightOf` lets the asking sentence of a long story count more than the story. */
export function topicFeatures(tokens: readonly Token[], weightOf: (token: Token) => number = () => 1): Features {
  const features: Features = new Map();
  const told = new Set(withoutAsking(tokens));
  const words = withoutParticles([...told]);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const weight = weightOf(word);
    add(features, word.folded, weight);
    if (word.marked !== null) add(features, `:${word.marked}`, weight);
    for (let next = at + 1; next < Math.min(words.length, at + WINDOW); next++) {
      const other = words[next]!;
      const both = Math.min(weight, weightOf(other));
      if (next === at + 1) {
        add(features, `${word.folded} ${other.folded}`, both);
      }
      const [low, high] = word.folded < other.folded ? [word.folded, other.folded] : [other.folded, word.folded];
      add(features, `${low}~${high}`, both);
    }
  }
  const classes = [...conceptsIn(tokens, (token) => (told.has(token) ? weightOf(token) : 0))].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  for (const [at, [one, weight]] of classes.entries()) {
    add(features, one, weight);
    if (classes.length > MOST_CLASSES) continue;
    for (const [other, otherWeight] of classes.slice(at + 1))
      add(features, `${one}&${other}`, Math.min(weight, otherWeight));
  }
  return features;
}

/** Openings that say nothing by themselves when a question follows: "dạ cho em hỏi", "xin chào ad". */
const OPENING =
  /^(?:(?:da|vang|alo|xin chao|chao|kinh chao|xin|cho|hoi|em|anh|chi|toi|minh|con|chau|co|chu|bac|ban|ad|can bo|trung tam|oi|a|hoi xiu|xiu|chut|ti|muon|cho phep|nho|giup|vui long|cai nay) )+(?:hoi|oi|a|chao|ad|can bo|trung tam|xiu|chut|minh hoi)(?: (?:la|rang|ve|xiu|chut|ti|a|vay|cai nay))* /;

/** The tokens after an opening, when at least two are left. */
function withoutOpening(tokens: readonly Token[]): readonly Token[] {
  const line = tokens.map((token) => token.folded).join(" ") + " ";
  const opening = OPENING.exec(line)?.[0];
  if (opening === undefined) return tokens;
  const rest = tokens.slice(opening.trim().split(" ").length);
  return rest.length >= 2 ? rest : tokens;
}

/** Every word, pairs in a row, both ends and a length class. */
export function intentFeatures(message: readonly Token[]): Features {
  const tokens = withoutOpening(message);
  const features: Features = new Map();
  let previous = "^";
  for (const token of tokens) {
    const number = /^\d+$/.test(token.folded);
    const word = number ? "#" : token.folded;
    add(features, word, 1);
    add(features, `${previous} ${word}`, 1);
    if (token.marked !== null && !number) {
      add(features, `:${token.marked}`, 1);
    }
    previous = word;
  }
  add(features, `${previous} $`, 1);
  for (const concept of conceptsIn(tokens).keys()) add(features, concept, 1);
  add(
    features,
    `#${tokens.length < 3 ? tokens.length : tokens.length < 6 ? "few" : tokens.length < 14 ? "some" : "many"}`,
    1,
  );
  return features;
}
