/** The contract of the conversation: one turn, from a citizen's message to replies and the next state. */
import type { Content, Conversation, Reply } from "../channel/message.ts";
import type { DossierEffect } from "../dossiers/effects.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { State } from "./state.ts";

/**
 * `answer`: facts stated as certain, or small talk. `ask_back`: our text is a question.
 * `desk`: recognised, but no record, or a person is needed. `decline`: out of scope or abuse.
 */
export type Decision = "answer" | "ask_back" | "desk" | "decline";

/** Something that must be stored in the same transaction as the replies. */
export type Effect =
  /** A person should answer, or gets more words of what waits already (one open question for each citizen): kept for staff with a due time (epoch ms), null when opening hours are not confirmed. */
  | { readonly kind: "ask-staff"; readonly question: string; readonly dueAt: number | null }
  /** "xoá dữ liệu của tôi": everything earlier is erased in the same transaction, and the fact noted for staff. */
  | { readonly kind: "privacy-request"; readonly what: "erase" }
  | DossierEffect;

export type Turn = {
  readonly decision: Decision;
  readonly replies: readonly Reply[];
  readonly state: State;
  readonly effects: readonly Effect[];
  /** What was understood, for logs without words and for the `understand` command. Null for photos and the like. */
  readonly understanding: Understanding | null;
};

/** Answers one message (or several short ones joined). Never throws for anything that a citizen can send. */
export interface Responder {
  respond(input: {
    readonly from: Conversation;
    readonly content: Content;
    readonly state: State;
    /** Epoch milliseconds UTC. */
    readonly now: number;
  }): Promise<Turn>;
}
