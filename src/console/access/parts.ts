/** What the pages of signing in and of officers work with. */
import type { Mac } from "../audit/chain.ts";
import type { OfficerStore } from "./officer.ts";
import type { SessionStore } from "./sessions.ts";
import type { TryStore } from "./throttle.ts";

export type AccessParts = {
  readonly officers: OfficerStore;
  readonly sessions: SessionStore;
  readonly tries: TryStore;
  readonly mac: Mac;
  readonly now: () => number;
  /** Communes and wards by full name: an officer may be bound to one. */
  readonly unitNames: () => readonly string[];
};
