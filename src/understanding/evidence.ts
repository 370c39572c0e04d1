/** What the words alone say, before the context is asked: topics, intents, aspects. */
import { type AspectCue, findAspects } from "./aspects.ts";
import { weighWords } from "./clauses.ts";
import { type Features, intentFeatures, topicFeatures } from "./features.ts";
import type { KeywordRules } from "./keyword-rules.ts";
import type { LinearModel } from "./linear-model.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { Token } from "./tokens.ts";
import { NO_TOPIC } from "./training-set.ts";
import type { Intent, Scored } from "./understanding.ts";

export type Models = {
  readonly topics: LinearModel;
  readonly intents: LinearModel;
  readonly phrases: PhraseIndex;
  readonly keywords: KeywordRules;
};

export type TopicEvidence = {
  /** Topics best first; scores add up to one, "none of them" left out. */
  readonly ranked: readonly Scored[];
  /** Probability that the words name no topic at all. */
  readonly none: number;
  readonly features: Features;
};

export type Evidence = TopicEvidence & {
  readonly cues: readonly AspectCue[];
  readonly intents: ReadonlyMap<Intent, number>;
};

/** How many times a keyword's worth counts against "no topic". */
const AGAINST_NONE = 1.5;

/** `context`: the topic under discussion, worth `lead` (in log odds). */
export function readTopics(
  models: Models,
  tokens: readonly Token[],
  weightOf?: (token: Token) => number,
  context: string | null = null,
  lead = 0,
): TopicEvidence {
  const features = topicFeatures(tokens, weightOf);
  const odds = models.keywords.weigh(tokens);
  // A keyword of any topic also speaks against "no topic at all".
  const strongest = Math.max(0, ...odds.values());
  const shift = new Float32Array(models.topics.labels.length);
  for (const [at, label] of models.topics.labels.entries()) {
    if (label === NO_TOPIC) shift[at] = -AGAINST_NONE * strongest;
    else shift[at] = (odds.get(label) ?? 0) + (label === context ? lead : 0);
  }
  const scores = models.topics.predict(features, shift);
  const noneAt = models.topics.labels.indexOf(NO_TOPIC);
  const none = scores[noneAt] ?? 0;
  const named = Math.max(1 - none, 1e-6);
  const ranked = best(scores, noneAt, RANKED).map((at) => ({ id: models.topics.labels[at]!, score: scores[at]! / named }));
  return { ranked, none, features };
}

/** How many topics are carried along. */
const RANKED = 8;

/** The places of the `most` largest scores, largest first, in one pass: there may be many thousands. */
function best(scores: Float32Array, except: number, most: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    if (at === except) continue;
    if (places.length === most && scores[at]! <= scores[places[most - 1]!]!) continue;
    let place = places.length;
    while (place > 0 && scores[places[place - 1]!]! < scores[at]!) place--;
    places.splice(place, 0, at);
    if (places.length > most) places.pop();
  }
  return places;
}

export function readEvidence(models: Models, tokens: readonly Token[]): Evidence {
  const cues = findAspects(tokens);
  const topics = readTopics(models, tokens, weighWords(tokens, cues));
  const scores = models.intents.predict(intentFeatures(tokens));
  const intents = new Map(models.intents.labels.map((label, at) => [label as Intent, scores[at]!]));
  return { ...topics, cues, intents };
}
