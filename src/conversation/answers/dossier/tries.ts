/** Who tried what, and whether they may try again. */
import {
  type AccessOutcome,
  type DossierEffect,
  lockedUntil,
  WRONG_DIGITS,
  WRONG_TRIES,
  WRONG_TRIES_OF_ALL,
} from "../../../dossiers/index.ts";
import type { Moment } from "../../moment.ts";

/** This person missed too often, or all together did. */
export async function isThrottled({ dossiers, citizen, now }: Moment): Promise<boolean> {
  const mine = await dossiers.wrongTriesOf(dossiers.whoIs(citizen), now - WRONG_TRIES.withinMs);
  if (lockedUntil(mine, now) !== null) return true;
  return (await dossiers.wrongTries(now - WRONG_TRIES_OF_ALL.withinMs)) >= WRONG_TRIES_OF_ALL.most;
}

/** Too many wrong digits were tried for this very dossier today, by whomever. */
export const isGuessedAt = async ({ dossiers, now }: Moment, code: string): Promise<boolean> =>
  (await dossiers.wrongDigits(dossiers.keyOf(code), now - WRONG_DIGITS.withinMs)) >= WRONG_DIGITS.most;

export const access = (
  { dossiers, citizen }: Moment,
  code: string,
  door: Extract<DossierEffect, { kind: "dossier-access" }>["door"],
  outcome: AccessOutcome,
): DossierEffect => ({
  kind: "dossier-access",
  who: dossiers.whoIs(citizen),
  codeKey: dossiers.keyOf(code),
  door,
  outcome,
});
