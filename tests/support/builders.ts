/** Builders that say only what matters to a test. */
import type { EventBody, IncomingEvent, Reply } from "../../src/channel/message.ts";

export const OA = "3886132808788600001";

let made = 0;

export function aTextEvent(citizenId: string, text: string, more: Partial<IncomingEvent> = {}): IncomingEvent {
  return anEvent(
    { kind: "message", from: { oaId: OA, citizenId }, messageId: `m${made}`, content: { kind: "text", text } },
    more,
  );
}

export function anEvent(body: EventBody, more: Partial<IncomingEvent> = {}): IncomingEvent {
  made += 1;
  return { key: `event-${made}`, name: "user_send_text", oaId: OA, happenedAt: 1_000 + made, body, ...more };
}

export function aReply(text: string): Reply {
  return { text, buttons: [], provenance: { records: ["r"], facts: ["r#fees.0"], knowledgeVersion: "v1" } };
}
