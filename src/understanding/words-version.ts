/** What of the knowledge is learnt from: as long as these words stay, what was learnt stays right. */
import { createHash } from "node:crypto";
import type { Knowledge } from "../knowledge/knowledge.ts";

/**
 * The first 12 hex digits of a SHA-256 over topics, intents, the wordings of general questions and the names of
 * procedures. A fee or a paper is no part of it: after such an edit nothing has to be learnt.
 */
export function wordsVersion({ topics, intents, faqs, procedures }: Knowledge): string {
  const hash = createHash("sha256");
  const put = (value: unknown) => void hash.update(`${JSON.stringify(value)}\n`);
  for (const { withdrawn: _, ...topic } of topics.values()) put(topic);
  for (const intent of intents.values()) put(intent);
  for (const { id, intent, subject, question, variants, keywords } of faqs.values())
    put([id, intent, subject, question, variants, keywords]);
  for (const { id, name, short_name, topic, aliases, field } of procedures.values())
    put([id, name, short_name, topic, aliases, field]);
  return hash.digest("hex").slice(0, 12);
}

/**
 * The first 12 hex digits of a SHA-256 over what can be meant at all: the ids of topics, intents, general questions and
 * procedures, and which topic each procedure belongs to. Where it is equal, who learnt from the one knowledge names
 * nothing that the other does not have.
 */
export function meaningsVersion({ topics, intents, faqs, procedures }: Knowledge): string {
  const ids = [...topics.keys(), "", ...intents.keys(), "", ...faqs.keys(), ""];
  for (const { id, topic } of procedures.values()) ids.push(id, topic);
  return createHash("sha256").update(JSON.stringify(ids)).digest("hex").slice(0, 12);
}
