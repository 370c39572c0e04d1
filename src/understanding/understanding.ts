/** The contract of understanding: words in, meaning out. Pure and synchronous; knows nothing of stores or channels. */
import { ASPECTS, INTENTS } from "../knowledge/topic.ts";
import type { CopyJob } from "./slots.ts";

export { ASPECTS, INTENTS };
export type Intent = (typeof INTENTS)[number];

export type Aspect = (typeof ASPECTS)[number];

/** A danger that comes before everything else: 114, 113, 111, 115. `maybe_`: a word of danger, no more. */
export type Emergency =
  | "fire"
  | "water"
  | "violence"
  | "child"
  | "self_harm"
  | "medical"
  | "maybe_fire"
  | "maybe_water"
  | "maybe_violence"
  | "maybe_child"
  | "maybe_self_harm"
  | "maybe_medical";

export type Scored = { readonly id: string; readonly score: number };

/** A dossier code as read from a message. */
export type CodeReading = {
  /** Upper case, dots in the agency part, dashes between parts, serial of at least four digits. */
  readonly code: string;
  /** `sure`: as written on a slip. `doubtful`: we added or guessed something, so it is read back and asked. */
  readonly certainty: "sure" | "doubtful";
};

export type Understanding = {
  readonly intent: Intent;
  /** The topic asked about first, or null. A follow-up carries the topic of the context. */
  readonly topic: string | null;
  /** Up to three topics, best first, also when we ask back. Score is a probability from 0 to 1. */
  readonly topics: readonly Scored[];
  /** Procedures of the first topic and its neighbours, best first. */
  readonly procedures: readonly Scored[];
  readonly aspect: Aspect | null;
  /** The second and further things asked in the same message. */
  readonly also: readonly { readonly topic: string; readonly aspect: Aspect }[];
  readonly slots: {
    readonly dossierCodes: readonly CodeReading[];
    /** A citizen-ID number stood here (already replaced): the citizen is told to withdraw the message. */
    readonly sawCitizenId: boolean;
    /** Numbers with a meaning for a rule: copies, pages of each, different papers; jobs that differ. */
    readonly copies?: number;
    readonly pages?: number;
    readonly papers?: number;
    readonly jobs?: readonly CopyJob[];
  };
  /** Id of a general question (FAQ) that this message asks, or null. */
  readonly faq: string | null;
  /** Where a general question is asked and it is not sure which: ids of the likely ones, at most three. */
  readonly faqs: readonly string[];
  readonly emergency: Emergency | null;
  /** How sure we are of intent and topic, a calibrated probability from 0 to 1. */
  readonly confidence: number;
  /** `answer`: sure enough. `ask_back`: say which of `topics` or `procedures`. `decline`: not ours. */
  readonly certainty: "answer" | "ask_back" | "decline";
  /** Why, in short lines that staff can read: which words, which runner-up and by how much. */
  readonly reasons: readonly string[];
};

/** What the conversation already knows. */
export type Context = {
  readonly topic: string | null;
  readonly procedure?: string | null;
  readonly aspect?: Aspect | null;
};

/** Made once from the knowledge; `understand` never throws, whatever the text. */
export interface Understander {
  understand(text: string, context: Context): Understanding;
}
