/** What a turn of conversation changes about dossiers: written in the same transaction as its replies. */
import type { Status } from "./dossier.ts";

/** `unknown`: no such dossier; `wrong`: digits that do not fit. Both count as a wrong try. */
export type AccessOutcome = "found" | "unknown" | "proven" | "wrong" | "throttled";

export type ConsentPurpose = "follow-dossier" | "photo" | "location" | "rating";
export type ConsentAnswer = "yes" | "no" | "withdrawn";

export type DossierEffect =
  /** Somebody looked something up. `who` and `codeKey` are pseudonyms (desk.ts). */
  | {
      readonly kind: "dossier-access";
      readonly who: string;
      readonly codeKey: string;
      readonly door: "code" | "digits" | "share";
      readonly outcome: AccessOutcome;
    }
  /** They agreed, or did not, to what `purpose` says; `noticeVersion`: of the words that they read. */
  | {
      readonly kind: "consent";
      readonly who: string;
      readonly purpose: ConsentPurpose;
      readonly answer: ConsentAnswer;
      readonly noticeVersion: string;
    }
  /** `status`: what they know of now. `shareId`: by a code that somebody handed them. */
  | { readonly kind: "dossier-follow"; readonly code: string; readonly status: Status; readonly shareId: number | null }
  | { readonly kind: "dossier-unfollow"; readonly code: string }
  /** The reply of this turn told them that the status is now this. */
  | { readonly kind: "dossier-told"; readonly code: string; readonly status: Status }
  | { readonly kind: "dossier-share"; readonly code: string; readonly key: string; readonly expiresAt: number }
  /** All codes that this person handed out for the dossier stop working, and who follows by them stops following. */
  | { readonly kind: "dossier-unshare"; readonly code: string }
  /** One more score of that local day; whose, nobody keeps. */
  | { readonly kind: "rating"; readonly day: string; readonly score: 1 | 2 | 3 | 4 | 5 };

const KINDS: ReadonlySet<string> = new Set<DossierEffect["kind"]>([
  "dossier-access",
  "consent",
  "dossier-follow",
  "dossier-unfollow",
  "dossier-told",
  "dossier-share",
  "dossier-unshare",
  "rating",
]);

export const isDossierEffect = (effect: { readonly kind: string }): effect is DossierEffect => KINDS.has(effect.kind);

/** After these nothing more will happen, so whoever followed need not be kept. */
export const ENDED: ReadonlySet<Status> = new Set<Status>([3, 7, 10]);
