/** The pipeline: normalise → read evidence → apply the context → decide → say why. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { readAsked } from "./asked.ts";
import { createAspectModel } from "./aspect-model.ts";
import { createBarePhrases } from "./bare-phrases.ts";
import { calibrate, calibrateTalk } from "./calibration.ts";
import { supposesCase } from "./circumstance.ts";
import { ownWords } from "./clauses.ts";
import { decide } from "./decide.ts";
import { findDanger, findEmergency } from "./emergency.ts";
import { type Models, readEvidence } from "./evidence.ts";
import { explainTopic } from "./explain.ts";
import { createFaqMatcher } from "./faq-matcher.ts";
import { createFaqModel } from "./faq-model.ts";
import { leavesProcedure, readWithContext } from "./follow-up.ts";
import { chooseIntent, WITH_TOPIC } from "./intent.ts";
import { buildKeywordRules } from "./keyword-rules.ts";
import { createLeaningModel } from "./leaning-model.ts";
import { type Learnt, type LearntStore, learnBesideTopics, learnOrRecall } from "./learnt.ts";
import { createLinearModel } from "./linear-model.ts";
import { swingsAway } from "./look-alike.ts";
import { normalise } from "./normalise.ts";
import { createPhraseIndex } from "./phrase-index.ts";
import { asksPlainly, createPlainNames, PLAIN } from "./plain-names.ts";
import { createProcedureRanker } from "./procedure-ranker.ts";
import { createSecondVoice } from "./second-voice.ts";
import { readCounts } from "./slots.ts";
import { createSparseModel } from "./sparse-model.ts";
import { atOnce, inPieces, type Steps } from "./steps.ts";
import { allTexts, buildTrainingSet, NO_TOPIC, phrasesOfTopic } from "./training-set.ts";
import type { CodeReading, Context, Intent, Understander, Understanding } from "./understanding.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary.ts";

export type UnderstanderOptions = {
  /** Reads dossier codes; handed in because codes belong to the dossiers. Absent: no codes are read. */
  readonly readCodes?: (text: string) => readonly CodeReading[];
  /** Where what was learnt is kept between starts. Absent: it is learnt anew. */
  readonly learnt?: LearntStore;
};

const CODE_LIKE = /(?:\b\d{3}[.,\s/-]?\d{2}[.,\s/-]?\d{2}[.,\s/-]?)?\b[GH]\s?[\dO]{2}[\dO.,\s/_–—-]{6,}/gi;

/** A code broken off ("H12.07-2604"), alone in its message: what was meant is plain, though it cannot be looked up. */
const CODE_BEGUN = /^\W*(?:m[ãa]\s*(?:h[ồo]\s*s[ơo])?\W*)?[GH]\s?[\dO]{2}[.\s-]*[\dO]{2,}[\dO.\s-]*$/i;

/** With more topics than this, training would take longer than a start may. */
const MOST_TRAINED = 400;

/** Learns at once: a second in which nothing else happens. For commands, tests and the start. */
export const createUnderstander = (knowledge: Knowledge, options: UnderstanderOptions = {}): Understander =>
  atOnce(learn(knowledge, options));

/** Learns in small pieces while the server goes on answering with what it learnt before. */
export const createUnderstanderGently = (
  knowledge: Knowledge,
  options: UnderstanderOptions = {},
): Promise<Understander> => inPieces(learn(knowledge, options));

type LearntModels = Pick<Models, "topics" | "intents" | "aspects" | "leaning" | "faqs" | "talk">;

function* learnModels(knowledge: Knowledge, vocabulary: Vocabulary, store?: LearntStore): Steps<LearntModels> {
  if (knowledge.topics.size <= MOST_TRAINED) {
    const learnt = yield* learnOrRecall(knowledge, vocabulary, store);
    return { topics: createLinearModel(learnt.topics), ...open(learnt) };
  }
  const examples = yield* buildTrainingSet(knowledge, vocabulary);
  const topics = createSparseModel(examples.topics, NO_TOPIC);
  return { topics, ...open(yield* learnBesideTopics(examples, knowledge, vocabulary)) };
}

const open = ({ intents, aspects, leaning, faqs, talk }: Omit<Learnt, "topics">): Omit<LearntModels, "topics"> => ({
  intents: createLinearModel(intents),
  aspects: createAspectModel(aspects),
  leaning: createLeaningModel(leaning),
  faqs: createFaqModel(faqs),
  talk: createSecondVoice(talk),
});

