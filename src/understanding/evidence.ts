/** What the words alone say, before the context is asked: topics, intents, aspects. */
import type { AspectModel } from "./aspect-model.ts";
import { type AspectCue, findAspects } from "./aspects.ts";
import type { BarePhrases } from "./bare-phrases.ts";
import { weighWords } from "./clauses.ts";
import type { FaqModel } from "./faq-model.ts";
import { type Features, intentFeatures, topicFeatures } from "./features.ts";
import type { KeywordRules } from "./keyword-rules.ts";
import type { LeaningModel } from "./leaning-model.ts";
import type { LinearModel } from "./linear-model.ts";
import { likenessToNames } from "./near-names.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { PlainNames } from "./plain-names.ts";
import type { SecondVoice } from "./second-voice.ts";
import type { Token } from "./tokens.ts";
import { NO_TOPIC } from "./training-set.ts";
import type { Intent, Scored } from "./understanding.ts";

export type Models = {
  readonly topics: LinearModel;
  readonly intents: LinearModel;
  readonly aspects: AspectModel;
  readonly leaning: LeaningModel;
  readonly faqs: FaqModel;
  readonly phrases: PhraseIndex;
  readonly keywords: KeywordRules;
  readonly talk: SecondVoice;
  readonly saysNoMore: BarePhrases;
  readonly namesPlainly: PlainNames;
  /** The names of topics by key. */
  readonly names: ReadonlyMap<string, string>;
  /** The words of a topic's name. */
  readonly nameOf: (topic: string) => readonly Token[];
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

/** How likely each topic is, by the words alone. */
export function readTopics(
  models: Models,
  tokens: readonly Token[],
  weightOf?: (token: Token) => number,
): TopicEvidence {
  const features = topicFeatures(tokens, weightOf);
  const odds = models.keywords.weigh(tokens);
  // A keyword of any topic also speaks against "no topic at all".
  const strongest = Math.max(0, ...odds.values());
  const shift = new Float32Array(models.topics.labels.length);
  for (const [at, label] of models.topics.labels.entries()) {
    if (label === NO_TOPIC) shift[at] = -AGAINST_NONE * strongest;
    else shift[at] = odds.get(label) ?? 0;
  }
  const scores = models.topics.predict(features, shift);
  const noneAt = models.topics.labels.indexOf(NO_TOPIC);
  const none = scores[noneAt] ?? 0;
  const named = Math.max(1 - none, 1e-6);
  const ranked = best(scores, noneAt, RANKED).map((at) => ({
    id: models.topics.labels[at]!,
    score: scores[at]! / named,
  }));
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

/** Below this the names are asked about words that nothing knows. */
const UNSURE = 0.6;

/** Ranks again by how much unknown words look like the names of the leading topics. */
function askNames(models: Models, evidence: TopicEvidence, unknown: readonly string[]): TopicEvidence {
  if (unknown.length === 0 || (evidence.ranked[0]?.score ?? 1) >= UNSURE) return evidence;
  const named = evidence.ranked.map(({ id }) => ({ id, name: models.names.get(id) ?? id }));
  const likeness = likenessToNames(unknown, named);
  if (likeness.size === 0) return evidence;
  const weighed = evidence.ranked.map(({ id, score }) => ({ id, score: score * Math.exp(likeness.get(id) ?? 0) }));
  const [before, after] = [evidence.ranked, weighed].map((list) => list.reduce((sum, { score }) => sum + score, 0));
  const ranked = weighed.map(({ id, score }) => ({ id, score: (score * before!) / after! }));
  return { ...evidence, ranked: ranked.sort((one, other) => other.score - one.score) };
}

/** `unknown`: folded words that the knowledge does not use. */
export function readEvidence(models: Models, tokens: readonly Token[], unknown: readonly string[] = []): Evidence {
  const cues = findAspects(tokens);
  const topics = askNames(models, readTopics(models, tokens, weighWords(tokens, cues)), unknown);
  const features = intentFeatures(tokens);
  const scores = models.intents.predict(features);
  const intents = new Map(models.intents.labels.map((label, at) => [label as Intent, scores[at]!]));
  hearSecondVoice(intents, models.talk.shares(features));
  return { ...topics, cues, intents };
}

/** What the second voice counts beside the first, in the exponent. More than this made the tuned questions worse. */
const SECOND = 0.15;
/** A voice that is quite sure may be quite wrong. */
const QUIETEST = 1e-3;

/** Shares among the intents without a procedure move towards the second voice; what they have together stays. */
function hearSecondVoice(intents: Map<Intent, number>, shares: ReadonlyMap<Intent, number>): void {
  if (shares.size === 0) return;
  let before = 0;
  let after = 0;
  const moved = new Map<Intent, number>();
  for (const [intent, share] of intents) {
    if (intent === "ask_procedure") continue;
    const mixed = share * Math.max(shares.get(intent) ?? 0, QUIETEST) ** SECOND;
    moved.set(intent, mixed);
    before += share;
    after += mixed;
  }
  for (const [intent, mixed] of moved) intents.set(intent, (mixed * before) / (after || 1));
}
