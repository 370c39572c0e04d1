/**
 * Takes personal numbers out of a message before anything is stored (dossier-and-centre.md (h), and "Không được nhầm
 * với"): citizen-ID and old ID-card numbers leave no digit, phone numbers leave their last three. Dossier codes are
 * recognised first and stay whole. In doubt between an ID number and something else, it is taken out.
 */
import { CITIZEN_ID_TOKEN, phoneToken } from "../channel/personal-numbers.ts";
import { findWrittenCodes, originalRange, type PlainView, plainView } from "../dossiers/index.ts";
import { findNotPersonal, type Range } from "./not-personal.ts";
import { type DigitGroup, type Row, readRows } from "./number-groups.ts";

export type Masked = {
  readonly text: string;
  readonly sawCitizenId: boolean;
  /** As `0912345678`, in the order in which they stood; for whoever must seal and keep them. */
  readonly phones: readonly string[];
};

type Find = Range & ({ readonly kind: "citizen-id" } | { readonly kind: "phone"; readonly number: string });

/** Fewer digits than this, even with letters typed for digits, make no personal number. */
const FEWEST_DIGITS = 5;
const ANY_DIGIT = /[\p{Nd}\p{No}]/gu;

/** Idempotent; never throws. Cheap for the many messages that hold no number. */
export function maskPersonalNumbers(text: string): Masked {
  if (!hasDigits(text)) return { text, sawCitizenId: false, phones: [] };
  const view = plainView(text);
  const found = readRows(view.plain, notPersonal(view)).flatMap((row) => findInRow(view.plain, row));
  if (found.length === 0) return { text, sawCitizenId: false, phones: [] };
  return {
    text: replace(view, found),
    sawCitizenId: found.some(({ kind }) => kind === "citizen-id"),
    phones: found.flatMap((find) => (find.kind === "phone" ? [find.number] : [])),
  };
}

/** Whether the text holds enough digits of any script. Read letter by letter: every message pays for it at the door. */
function hasDigits(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 ? code >= 0x30 && code <= 0x39 : !isVietnameseLetter(code)) count++;
    if (count === FEWEST_DIGITS) return countDigits(text) >= FEWEST_DIGITS;
  }
  return false;
}

/** Composed letters and combining marks: no digit of any script is among them. */
const isVietnameseLetter = (code: number) =>
  (code >= 0xc0 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x300 && code < 0x370);

const countDigits = (text: string) => text.match(ANY_DIGIT)?.length ?? 0;

function notPersonal(view: PlainView): Range[] {
  return [...findWrittenCodes(view), ...findNotPersonal(view)];
}

/** Left to right, the first number that begins at a group; a group that begins none is passed over. */
function findInRow(plain: string, row: Row): Find[] {
  const found: Find[] = [];
  for (let i = 0; i < row.length; ) {
    const find = findAt(plain, row, i);
    if (find) found.push(find);
    i += find?.groups ?? 1;
  }
  return found;
}

function findAt(plain: string, row: Row, i: number): (Find & { groups: number }) | null {
  const hasPlus = /\+ ?\(?$|\(\+ ?$/.test(plain.slice(Math.max(0, row[i]!.from - 3), row[i]!.from));
  // First as written whole, then without letters at the edges that may belong to a word.
  for (const digits of [row[i]!.digits, row[i]!.core]) {
    const number = phoneOf(digits, hasPlus);
    if (number) return phone(plain, row, i, 1, number);
    if (isPersonal(digits)) return citizenId(row, i, 1);
  }
  // As many groups as a number of twelve digits can have; a phone number loses against an ID number of the same start.
  let phoneFound: (Find & { groups: number }) | null = null;
  let nine: (Find & { groups: number }) | null = null;
  let digits = "";
  for (let count = 1; i + count <= row.length && digits.length < 12; count++) {
    digits += row[i + count - 1]!.digits;
    const number = phoneOf(digits, hasPlus);
    if (number) phoneFound ??= phone(plain, row, i, count, number);
    // +84 and the number with its own 0 are twelve digits too.
    if (number && digits.length === 12) return phoneFound;
    if (digits.length === 9) nine = citizenId(row, i, count);
    if (digits.length === 12 && !(phoneFound && endsApart(plain, row, i, phoneFound.groups)))
      return citizenId(row, i, count);
  }
  return phoneFound ?? nine;
}

/** The number uses one separator throughout and another one follows: "0912.345.678 12". */
function endsApart(plain: string, row: Row, i: number, groups: number): boolean {
  const gap = (n: number) => plain.slice(row[n]!.to, row[n + 1]!.from);
  const after = gap(i + groups - 1);
  for (let n = i; n < i + groups - 1; n++) if (gap(n) === after) return false;
  return true;
}

const isPersonal = (digits: string) => digits.length === 9 || digits.length === 12;

/** `0912345678` or, of a landline, `02903831234`; null when these digits are no Vietnamese phone number. */
function phoneOf(digits: string, hasPlus: boolean): string | null {
  if (/^0[35789][0-9]{8}$/.test(digits) || /^02[0-9]{9}$/.test(digits)) return digits;
  const abroad = hasPlus ? /^840?([235789][0-9]{8,9})$/.exec(digits) : /^84([35789][0-9]{8})$/.exec(digits);
  return abroad ? `0${abroad[1]}` : null;
}

function phone(plain: string, row: Row, i: number, groups: number, number: string): Find & { groups: number } {
  const plus = /\(?\+ ?\(?$/.exec(plain.slice(Math.max(0, row[i]!.from - 3), row[i]!.from))?.[0].length ?? 0;
  return { kind: "phone", number, from: row[i]!.from - plus, to: row[i + groups - 1]!.to, groups };
}

function citizenId(row: readonly DigitGroup[], i: number, groups: number): Find & { groups: number } {
  return { kind: "citizen-id", from: row[i]!.from, to: row[i + groups - 1]!.to, groups };
}

function replace(view: PlainView, found: readonly Find[]): string {
  let masked = "";
  let done = 0;
  for (const find of found) {
    const { start, end } = originalRange(view, find.from, find.to);
    masked += view.original.slice(done, start);
    masked += find.kind === "phone" ? phoneToken(find.number) : CITIZEN_ID_TOKEN;
    done = end;
  }
  return masked + view.original.slice(done);
}
