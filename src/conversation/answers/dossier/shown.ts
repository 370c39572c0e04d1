/** "Bao giờ có?", "thiếu giấy gì?", "khi nào xong báo tui": words about the dossier of which we just spoke. */
import type { Understanding } from "../../../understanding/understanding.ts";
import { type Answer, say } from "../../answer.ts";
import { BUTTONS } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { plainWords } from "../../plain-words.ts";
import { unavailable } from "./ask.ts";
import { showProven } from "./details.ts";
import { isProven } from "./proven.ts";

/** So long "hồ sơ" without a code means the one that was shown last. */
const SHOWN_MS = 30 * 60_000;
const MOST_WORDS = 7;
const ABOUT_IT =
  /\b(?:(?:bao gio|khi nao|chung nao|ngay nao|may bua|may ngay|bao lau) (?:nua )?(?:moi |thi )?(?:co|xong|lay|nhan|duoc|tra)|hen (?:ngay|hom|bua) nao|ngay hen|thieu (?:\w+ )?(?:gi|nao)|bo sung (?:\w+ )?(?:gi|nao)|(?:nop|dong) (?:tien )?(?:o dau|bao nhieu|cho nao)|phai lam (?:sao|gi)|lam sao|con lau|tre (?:may|bao)|ai (?:giai quyet|lam))\b/;

const HOW_FAR = /\b(?:toi dau|sao roi|the nao|xong chua|chua xong|co chua|duoc chua|ra sao)\b/;

/** The code of the dossier that is spoken of, or null. */
export function shownCode({ state, now }: Moment): string | null {
  const { shown, proven, pending } = state;
  if (pending?.kind === "await-digits") return pending.code;
  if (shown && now - shown.at < SHOWN_MS) return shown.code;
  return proven && now - proven.at < SHOWN_MS ? proven.code : null;
}

/** Null when the words are about something else, or no dossier was spoken of. */
export async function answerAboutShown(
  text: string,
  understood: Understanding,
  moment: Moment,
): Promise<Answer | null> {
  const { topic, faq, certainty, slots, intent } = understood;
  // "Khi nào xong báo tui": a wish to be told, which is answered elsewhere.
  if (
    intent === "subscribe_notice" ||
    topic !== null ||
    (faq !== null && certainty === "answer") ||
    slots.dossierCodes.length > 0
  )
    return null;
  const words = plainWords(text);
  if (words.split(" ").length > MOST_WORDS) return null;
  // "Xong chưa em?" names nothing: of what was just shown, it asks how far it is.
  if (intent === "unclear") {
    const howFar = await answerHowFar(text, moment);
    if (howFar) return howFar;
  }
  if (!ABOUT_IT.test(words)) return null;
  const code = shownCode(moment) ?? (await onlyFollowed(moment));
  return code === null ? null : showAgain(code, moment);
}

/** "Xong chưa em?", "sao rồi": of the dossier that was shown last; null: of none, or they want another. */
export async function answerHowFar(text: string, moment: Moment): Promise<Answer | null> {
  const words = plainWords(text);
  const code = shownCode(moment);
  return code !== null && HOW_FAR.test(words) && !/\bkhac\b/.test(words) ? showAgain(code, moment) : null;
}

async function showAgain(code: string, moment: Moment): Promise<Answer | null> {
  const lookup = await moment.dossiers.find(code);
  if (lookup.kind === "unavailable") return unavailable();
  if (lookup.kind !== "found") return null;
  if (isProven(code, moment)) return showProven(lookup, moment);
  return lookup.dossier.phoneKey === null ? noPhone(code) : askDigitsToSee(code);
}

async function onlyFollowed({ dossiers, citizen }: Moment): Promise<string | null> {
  const [only, ...others] = await dossiers.follows(citizen);
  return only && others.length === 0 ? only.code : null;
}

const askDigitsToSee = (code: string): Answer =>
  say(
    "ask_back",
    [`Để em xem kỹ hồ sơ ${code}, anh/chị nhắn 4 số cuối điện thoại đã ghi lúc nộp giúp em ạ?`],
    [BUTTONS.staff, BUTTONS.help],
    { remember: { pending: { kind: "await-digits", code, follow: false } } },
  );

/** Nothing to prove oneself by: neither details nor following. */
export const noPhone = (code: string): Answer =>
  say(
    "desk",
    [
      `Hồ sơ ${code} không có số điện thoại để đối chiếu, nên em chỉ xem được tiến độ. Anh/chị hỏi quầy đã nộp giúp em.`,
    ],
    [BUTTONS.staff, BUTTONS.help],
  );
