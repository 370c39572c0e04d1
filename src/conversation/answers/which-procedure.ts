/** Which record of a topic is meant. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import type { Topic } from "../../knowledge/topic.ts";
import type { Understanding } from "../../understanding/understanding.ts";
import { pickByWordsAlone } from "../choose.ts";
import type { State } from "../state.ts";

/** The words name this procedure: neither the one talked about nor the usual one of the topic stands against it. */
const DECISIVE = 0.9;
/** Below this the words speak against a procedure. */
const RULED_OUT = 0.05;
/** Enough of a lead to answer; with less, the look-alikes are asked about. */
const AHEAD = 0.5;

/** The record meant; "ask" for a toss-up without a usual one; null when the topic has no record. */
export function whichProcedure(
  topic: Topic,
  understood: Understanding,
  state: State,
  knowledge: Knowledge,
): Procedure | "ask" | null {
  const ours = understood.procedures.filter(({ id }) => topic.procedures.includes(id) && knowledge.procedures.has(id));
  const [first, second] = ours;
  const get = (id: string) => knowledge.procedures.get(id) ?? null;
  if (first && first.score >= DECISIVE) return get(first.id);
  const carried = state.topic === topic.key ? ofTopic(topic, state.procedure) : null;
  if (carried) return get(carried);
  // Its words hint at another one, but not enough: the usual one is meant unless they speak clearly against it.
  const share = ours.find(({ id }) => id === topic.usual)?.score ?? 0;
  if (topic.usual && (!first || share >= RULED_OUT || state.topic === topic.key)) return get(topic.usual);
  if (first && first.score - (second?.score ?? 0) >= AHEAD) return get(first.id);
  const known = topic.procedures.filter((id) => knowledge.procedures.has(id));
  if (known.length === 0) return null;
  return known.length === 1 ? get(known[0]!) : "ask";
}

/** "Karaoke": the whole message is what one choice of the topic's question would be answered with. */
export function namedAlone(text: string, topic: Topic, knowledge: Knowledge): Procedure | null {
  const options = (topic.choices ?? []).map(({ procedure, label, words }) => ({ payload: procedure, label, words }));
  return knowledge.procedures.get(pickByWordsAlone(text, options)?.payload ?? "") ?? null;
}

const ofTopic = (topic: Topic, procedure: string | null): string | null =>
  procedure !== null && topic.procedures.includes(procedure) ? procedure : null;
