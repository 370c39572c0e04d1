/** For how long somebody who has proven that a dossier is theirs need not do so again. */
import type { Moment } from "../../moment.ts";

const PROVEN_MS = 30 * 60_000;

export const isProven = (code: string, { state, now }: Moment): boolean =>
  state.proven?.code === code && now - state.proven.at < PROVEN_MS;
