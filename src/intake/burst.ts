/**
 * People type as they talk: "alo", "cho em hỏi", then the question. Such pieces are one message and earn one answer.
 * This decides which of the waiting events belong together, and whether to wait a moment for more.
 */
import type { Content } from "../channel/message.ts";
import type { WaitingEvent } from "./inbox.ts";

export type Burst =
  /** Handle these now: one event, or several texts joined into one. */
  | { readonly kind: "ready"; readonly events: readonly WaitingEvent[]; readonly joined: Content | null }
  /** An opening or a fragment came last: look again at this time (epoch ms). */
  | { readonly kind: "wait"; readonly until: number };

export type BurstRules = {
  /** True for an opening ("alo") or a piece that may go on; false for a complete question, a code, a choice. */
  readonly mayGoOn: (text: string) => boolean;
  /** How long we wait for the next piece, in milliseconds. */
  readonly waitMs: number;
};

/** The first burst of a conversation's waiting events (never empty). */
export function firstBurst(events: readonly WaitingEvent[], now: number, rules: BurstRules): Burst {
  const first = events[0];
  if (!first) throw new Error("firstBurst needs at least one event");
  const parts: { entry: WaitingEvent; text: string }[] = [];
  for (const entry of events) {
    const text = textOf(entry);
    if (text === null) break;
    parts.push({ entry, text });
    if (!rules.mayGoOn(text)) break;
  }
  const last = parts.at(-1);
  if (!last) return { kind: "ready", events: [first], joined: null };
  const isLastOfAll = parts.length === events.length;
  if (isLastOfAll && rules.mayGoOn(last.text)) {
    const until = last.entry.receivedAt + rules.waitMs;
    if (now < until) return { kind: "wait", until };
  }
  const joined = { kind: "text", text: parts.map((part) => part.text.trim()).join(" ") } as const;
  return { kind: "ready", events: parts.map((part) => part.entry), joined };
}

function textOf(entry: WaitingEvent): string | null {
  const { body } = entry.event;
  return body.kind === "message" && body.content.kind === "text" ? body.content.text : null;
}
