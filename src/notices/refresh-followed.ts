/**
 * Asks one-stop systems that do not push about the dossiers that somebody follows: what is found is kept in the register,
 * and so becomes news. A few at a time, in the daytime.
 */
import type { DossierSource } from "../dossiers/dossier.ts";
import { isQuiet, type QuietHours } from "./quiet-hours.ts";

export type RefreshOptions = {
  /** Codes that somebody follows and that were last heard of before, oldest first. */
  readonly followedBefore: (knownBefore: number, limit: number) => Promise<readonly string[]>;
  /** Whether a system is asked for this code at all. */
  readonly isAsked: (code: string) => boolean;
  readonly source: DossierSource;
  readonly now: () => number;
  readonly quiet: QuietHours;
};

const OLD_MS = 3 * 3_600_000;
const AT_ONCE = 200;

/** How many were asked about. One after another: nobody waits for it, and the system has citizens to serve. */
export async function refreshFollowed({
  followedBefore,
  isAsked,
  source,
  now,
  quiet,
}: RefreshOptions): Promise<number> {
  if (isQuiet(now(), quiet)) return 0;
  const codes = (await followedBefore(now() - OLD_MS, AT_ONCE)).filter(isAsked);
  for (const code of codes) {
    // A system that is down is left alone until the next round.
    if ((await source.find(code)).kind === "unavailable") break;
  }
  return codes.length;
}
