/** Everything that one turn may look at. */
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { CitizenKey, DossierDesk } from "../dossiers/desk.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Understander } from "../understanding/understanding.ts";
import type { State } from "./state.ts";

export type Keeps = { readonly wordsDays: number; readonly accessDays: number };

export type Moment = {
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly dossiers: DossierDesk;
  readonly citizen: CitizenKey;
  readonly calendar: WorkingCalendar;
  readonly state: State;
  /** Epoch milliseconds UTC. */
  readonly now: number;
  /** The local day of `now`. */
  readonly today: string;
  /** How long things are kept, as the notice says it. */
  readonly keeps: Keeps;
  /** Not signed in to Zalo: general answers only. */
  readonly anonymous: boolean;
};