function* learn(knowledge: Knowledge, options: UnderstanderOptions): Steps<Understander> {
  const vocabulary = buildVocabulary(allTexts(knowledge));
  yield;
  const keywords = buildKeywordRules(knowledge, vocabulary);
  const models: Models = {
    ...(yield* learnModels(knowledge, vocabulary, options.learnt)),
    names: new Map([...knowledge.topics].map(([key, topic]) => [key, topic.name])),
    nameOf: (key) => normalise(knowledge.topics.get(key)?.name ?? "", vocabulary).tokens,
    phrases: createPhraseIndex((key) => phrasesOfTopic(knowledge, key).map(({ text }) => text)),
    keywords,
    saysNoMore: createBarePhrases(knowledge, vocabulary, keywords),
    namesPlainly: createPlainNames(knowledge, vocabulary),
  };
  yield;
  const matchFaq = createFaqMatcher(knowledge, models.faqs);
  yield;
  const rankProcedures = createProcedureRanker(knowledge, vocabulary);

  const read = (text: string, context: Context): Understanding => {
    const dossierCodes = options.readCodes?.(text) ?? [];
    const { tokens, repairs, unknown } = normalise(
      dossierCodes.length > 0 ? text.replace(CODE_LIKE, " ") : text,
      vocabulary,
    );
    const evidence = readEvidence(models, tokens, unknown);
    const reasons = repairs.map((repair) => `sửa: ${repair}`);
    const slots = { dossierCodes, sawCitizenId: text.includes("[số định danh]"), ...readCounts(tokens) };
    const line = ` ${tokens.map((token) => token.folded).join(" ")} `;

    const notOurs = models.keywords.notOurs(tokens);
    const hasCode = dossierCodes.length > 0 || CODE_BEGUN.test(text);
    // Gibberish names nothing, whatever was talked of: most words unknown or mere guesses.
    const wordless =
      tokens.length > 0 &&
      2 * (unknown.length + repairs.length) > tokens.length &&
      evidence.cues.length === 0 &&
      evidence.none > 0.5;
    let { intent, share } = chooseIntent(evidence, tokens.length, hasCode, notOurs);
    const namesNothing = ownWords(tokens) === 0 && evidence.cues.length > 0;
    if (UNNAMED.includes(intent) && context.topic === null && (namesNothing || models.saysNoMore(tokens)))
      [intent, share] = ["unclear", 0.9];
    let ranked = evidence.ranked;
    let topic: string | null = null;
    let confidence = share;
    const known = context.topic !== null && knowledge.topics.has(context.topic) ? context.topic : null;
    const leaning = known === null ? 0 : models.leaning.leans(tokens);
    const leaves = (topic: string): boolean =>
      notOurs !== null ||
      (leavesProcedure(evidence, intent, share, leaning, topic, supposesCase(tokens)) &&
        !swingsAway(models, topic, tokens));
    const inTalk =
      known === null || wordless || dossierCodes.length > 0 || leaves(known)
        ? null
        : readWithContext(models, tokens, evidence, known, leaning);
    const followsUp = inTalk?.stays ?? false;
    const alone = calibrate(share * (intent === "ask_procedure" ? (1 - evidence.none) * (ranked[0]?.score ?? 0) : 1));
    // Only a question that stands by itself is surely none of danger.
    const asksSurely = intent === "ask_procedure" && decide(intent, alone, true) === "answer";
    if (inTalk && (inTalk.stays || inTalk.turns || intent === "ask_procedure")) ranked = inTalk.ranked;
    if (inTalk?.stays) {
      intent = "ask_procedure";
      topic = known;
      confidence = ranked[0]?.score ?? 0;
      reasons.push(`nói tiếp về ${known}`);
    } else if (inTalk?.turns) {
      intent = "ask_procedure";
      topic = ranked[0]?.id ?? null;
      confidence = ranked[0]?.score ?? 0;
    } else if (intent === "ask_procedure") {
      topic = ranked[0]?.id ?? null;
      confidence = share * (1 - evidence.none) * (ranked[0]?.score ?? 0);
    } else if (WITH_TOPIC.includes(intent) && (1 - evidence.none) * (ranked[0]?.score ?? 0) > 0.6) {
      topic = ranked[0]?.id ?? null;
    }

    const asked =
      intent === "ask_procedure" ? readAsked(models, tokens, evidence.cues, { topic, ranked }, context.aspect) : null;
    if (asked) ({ topic, ranked } = asked);
    const { aspect, also } = asked ?? { aspect: null, also: [] };
    if (topic !== null && asksPlainly(models, tokens, evidence.cues, ranked)) confidence = Math.max(confidence, PLAIN);
    if (intent === "out_of_scope" && notOurs !== null) reasons.push(`ngoài phạm vi: ${notOurs}`);
    confidence = followsUp ? calibrateTalk(confidence) : calibrate(confidence);
    const certainty = decide(intent, confidence, topic !== null);
    if (topic !== null) reasons.push(...explainTopic(models, evidence.features, tokens, topic, ranked));
    const faq: Pick<Understanding, "faq" | "faqs"> =
      dossierCodes.length > 0 ? { faq: null, faqs: [] } : matchFaq(tokens, { intent, certainty, followsUp });
    const typed = ` ${tokens.map((token) => token.typed).join(" ")} `;
    const asks = evidence.cues.some(({ strength }) => strength > 1);
    const danger = asksSurely || hasCode || faq.faq !== null ? null : findDanger(line, typed, asks);
    const emergency = findEmergency(line, typed, asksSurely) ?? danger;
    // A danger is nobody's errand: what else was read in the cry is not offered.
    const isErrand = intent === "ask_procedure" && certainty === "answer";
    if (emergency !== null && !isErrand && (!emergency.startsWith("maybe_") || GUESSED.includes(intent)))
      return { ...NOTHING, intent: "out_of_scope", slots, emergency, confidence, certainty: "decline", reasons };
    return {
      intent,
      topic,
      topics: ranked.slice(0, 3),
      procedures: topic === null ? [] : rankProcedures(topic, tokens, 5),
      aspect,
      also,
      slots,
      ...faq,
      emergency,
      confidence,
      certainty,
      reasons,
    };
  };

  return {
    understand: (text, context) => {
      try {
        return read(text, context);
      } catch {
        return NOTHING;
      }
    },
  };
}

/** What a question that names nothing ("phí bao nhiêu") may be taken for. */
const UNNAMED: readonly Intent[] = ["ask_procedure", "out_of_scope"];

/** What a message with a word of danger is taken for when nothing is sure. */
const GUESSED: readonly Intent[] = ["ask_procedure", "unclear"];

/** What is said of a message that broke the reader: nothing. */
const NOTHING: Understanding = {
  intent: "unclear",
  topic: null,
  topics: [],
  procedures: [],
  aspect: null,
  also: [],
  slots: { dossierCodes: [], sawCitizenId: false },
  faq: null,
  faqs: [],
  emergency: null,
  confidence: 0,
  certainty: "ask_back",
  reasons: [],
};
