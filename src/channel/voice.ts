/** How we speak to a citizen, free of any platform. `channel/zalo/` implements it; `delivery/` uses it. */
import type { Conversation, Reply } from "./message.ts";

/** What became of one attempt to send. The sender never throws: a failure is one of these. */
export type SendOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** The request left us and no clear answer came: it may have been delivered. Never resent blindly. */
  | { readonly kind: "unknown"; readonly why: string }
  /** Clearly not delivered. */
  | { readonly kind: "refused"; readonly code: string; readonly todo: SendTodo };

/** What to do after a refusal; one table in channel/zalo says which for each Zalo error code. */
export type SendTodo =
  /** Try again later with backoff: overload, a passing fault, no connection made. */
  | "retry"
  /** The same, once: a second failure is for staff. */
  | "retry-once"
  /** Over a limit of requests or quota: wait for the next window, without counting it as an attempt. */
  | "wait"
  /** This person cannot be reached this way (blocked, no interaction for 7 days): stop, keep for staff. */
  | "give-up"
  /** Set-up, money or permission: stop sending, tell staff, try again slowly. */
  | "tell-staff";

export interface Voice {
  send(to: Conversation, reply: Reply): Promise<SendOutcome>;
}
