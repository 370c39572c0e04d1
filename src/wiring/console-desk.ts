/** What the console asks of the assistant: how a question is answered now, and how it would be. */

import { dayOf } from "../calendar/index.ts";
import type { AssistantDesk, Said } from "../console/knowledge/desk.ts";
import type { ItemKey } from "../console/knowledge/store.ts";
import { FRESH, NOTICE_VERSION, payloads, type Responder } from "../conversation/index.ts";
import type { Published } from "../knowledge/index.ts";
import type { Aspect } from "../understanding/index.ts";
import type { Assistant } from "./assistant.ts";

export type DeskParts = {
  readonly assistant: () => Assistant | null;
  readonly now: () => number;
  readonly published: () => Promise<Published>;
  readonly refresh: () => Promise<void>;
};

export function createAssistantDesk({ assistant, now, published, refresh }: DeskParts): AssistantDesk {
  const ready = (): Assistant => {
    const known = assistant();
    if (!known) throw new Error("the console was asked before the knowledge was loaded");
    return known;
  };
  const asking = (responder: Responder) => (words: string) => askAs(responder, words, now());
  return {
    inUse: () => assistant()?.current() ?? null,
    today: () => dayOf(now()),
    ask(words, knowledge) {
      const { current, responderFor } = ready();
      const { understander, knowledge: used } = current();
      return asking(responderFor({ understander, knowledge: knowledge ?? used }))(words);
    },
    question(key, aspect) {
      const { knowledge } = ready().current();
      if (key.kind === "intent") return exampleOf(knowledge.intents.get(key.id)?.phrases);
      if (key.kind !== "unit") return question(key, aspect);
      const unit = knowledge.units?.units.find(({ code }) => code === key.id);
      return unit ? `${unit.type} ${unit.name} giờ thuộc xã nào` : "";
    },
    async tryOut(change) {
      const { items, withdrawals } = await published();
      const others = items.filter(({ kind, id }) => kind !== change.kind || id !== change.id);
      // What is withdrawn of it is mended by it: the officer sees what will be said.
      const rest = withdrawals.filter(({ kind, id }) => kind !== change.kind || id !== change.id);
      const { kind, id, content } = change;
      const { learnt, problems } = await ready().tryOut({
        items: [...others, { kind, id, content }],
        withdrawals: rest,
      });
      return { ask: learnt && asking(ready().responderFor(learnt)), problems };
    },
    async check(changes) {
      const { items, withdrawals } = await published();
      const isOf = (one: ItemKey) => (other: ItemKey) => one.kind === other.kind && one.id === other.id;
      const others = items.filter((item) => !changes.some(isOf(item)));
      return ready().check({ items: [...others, ...changes], withdrawals });
    },
    refresh,
  };
}

/** The first phrase of an intent as somebody might write it. */
const exampleOf = (phrases: readonly string[] = []): string =>
  (phrases[0] ?? "").replace("{thủ tục}", "đăng ký khai sinh");

function question({ kind, id }: ItemKey, aspect: string): string {
  switch (kind) {
    case "procedure":
      return payloads.procedure(id, aspect as Aspect);
    case "topic":
      return payloads.topic(id, null);
    case "faq":
      return payloads.faq(id);
    case "centre":
      return aspect === "address" ? "trung tâm ở đâu, địa chỉ chỗ nào" : payloads.hours;
    default:
      return id.replaceAll("-", " ");
  }
}

/** Each question by itself, from somebody who has been greeted. */
async function askAs(responder: Responder, text: string, now: number): Promise<Said> {
  const turn = await responder.respond({
    from: { oaId: "can-bo", citizenId: "can-bo" },
    content: { kind: "text", text },
    state: { ...FRESH, noticeVersion: NOTICE_VERSION, lastAt: now },
    now,
  });
  const { understanding } = turn;
  return {
    text: turn.replies.map((reply) => reply.text).join("\n\n"),
    buttons: turn.replies.at(-1)?.buttons.map(({ title }) => title) ?? [],
    decision: turn.decision,
    understood: understanding && {
      intent: understanding.intent,
      topic: understanding.topic,
      faq: understanding.faq,
      aspect: understanding.aspect,
      certainty: understanding.certainty,
      confidence: understanding.confidence,
      reasons: understanding.reasons,
    },
  };
}
