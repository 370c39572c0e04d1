/** Codes by which people name a procedure: our short ones (KS1) and the official ones (1.000894). */
import type { Knowledge } from "./knowledge.ts";

export type NamedByCode = {
  /** The procedures meant; several when they share an official code, none when the code is no longer used. */
  readonly ids: readonly string[];
  /** The first code as it is printed. */
  readonly code: string;
  /** The words around the codes; empty when only manners stood there ("em gửi KS1 ạ"). */
  readonly rest: string;
};

type Found = { readonly from: number; readonly to: number; readonly code: string; readonly ids: readonly string[] };

/** Not in the middle of a word, a number, a dossier code or a number plate. */
const BEFORE = "(?<![\\p{L}\\p{N}./_-])";
const AFTER = "(?![\\p{L}\\p{N}_]|[./-]\\p{N})";
/** `1.000894`, with or without the province it was published for (`1.000894.H12`, `1.000894.000.00.00.H12`). */
const OFFICIAL = new RegExp(`${BEFORE}(\\d)[.,](\\d{6})(?:(?:\\.000\\.00\\.00)?\\.[hg]\\d{2})?${AFTER}`, "giu");
const OFFICIAL_GLUED = new RegExp(`${BEFORE}(\\d)(\\d{6})${AFTER}`, "gu");
const SHORT = new RegExp(`${BEFORE}([a-z]{2})0{0,2}([1-9]\\d{0,2})${AFTER}`, "giu");
/** Apart only in capitals: "co 2 con" and "xa 5" are ordinary words. */
const SHORT_APART = new RegExp(`${BEFORE}([A-Z]{2})[ .-]([1-9]\\d{0,2})${AFTER}`, "gu");
const SHORT_APART_ANY = new RegExp(SHORT_APART.source, "giu");

/** Words that add nothing to a code. Folded. */
const MANNERS = new Set(
  `a anh ban bac ba bot cac cai can chi cho chao co con code coi cua da di duoc em gium giup goi gui ha hoi la lai lay ma
   minh muon nay nha nhan nhap nhe nghen ngan oi quet so tui toi thu tin tren tuc to truoc ve vao voi vui long xem xin
   zalo va`.split(/\s+/),
);

/**
 * What a text names by code, or null. Strict, for it must never take ordinary text: only codes that exist, whole, and
 * the looser spellings ("ks 1", 1000894) only when nothing but manners stands beside them.
 */
export function readProcedureCode(text: string, knowledge: Knowledge): NamedByCode | null {
  const whole = text.trim().normalize("NFC");
  if (whole.length > 500 || !/\d/.test(whole)) return null;
  const strict = found(whole, knowledge, [OFFICIAL], [SHORT, SHORT_APART]);
  if (strict) return strict;
  const loose = found(whole, knowledge, [OFFICIAL_GLUED], [SHORT_APART_ANY]);
  return loose?.rest === "" ? loose : null;
}

function found(
  text: string,
  knowledge: Knowledge,
  official: readonly RegExp[],
  short: readonly RegExp[],
): NamedByCode | null {
  const { byOfficial, byShort } = indexOf(knowledge);
  const matches = (patterns: readonly RegExp[], index: ReadonlyMap<string, readonly string[]>, glue: string): Found[] =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const code = `${match[1]}${glue}${match[2]}`.toUpperCase();
        const ids = index.get(code);
        return ids ? [{ from: match.index, to: match.index + match[0].length, code, ids }] : [];
      }),
    );
  const all = [...matches(official, byOfficial, "."), ...matches(short, byShort, "")].sort((a, b) => a.from - b.from);
  const [first] = all;
  if (!first) return null;
  let rest = text;
  for (const { from, to } of [...all].reverse()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  return { ids: [...new Set(all.flatMap(({ ids }) => ids))], code: first.code, rest: withoutManners(rest) };
}

function withoutManners(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.every((word) => MANNERS.has(fold(word))) ? "" : text.replace(/\s+/g, " ").trim();
}

const fold = (word: string) =>
  word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

type Index = {
  readonly byOfficial: ReadonlyMap<string, readonly string[]>;
  readonly byShort: ReadonlyMap<string, readonly string[]>;
  readonly shortOf: ReadonlyMap<string, string>;
};

/** Knowledge never changes, so each is indexed once, and forgotten with it. */
const indexes = new WeakMap<Knowledge, Index>();

function indexOf(knowledge: Knowledge): Index {
  const known = indexes.get(knowledge);
  if (known) return known;
  const byOfficial = new Map<string, string[]>();
  for (const { id, code } of knowledge.procedures.values()) {
    if (code !== null) byOfficial.set(code, [...(byOfficial.get(code) ?? []), id]);
  }
  const byShort = new Map<string, string[]>();
  const shortOf = new Map<string, string>();
  for (const { code, procedure } of knowledge.shortCodes?.values() ?? []) {
    const there = procedure !== null && knowledge.procedures.has(procedure);
    byShort.set(code, there ? [procedure] : []);
    if (there) shortOf.set(procedure, code);
  }
  const index = { byOfficial, byShort, shortOf };
  indexes.set(knowledge, index);
  return index;
}

/** "KS1", or null for a record without a short code. */
export function shortCodeOf(id: string, knowledge: Knowledge): string | null {
  return indexOf(knowledge).shortOf.get(id) ?? null;
}
