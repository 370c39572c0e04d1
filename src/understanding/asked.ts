/** What a question about procedures asks: the first topic and aspect, and what is asked besides, in the order asked. */
import type { AspectCue } from "./aspects.ts";
import type { Models } from "./evidence.ts";
import { asksTheSame } from "./follow-up.ts";
import { readQuestions } from "./questions.ts";
import { readCounts } from "./slots.ts";
import type { Token } from "./tokens.ts";
import type { Aspect, Scored, Understanding } from "./understanding.ts";

type Read = { readonly topic: string | null; readonly ranked: readonly Scored[] };
export type Asked = Read & Pick<Understanding, "also"> & { readonly aspect: Aspect };

/** `read`: the message taken as a whole. `before`: the aspect that the talk was about, which "còn … thì sao" keeps. */
export function readAsked(
  models: Models,
  tokens: readonly Token[],
  cues: readonly AspectCue[],
  read: Read,
  before: Aspect | null | undefined,
): Asked {
  let { topic, ranked } = read;
  const questions = readQuestions(models, tokens, topic, ranked);
  const first = questions[0];
  const several = new Set(questions.map((question) => question.topic)).size > 1;
  if (first?.topic && several) {
    const score = ranked[0]?.score ?? 0;
    if (first.topic !== topic) ranked = [{ id: first.topic, score }, ...ranked.filter(({ id }) => id !== first.topic)];
    topic = first.topic;
  }
  // Where several things are plainly asked their order decides; else the message is weighed as a whole.
  const inOrder = questions.length > 1 && (first?.plain || several);
  const kept = questions.length < 2 && asksTheSame(tokens, cues) ? before : null;
  const counted = cues.every(({ strength }) => strength === 1) && countsPages(tokens) ? "fee" : null;
  const aspect = kept ?? (inOrder ? first?.aspect : null) ?? counted ?? models.aspects.read(tokens, cues);
  const also = (questions.length > 1 ? questions : []).flatMap((question, at) => {
    const about = question.topic ?? topic;
    if (about === null || (inOrder && at === 0) || (about === topic && question.aspect === aspect)) return [];
    return [{ topic: about, aspect: question.aspect ?? "overview" }];
  });
  return { topic, ranked, aspect, also };
}

/** "Sao y ba bản, mỗi bản hai trang": who counts copies and pages and asks nothing wants to know the sum. */
function countsPages(tokens: readonly Token[]): boolean {
  const { copies, pages } = readCounts(tokens);
  return copies !== undefined && pages !== undefined;
}
