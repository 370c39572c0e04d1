/** Counts how a reader does on labelled questions: all that `npm run eval` prints. */
import type { Understanding } from "../understanding/index.ts";

/** One labelled line, as tests/golden/README.md describes. */
export type Labelled = {
  readonly id: string;
  readonly text: string;
  readonly intent: string;
  readonly procedure: string | null;
  readonly aspect: string | null;
  readonly slots?: { readonly dossier_code?: string };
  readonly context: string | null;
  readonly style: readonly string[];
  readonly origin: string;
  readonly also?: readonly { readonly procedure: string; readonly aspect: string }[];
};

export type Answered = {
  readonly asked: Labelled;
  readonly read: Pick<
    Understanding,
    "intent" | "topic" | "topics" | "aspect" | "also" | "confidence" | "certainty" | "slots"
  >;
};

/** Hits out of how many. */
export type Rate = { hits: number; of: number };

export const MEASURES = [
  "intent",
  "topic first",
  "topic in three",
  "aspect",
  "aspect: papers, fee, time, place, online",
  "follow-ups",
  "two questions",
  "certain but wrong topic",
  "not ours, not taken for a procedure",
  "procedures refused",
  "dossier code",
] as const;
export type Measure = (typeof MEASURES)[number];

/** What issue 4 asks for, as it is printed beside what was measured. */
export const AIMS: Partial<Record<Measure, string>> = {
  intent: "≥ 95 %",
  "topic first": "≥ 95 %",
  "topic in three": "≥ 98.5 %",
  "aspect: papers, fee, time, place, online": "≥ 93 %",
  "follow-ups": "≥ 95 %",
  "two questions": "≥ 85 %",
  "certain but wrong topic": "≤ 1.5 %",
  "not ours, not taken for a procedure": "≥ 97 %",
  "procedures refused": "≤ 3 %",
};

const MAIN_ASPECTS = ["documents", "fee", "time", "place", "online"];
const NOT_OURS = ["out_of_scope", "unclear", "abuse"];

/** Which measures one answer counts for, and whether it is a hit. */
export function judge({ asked, read }: Answered): readonly (readonly [Measure, boolean])[] {
  const marks: [Measure, boolean][] = [["intent", read.intent === asked.intent]];
  const first = read.topic === asked.procedure;
  if (asked.intent === "ask_procedure") {
    marks.push(["topic first", first]);
    marks.push(["topic in three", first || read.topics.some(({ id }) => id === asked.procedure)]);
    marks.push(["certain but wrong topic", read.certainty === "answer" && read.intent === "ask_procedure" && !first]);
    marks.push(["procedures refused", read.intent !== "ask_procedure"]);
    if (asked.aspect !== null) {
      marks.push(["aspect", read.aspect === asked.aspect]);
      if (MAIN_ASPECTS.includes(asked.aspect))
        marks.push(["aspect: papers, fee, time, place, online", read.aspect === asked.aspect]);
    }
    if (asked.context !== null) marks.push(["follow-ups", first]);
    if (asked.also && asked.also.length > 0) {
      const found = asked.also.every((other) =>
        read.also.some(
          ({ topic, aspect }) => topic === other.procedure && (aspect === other.aspect || other.aspect === "overview"),
        ),
      );
      marks.push(["two questions", first && found]);
    }
  }
  if (NOT_OURS.includes(asked.intent))
    marks.push(["not ours, not taken for a procedure", read.intent !== "ask_procedure"]);
  const code = asked.slots?.dossier_code;
  if (code !== undefined) marks.push(["dossier code", read.slots.dossierCodes[0]?.code === code]);
  return marks;
}

/** One row per measure over all answers. */
export function tally(answers: readonly Answered[]): ReadonlyMap<Measure, Rate> {
  const rates = new Map<Measure, Rate>();
  for (const answer of answers) {
    for (const [measure, hit] of judge(answer)) {
      const rate = rates.get(measure) ?? { hits: 0, of: 0 };
      rate.of++;
      if (hit) rate.hits++;
      rates.set(measure, rate);
    }
  }
  return rates;
}

/** Topic pairs that are mixed up, most often first: "wanted → read". */
export function confusions(answers: readonly Answered[]): readonly (readonly [pair: string, times: number])[] {
  const pairs = new Map<string, number>();
  for (const { asked, read } of answers) {
    const wanted = asked.intent === "ask_procedure" ? asked.procedure : asked.intent;
    const got = read.intent === "ask_procedure" ? read.topic : read.intent;
    if (wanted !== got) pairs.set(`${wanted} → ${got}`, (pairs.get(`${wanted} → ${got}`) ?? 0) + 1);
  }
  return [...pairs].sort((one, other) => other[1] - one[1]);
}

/** Confidence in tenths against how often intent and topic were right. */
export function reliability(
  answers: readonly Answered[],
): readonly { from: number; sure: number; right: number; of: number }[] {
  const bins = Array.from({ length: 10 }, (_, at) => ({ from: at / 10, sure: 0, right: 0, of: 0 }));
  for (const { asked, read } of answers) {
    const bin = bins[Math.min(9, Math.floor(read.confidence * 10))]!;
    bin.of++;
    bin.sure += read.confidence;
    if (read.intent === asked.intent && (asked.intent !== "ask_procedure" || read.topic === asked.procedure))
      bin.right++;
  }
  return bins.filter(({ of }) => of > 0);
}
