/** Codes of dossiers in a message: typed, shared by a relative, or with the digits that prove whose they are. */
import { readShareCode } from "../dossiers/index.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Answer } from "./answer.ts";
import { confirmCodes } from "./answers/dossier/ask.ts";
import { followByShare } from "./answers/dossier/follow.ts";
import { lookUp } from "./answers/dossier/look-up.ts";
import { prove, readLastFour, readLastFourBeside } from "./answers/dossier/proof.ts";
import { signInFirst } from "./answers/staff.ts";
import type { Moment } from "./moment.ts";

/** Digits that we asked for, and a code that a relative handed over: neither needs understanding. */
export async function dossierAnswer(text: string, moment: Moment): Promise<Answer | null> {
  if (moment.anonymous) return null;
  const { pending } = moment.state;
  const lastFour = pending?.kind === "await-digits" ? readLastFour(text) : null;
  if (pending?.kind === "await-digits" && lastFour) return prove(pending.code, lastFour, pending.follow, moment);
  const shareCode = readShareCode(text);
  return shareCode === null ? null : followByShare(shareCode, moment);
}

export async function answerCodes(text: string, understood: Understanding, moment: Moment): Promise<Answer> {
  if (moment.anonymous) return signInFirst();
  const readings = understood.slots.dossierCodes;
  const codes = [...new Set(readings.map(({ code }) => code))].slice(0, 3);
  if (readings.some(({ certainty }) => certainty === "doubtful")) return confirmCodes(codes);
  const lastFour = codes.length === 1 ? readLastFourBeside(text) : null;
  if (codes[0] && lastFour) return prove(codes[0], lastFour, false, moment);
  return lookUp(codes, moment);
}

/** Digits and few words, but no code that we can read: "biên lai 26.10229". */
export function isBrokenCode(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  const words = text.match(/\p{L}+/gu) ?? [];
  return digits >= 3 && words.length <= 4;
}
