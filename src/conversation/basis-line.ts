/** "Căn cứ: Luật Hộ tịch · đối chiếu 22/11/2026": the last line of a fact, always the same. */
import { shownDay } from "./days.ts";
import { spellOut } from "./wording.ts";

/** At most this many bases are printed: the line stays one line. */
const MOST = 2;

/** `bases` are those tied to the facts that were said; without any, `main` is printed. */
export function basisLine(bases: readonly string[], main: readonly string[], checkedOn: string): string {
  const tied = [...new Set(bases.map((basis) => spellOut(basis).replace(/\.$/, "")))];
  const printed = (tied.length > 0 ? tied : main.map(spellOut)).slice(0, MOST).join("; ");
  const checked = `đối chiếu ${shownDay(checkedOn)}`;
  return printed === "" ? `Đ${checked.slice(1)}` : `Căn cứ: ${printed} · ${checked}`;
}
