/** The measured table as lines of text. */
import { type Measured, NOT_OURS } from "./measure.ts";

export function report(all: readonly Measured[]): string[] {
  const procedures = all.filter(({ question }) => question.intent === "ask_procedure");
  const notOurs = all.filter(({ question }) => NOT_OURS.has(question.intent));
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  return [
    `questions                            ${all.length}`,
    row("intent right", all, (one) => one.intent),
    row("topic first (procedure questions)", procedures, (one) => one.first),
    row("topic in the first three", procedures, (one) => one.inThree),
    row("aspect right", procedures, (one) => one.aspect),
    row(
      "follow-ups: topic first",
      procedures.filter(({ question }) => question.context !== null),
      (one) => one.first,
    ),
    row("second question found", all, (one) => one.also),
    row("dossier code canonical", all, (one) => one.code),
    row("answered as certain, wrong topic", all, (one) => one.certainAndWrong),
    row("not ours, not taken for a procedure", notOurs, (one) => one.understood.intent !== "ask_procedure"),
    row("procedure questions refused", procedures, (one) => one.understood.certainty === "decline"),
    row("procedure questions asked back", procedures, (one) => one.understood.certainty === "ask_back"),
    `time, text to decision               p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`,
    "",
    "by style (intent / topic first / aspect):",
    ...grouped(all, ({ question }) => question.style),
    "",
    "by origin (intent / topic first / aspect):",
    ...grouped(all, ({ question }) => [question.origin]),
    "",
    "how sure, how often right (procedure questions, topic first):",
    ...reliability(procedures),
    "",
    "worst topics:",
    ...worstTopics(procedures),
    "",
    "mistaken for one another (asked -> understood):",
    ...confusions(all),
  ];
}

type Judge = (one: Measured) => boolean | null;

function share(some: readonly Measured[], judge: Judge): string {
  const judged = some.map(judge).filter((right) => right !== null);
  if (judged.length === 0) return "–";
  const right = judged.filter(Boolean).length;
  return `${((100 * right) / judged.length).toFixed(1)} % (${right}/${judged.length})`;
}

const row = (name: string, some: readonly Measured[], judge: Judge) => `${name.padEnd(36)} ${share(some, judge)}`;

const at = (sorted: readonly number[], part: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);

function groupBy(all: readonly Measured[], keys: (one: Measured) => readonly string[]): Map<string, Measured[]> {
  const groups = new Map<string, Measured[]>();
  for (const one of all) for (const key of keys(one)) groups.set(key, [...(groups.get(key) ?? []), one]);
  return groups;
}

function grouped(all: readonly Measured[], keys: (one: Measured) => readonly string[]): string[] {
  const parts: Judge[] = [(one) => one.intent, (one) => one.first, (one) => one.aspect];
  return [...groupBy(all, keys)].map(
    ([name, some]) => `  ${name.padEnd(34)} ${parts.map((judge) => share(some, judge)).join("  /  ")}`,
  );
}

/** A well-made 0.9 is right nine times in ten. */
function reliability(procedures: readonly Measured[]): string[] {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0001];
  return steps.slice(0, -1).flatMap((from, index) => {
    const to = steps[index + 1] ?? 1;
    const some = procedures.filter(({ understood: { confidence } }) => confidence >= from && confidence < to);
    return some.length === 0
      ? []
      : [`  ${from.toFixed(2)} – ${Math.min(1, to).toFixed(2)}   ${share(some, (one) => one.first)}`];
  });
}

function worstTopics(procedures: readonly Measured[]): string[] {
  return [...groupBy(procedures, ({ question }) => [question.procedure ?? "?"])]
    .map(([topic, some]) => ({ topic, some, wrong: some.filter((one) => !one.first).length }))
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong)
    .slice(0, 10)
    .map(({ topic, some, wrong }) => `  ${topic.padEnd(34)} ${wrong} of ${some.length} wrong`);
}

function confusions(all: readonly Measured[]): string[] {
  const label = (intent: string, topic: string | null) => (intent === "ask_procedure" ? (topic ?? "no topic") : intent);
  const counts = new Map<string, number>();
  for (const { question, understood } of all) {
    const pair = [label(question.intent, question.procedure), label(understood.intent, understood.topic)];
    if (pair[0] !== pair[1]) counts.set(pair.join(" -> "), (counts.get(pair.join(" -> ")) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 15)
    .map(([pair, count]) => `  ${count} × ${pair}`);
}
