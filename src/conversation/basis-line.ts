/** "Căn cứ: Luật Hộ tịch · đối chiếu 22/11/2026": the last line of a fact, always the same. */
import { sayDay } from "../knowledge/validity.ts";
import { spellOut } from "./wording.ts";

/** At most this many bases are printed: the line stays one line. */
const MOST = 3;

/** `bases` are those tied to the facts that were said; without any, `main` is printed. */
export function basisLine(bases: readonly string[], main: readonly string[], checkedOn: string): string {
  const tied = eachOnce(bases);
  const printed = (tied.length > 0 ? tied : main.map(spellOut)).slice(0, MOST).join("; ");
  const checked = `đối chiếu ${sayDay(checkedOn)}`;
  return printed === "" ? `Đ${checked.slice(1)}` : `Căn cứ: ${printed} · ${checked}`;
}

/** "A; B" are two bases; "A" and "A (từ 01/01/2026)" are one. Laws come before the portal that repeats them. */
function eachOnce(bases: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const basis of bases.flatMap((each) => spellOut(each).split(/;\s*/))) {
    const text = basis.trim().replace(/\.$/, "");
    const key = text.replace(/\s*\([^)]*\)/g, "");
    if (text !== "" && !seen.has(key)) seen.set(key, text);
  }
  const all = [...seen.values()];
  return [...all.filter((basis) => !isPortal(basis)), ...all.filter(isPortal)];
}

const isPortal = (basis: string) => basis.startsWith("Cổng");
