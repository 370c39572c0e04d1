/** The pipeline: normalise → read evidence → apply the context → decide → say why. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { findAspects, firstAspect } from "./aspects.ts";
import { decide } from "./decide.ts";
import { findEmergency } from "./emergency.ts";
import { intentFeatures, topicFeatures } from "./features.ts";
import { trainLinearModel } from "./linear-model.ts";
import { normalise } from "./normalise.ts";
import { createProcedureRanker } from "./procedure-ranker.ts";
import { readCounts } from "./slots.ts";
import type { Token } from "./tokens.ts";
import { allTexts, buildTrainingSet, NO_TOPIC } from "./training-set.ts";
import type { CodeReading, Context, Intent, Scored, Understander, Understanding } from "./understanding.ts";
import { buildVocabulary } from "./vocabulary.ts";

export type UnderstanderOptions = {
  /** Reads dossier codes; handed in because codes belong to the dossiers. Absent: no codes are read. */
  readonly readCodes?: (text: string) => readonly CodeReading[];
};

/** Intents that may go along with a topic ("đặt lịch làm căn cước"). */
const WITH_TOPIC: readonly Intent[] = ["ask_procedure", "dossier_status", "book_appointment", "online_service_help"];

const CODE_LIKE = /(?:\b\d{3}[.,\s/-]?\d{2}[.,\s/-]?\d{2}[.,\s/-]?)?\b[GH]\s?[\dO]{2}[\dO.,\s/_–—-]{6,}/gi;

export function createUnderstander(knowledge: Knowledge, options: UnderstanderOptions = {}): Understander {
  const vocabulary = buildVocabulary(allTexts(knowledge));
  const examples = buildTrainingSet(knowledge, vocabulary);
  const topicModel = trainLinearModel(examples.topics, { epochs: 6, rate: 0.5, decay: 1e-5, leastSeen: 3 });
  const intentModel = trainLinearModel(examples.intents, { epochs: 5, rate: 0.5, decay: 1e-5, leastSeen: 2 });
  const rankProcedures = createProcedureRanker(knowledge, vocabulary);

  const read = (text: string, context: Context): Understanding => {
    const dossierCodes = options.readCodes?.(text) ?? [];
    const { tokens, repairs } = normalise(dossierCodes.length > 0 ? text.replace(CODE_LIKE, " ") : text, vocabulary);
    const line = ` ${tokens.map((token) => token.folded).join(" ")} `;
    const emergency = findEmergency(line);
    const cues = findAspects(tokens);
    const aspectCue = firstAspect(cues);

    const topicScores = topicModel.predict(topicFeatures(tokens));
    const ranked: Scored[] = topicModel.labels
      .map((id, at) => ({ id, score: topicScores[at]! }))
      .sort((one, other) => other.score - one.score);
    const none = ranked.find(({ id }) => id === NO_TOPIC)?.score ?? 0;
    let topics = ranked.filter(({ id }) => id !== NO_TOPIC).slice(0, 3);
    const reasons: string[] = repairs.map((repair) => `sửa: ${repair}`);

    const intentScores = intentModel.predict(intentFeatures(tokens));
    const scored = intentModel.labels.map((id, at) => {
      const share = id === "ask_procedure" ? 1 - none : WITH_TOPIC.includes(id as Intent) ? 1 : Math.max(none, 0.02);
      return { id: id as Intent, score: intentScores[at]! * share };
    });
    const total = scored.reduce((sum, { score }) => sum + score, 0) || 1;
    scored.sort((one, other) => other.score - one.score);
    let intent: Intent = tokens.length === 0 ? "unclear" : (scored[0]?.id ?? "unclear");
    let confidence = (scored[0]?.score ?? 0) / total;
    let topic: string | null = null;
    const own = 1 - none;

    if (dossierCodes.length > 0) [intent, confidence] = ["dossier_status", 0.99];
    if (
      context.topic !== null &&
      (intent === "ask_procedure" || intent === "unclear" || aspectCue !== null) &&
      own < 0.5
    ) {
      intent = "ask_procedure";
      topic = context.topic;
      confidence = 0.95;
      topics = [{ id: topic, score: 0.95 }, ...topics.filter(({ id }) => id !== topic)].slice(0, 3);
      reasons.push(`tiếp nối: ${topic}`);
    } else if (intent === "ask_procedure") {
      topic = topics[0]?.id ?? null;
      confidence *= topics[0]?.score ?? 0;
    } else if (WITH_TOPIC.includes(intent) && own > 0.6) topic = topics[0]?.id ?? null;

    const runnerUp = topics[1];
    if (topic !== null && runnerUp) {
      reasons.push(`${topic} ${topics[0]!.score.toFixed(2)}, kế tiếp ${runnerUp.id} ${runnerUp.score.toFixed(2)}`);
    }
    return {
      intent,
      topic,
      topics,
      procedures: topic === null ? [] : rankProcedures(topic, tokens, 5),
      aspect: intent === "ask_procedure" ? (aspectCue?.aspect ?? "overview") : null,
      also: [],
      slots: { dossierCodes, sawCitizenId: text.includes("[số định danh]"), ...readCounts(tokens) },
      faq: null,
      emergency,
      confidence,
      certainty: decide(intent, confidence, topic !== null),
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
  emergency: null,
  confidence: 0,
  certainty: "ask_back",
  reasons: [],
};

export type { Token };
