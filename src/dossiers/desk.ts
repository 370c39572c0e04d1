/** Everything about dossiers that a conversation may ask: lookups, proofs, tries, followed and shared dossiers. */
import { randomInt } from "node:crypto";
import type { DossierSource, Status } from "./dossier.ts";
import type { ConsentAnswer, ConsentPurpose } from "./effects.ts";
import { type Pseudonym, phoneKeyOf } from "./phone-key.ts";

/** A dossier that somebody follows. `status`: as the register has it now. */
export type Follow = {
  readonly code: string;
  readonly statusTold: Status;
  readonly status: Status;
  readonly isShared: boolean;
};

export type CitizenKey = { readonly oaId: string; readonly citizenId: string };

/** The last answer of somebody about one purpose. */
export type Consent = {
  readonly purpose: ConsentPurpose;
  readonly answer: ConsentAnswer;
  readonly noticeVersion: string;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** What the desk asks of a store; in storage/. Times are epoch milliseconds. */
export interface DeskStore {
  /** When this person tried wrongly since then, oldest first. */
  wrongTriesOf(who: string, since: number): Promise<readonly number[]>;
  /** Wrong tries of everybody since then. */
  wrongTries(since: number): Promise<number>;
  /** Wrong digits for one dossier since then, whoever tried. */
  wrongDigits(codeKey: string, since: number): Promise<number>;
  follows(citizen: CitizenKey): Promise<readonly Follow[]>;
  /** The last answer about each purpose; `who`: a pseudonym. */
  consentsOf(who: string): Promise<readonly Consent[]>;
  /** The dossier of a shared code that is unused and good now. */
  shareOf(key: string, now: number): Promise<{ readonly id: number; readonly code: string } | null>;
}

export interface DossierDesk extends DossierSource, DeskStore {
  /** A citizen as the access log and the consents know them: the same person gives the same pseudonym. */
  whoIs(citizen: CitizenKey): string;
  keyOf(code: string): string;
  phoneKey(code: string, lastFour: string): string;
  /** Begun before a lookup and awaited before "that does not fit": so that no answer of that kind comes sooner than another. */
  patience(): Promise<void>;
  /** A fresh code to hand to a relative, and the form in which it is kept. */
  newShare(): { readonly code: string; readonly key: string };
  shareKey(shareCode: string): string;
}

/** Without letters and digits that are mistaken for each other: with the digit some 220,000 million codes. */
const SHARE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/** One sign is a digit, so that a code is never taken for words to which more will follow (conversation/may-go-on.ts). */
const SHARE_DIGITS = "23456789";
const DIGIT_AT = 4;
const SHARE = /^\s*TD[\s-]?([A-HJ-NP-Z2-9]{4})[\s-]?([A-HJ-NP-Z2-9]{4})\s*[.!]?\s*$/i;

const pick = (signs: string): string => signs[randomInt(signs.length)]!;

/** `TD-7K3M-9QX2` in any spelling; null when the text is something else. */
export function readShareCode(text: string): string | null {
  const match = SHARE.exec(text);
  return match ? `TD-${match[1]}-${match[2]}`.toUpperCase() : null;
}

export function createDossierDesk(
  source: DossierSource & { patience?(): Promise<void> },
  store: DeskStore,
  pseudonym: Pseudonym,
): DossierDesk {
  const shareKey = (shareCode: string) => pseudonym(shareCode, "dossier-share");
  return {
    find: source.find,
    patience: source.patience ?? (async () => {}),
    wrongTriesOf: store.wrongTriesOf,
    wrongTries: store.wrongTries,
    wrongDigits: store.wrongDigits,
    follows: store.follows,
    consentsOf: store.consentsOf,
    shareOf: store.shareOf,
    whoIs: ({ oaId, citizenId }) => pseudonym(`${oaId}\0${citizenId}`, "citizen"),
    keyOf: (code) => pseudonym(code, "dossier-code"),
    phoneKey: (code, lastFour) => phoneKeyOf(pseudonym, code, lastFour),
    shareKey,
    newShare() {
      const signs = Array.from({ length: 8 }, (_, i) => pick(i === DIGIT_AT ? SHARE_DIGITS : SHARE_SIGNS));
      const code = `TD-${signs.slice(0, 4).join("")}-${signs.slice(4).join("")}`;
      return { code, key: shareKey(code) };
    },
  };
}

/** A desk with a source and nothing kept: for the `understand` command and small tests. */
export function bareDesk(source: DossierSource): DossierDesk {
  const nothing: DeskStore = {
    wrongTriesOf: async () => [],
    wrongTries: async () => 0,
    wrongDigits: async () => 0,
    follows: async () => [],
    consentsOf: async () => [],
    shareOf: async () => null,
  };
  return createDossierDesk(source, nothing, (text, context) => `${context} ${text}`);
}

export const asDesk = (source: DossierSource | DossierDesk): DossierDesk =>
  "whoIs" in source ? source : bareDesk(source);
