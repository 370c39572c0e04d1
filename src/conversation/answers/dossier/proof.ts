/** The last four digits of the registered phone prove that a dossier is one's own. */
import { timingSafeEqual } from "node:crypto";
import { plainView } from "../../../dossiers/index.ts";
import { type Answer, say } from "../../answer.ts";
import { BUTTONS } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { throttled, unavailable } from "./ask.ts";
import { askConsent } from "./consent.ts";
import { showProven } from "./details.ts";
import { access, isGuessedAt, isThrottled } from "./tries.ts";

/** The four digits of an answer to our question: four digits and few words, nothing else with digits. */
export function readLastFour(text: string): string | null {
  const { plain } = plainView(text);
  const [digits, ...others] = plain.match(/\d+/g) ?? [];
  return digits?.length === 4 && others.length === 0 && plain.trim().length <= 40 ? digits : null;
}

/** "H12.34-260804-0583 số cuối 5678": the digits that stand beside a code. */
export function readLastFourBeside(text: string): string | null {
  const match = /(?:so cuoi|duoi|cuoi so|sdt|dien thoai)[^\d]{0,30}(\d{4})(?!\d|[.-]\d)/.exec(plainView(text).plain);
  return match?.[1] ?? null;
}

/** One answer to wrong digits, an unknown code and a dossier without a phone, after the same work. */
export async function prove(code: string, lastFour: string, follow: boolean, moment: Moment): Promise<Answer> {
  const { dossiers, now } = moment;
  if ((await isThrottled(moment)) || (await isGuessedAt(moment, code))) return throttled();
  const patience = dossiers.patience();
  const lookup = await dossiers.find(code);
  if (lookup.kind === "unavailable") return unavailable();
  const wanted = lookup.kind === "found" ? (lookup.dossier.phoneKey ?? "") : "";
  if (lookup.kind !== "found" || !isEqual(dossiers.phoneKey(code, lastFour), wanted)) {
    await patience;
    return { ...noMatch(code, follow), effects: [access(moment, code, "digits", "wrong")] };
  }
  const effects = [access(moment, code, "digits", "proven")];
  const shown = await showProven(lookup, moment);
  if (!follow) return { ...shown, effects };
  return {
    ...askConsent(code, null),
    remember: { ...askConsent(code, null).remember, proven: { code, at: now } },
    effects,
  };
}

/** Before following or sharing. */
export const askForDigits = (code: string): Answer =>
  say(
    "ask_back",
    [`Để chắc hồ sơ ${code} là của mình, anh/chị nhắn 4 số cuối điện thoại đã ghi lúc nộp giúp em ạ?`],
    [BUTTONS.staff, BUTTONS.help],
    { remember: { pending: { kind: "await-digits", code, follow: true } } },
  );

const noMatch = (code: string, follow: boolean): Answer =>
  say(
    "ask_back",
    [
      "Mã hồ sơ và 4 số cuối chưa khớp nên em chưa cho xem thêm được.",
      "Anh/chị xem lại số điện thoại đã ghi lúc nộp; không nhớ hoặc lúc nộp không ghi số thì hỏi quầy đã nộp giúp em.",
    ],
    [BUTTONS.staff, BUTTONS.help],
    { remember: { pending: { kind: "await-digits", code, follow } } },
  );

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b.padEnd(a.length).slice(0, a.length))];
  return timingSafeEqual(left, right) && a.length === b.length;
}
