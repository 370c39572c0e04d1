/** A general question is asked and it is not sure which: the likely ones as buttons. */
import type { Button } from "../../channel/message.ts";
import type { Faq } from "../../knowledge/faq.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Understanding } from "../../understanding/understanding.ts";
import type { Answer } from "../answer.ts";
import { askWhich } from "../ask-back.ts";
import { payloads } from "../payloads.ts";
import { holdsOn } from "./procedure/facts.ts";

/** The likely entries whose time is not over, likeliest first; at most three. */
function likely({ faqs }: Understanding, knowledge: Knowledge, today: string): readonly Faq[] {
  return faqs.flatMap((id) => knowledge.faqs.get(id) ?? []).filter((faq) => holdsOn(faq, today));
}

const titleOf = (faq: Faq): string => faq.button ?? faq.question;

export const likelyFaqButtons = (understood: Understanding, knowledge: Knowledge, today: string): Button[] =>
  likely(understood, knowledge, today).map((faq) => ({ title: titleOf(faq), say: payloads.faq(faq.id) }));

/** Null when none is likely. */
export function askWhichFaq(understood: Understanding, knowledge: Knowledge, today: string): Answer | null {
  const entries = likely(understood, knowledge, today);
  const [only] = entries;
  if (!only) return null;
  const question =
    entries.length > 1 ? "Anh/chị hỏi về việc nào ạ?" : `Anh/chị hỏi về “${titleOf(only)}” phải không ạ?`;
  const options = entries.map((faq) => ({ label: titleOf(faq), payload: payloads.faq(faq.id), words: [] }));
  return askWhich(question, options, null);
}
