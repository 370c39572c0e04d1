/**
 * The plainest questions ("khai sinh ở đâu", "còn kết hôn thì nộp ở đâu"): besides the asking nothing stands in them but a
 * name of one topic. Two words give the models little to go by; the data files say what they are.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { AspectCue } from "./aspects.ts";
import { needWords } from "./features.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Said before a name; it does not belong to it. */
const BEFORE = new Set([
  "con",
  "lam",
  "di",
  "dang",
  "ky",
  "thu",
  "tuc",
  "xin",
  "cho",
  "can",
  "giay",
  "muon",
  "ho",
  "so",
]);

export type PlainNames = (tokens: readonly Token[]) => string | null;

/** The topic whose name, keyword or procedure's alias is all that the message names; null when it is none or several. */
export function createPlainNames(knowledge: Knowledge, vocabulary: Vocabulary): PlainNames {
  const topicOf = new Map<string, string | null>();
  const put = (text: string, topic: string): void => {
    const line = nameIn(normalise(text, vocabulary).tokens);
    if (line === "") return;
    const other = topicOf.get(line);
    topicOf.set(line, other === undefined || other === topic ? topic : null);
  };
  for (const [key, topic] of knowledge.topics) {
    for (const text of [topic.name, ...topic.keywords]) put(text, key);
    for (const id of topic.procedures) {
      const procedure = knowledge.procedures.get(id);
      for (const text of procedure?.topic === key ? [procedure.short_name, ...procedure.aliases] : []) put(text, key);
    }
  }
  return (tokens) => topicOf.get(nameIn(tokens)) ?? null;
}

function nameIn(tokens: readonly Token[]): string {
  const words = needWords(tokens).map(({ folded }) => folded);
  while (words.length > 1 && BEFORE.has(words[0]!)) words.shift();
  return words.join(" ");
}

/** How sure a plain question is (a share, before calibration): as sure as one of many words. */
export const PLAIN = 0.975;
/** The words must be read so too: a name in a story is not the matter. */
const READ_SO = 0.5;

/** Is it a question outright that names the topic it is read as (`ranked`, best first) and nothing else? */
export function asksPlainly(
  { namesPlainly }: { readonly namesPlainly: PlainNames },
  tokens: readonly Token[],
  cues: readonly AspectCue[],
  ranked: readonly Scored[],
): boolean {
  const [best] = ranked;
  if (!best || best.score < READ_SO || !cues.some(({ strength }) => strength >= 2)) return false;
  return namesPlainly(tokens) === best.id;
}
