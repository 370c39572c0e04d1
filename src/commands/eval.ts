/**
 * `npm run eval -- FILE…`: scores labelled questions (JSON Lines, tests/golden/README.md) by intent, topic,
 * aspect, style and origin, with confusions, reliability and time.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readDossierCodes } from "../dossiers/index.ts";
import { type Knowledge, loadKnowledge } from "../knowledge/index.ts";
import { createLearntFiles } from "../storage/learnt-files.ts";
import { createUnderstander, type Understanding } from "../understanding/index.ts";
import { CACHE } from "../wiring/assistant.ts";
import { NOISES } from "./eval-noise.ts";
import { comparePeers } from "./eval-peers.ts";
import { AIMS, type Answered, confusions, type Labelled, MEASURES, reliability, tally } from "./eval-scores.ts";
import { localDay } from "./local-day.ts";

export type EvalOptions = {
  readonly files: readonly string[];
  readonly peers: boolean;
  readonly knowledge: Knowledge;
  /** The local day, `yyyy-mm-dd`: dossier codes from the future are none. */
  readonly today: string;
  readonly print: (line: string) => void;
};

const percent = (hits: number, of: number): string => (of === 0 ? "–" : `${((100 * hits) / of).toFixed(1)} %`);

export async function readQuestions(file: string): Promise<Labelled[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line) as Labelled);
}

/** The main table: what was measured, out of how many, beside the aim. */
function printRates(answers: readonly Answered[], print: (line: string) => void): void {
  const rates = tally(answers);
  for (const measure of MEASURES) {
    const rate = rates.get(measure);
    if (!rate) continue;
    const aim = AIMS[measure] ? `   aim ${AIMS[measure]}` : "";
    print(`${measure.padEnd(44)} ${percent(rate.hits, rate.of).padStart(8)}   (${rate.hits}/${rate.of})${aim}`);
  }
}

/** The same questions as hurried fingers would type them: topic first, and how far below the clean ones. */
function printNoise(
  questions: readonly Labelled[],
  read: (text: string, context: string | null) => Understanding,
  print: (line: string) => void,
): void {
  const asked = questions.filter(({ intent }) => intent === "ask_procedure");
  const first = (change: (text: string) => string): number =>
    asked.filter((question) => read(change(question.text), question.context).topic === question.procedure).length;
  const clean = first((text) => text);
  print("");
  print(`topic first under noise                            clean ${percent(clean, asked.length)}`);
  for (const [name, change] of Object.entries(NOISES)) {
    const hits = first(change);
    const lost = ((100 * (clean - hits)) / (asked.length || 1)).toFixed(1);
    print(`${name.padEnd(44)} ${percent(hits, asked.length).padStart(8)}   ${lost} points lost`);
  }
}

/** A question with a matter of its own, put after a talk about something else: it must not be taken for a follow-up. */
function printSwitches(
  questions: readonly Labelled[],
  topics: readonly string[],
  read: (text: string, context: string | null) => Understanding,
  print: (line: string) => void,
): void {
  const asked = questions.filter(({ intent, context }) => intent === "ask_procedure" && context === null);
  let hits = 0;
  let certain = 0;
  for (const [at, { text, procedure }] of asked.entries()) {
    const before = topics[(at * 31) % topics.length] ?? null;
    const { topic, certainty } = read(text, before === procedure ? (topics[0] ?? null) : before);
    if (topic === procedure) hits++;
    else if (topic === before && certainty === "answer") certain++;
  }
  print(
    `${"after a talk about something else".padEnd(44)} ${percent(hits, asked.length).padStart(8)}   answered for the old topic ${percent(certain, asked.length)}`,
  );
}

function printGroups(
  title: string,
  answers: readonly Answered[],
  groupsOf: (asked: Labelled) => readonly string[],
  print: (line: string) => void,
): void {
  print("");
  print(
    `${title.padEnd(30)} ${["n", "intent", "topic", "in three", "aspect"].map((head) => head.padStart(9)).join("")}`,
  );
  const groups = new Map<string, Answered[]>();
  for (const answer of answers)
    for (const group of groupsOf(answer.asked)) groups.set(group, [...(groups.get(group) ?? []), answer]);
  for (const [group, members] of [...groups].sort((one, other) => other[1].length - one[1].length)) {
    const rates = tally(members);
    const cells = (["intent", "topic first", "topic in three", "aspect"] as const).map((measure) => {
      const rate = rates.get(measure);
      return percent(rate?.hits ?? 0, rate?.of ?? 0).padStart(9);
    });
    print(`${group.padEnd(30)} ${String(members.length).padStart(9)}${cells.join("")}`);
  }
}

function printWorstTopics(answers: readonly Answered[], print: (line: string) => void): void {
  const byTopic = new Map<string, { hits: number; of: number }>();
  for (const { asked, read } of answers) {
    if (asked.intent !== "ask_procedure" || asked.procedure === null) continue;
    const rate = byTopic.get(asked.procedure) ?? { hits: 0, of: 0 };
    rate.of++;
    if (read.topic === asked.procedure) rate.hits++;
    byTopic.set(asked.procedure, rate);
  }
  const worst = [...byTopic]
    .filter(([, rate]) => rate.hits < rate.of)
    .sort((one, other) => one[1].hits / one[1].of - other[1].hits / other[1].of);
  print("");
  print(
    "worst topics: " +
      worst
        .slice(0, 12)
        .map(([topic, rate]) => `${topic} ${rate.hits}/${rate.of}`)
        .join(", "),
  );
  print(
    "mixed up (wanted → read): " +
      confusions(answers)
        .slice(0, 15)
        .map(([pair, times]) => `${pair} ×${times}`)
        .join("; "),
  );
}

function printReliability(answers: readonly Answered[], print: (line: string) => void): void {
  print("");
  print("how sure / how often right");
  for (const { from, sure, right, of } of reliability(answers)) {
    print(
      `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  said ${percent(sure, of).padStart(7)}  right ${percent(right, of).padStart(7)}  n ${of}`,
    );
  }
  const decided = new Map<string, number>();
  for (const { read } of answers) decided.set(read.certainty, (decided.get(read.certainty) ?? 0) + 1);
  print([...decided].map(([certainty, times]) => `${certainty} ${percent(times, answers.length)}`).join(", "));
}

export async function evaluate(options: EvalOptions): Promise<void> {
  const { print } = options;
  const started = performance.now();
  const understander = createUnderstander(options.knowledge, {
    learnt: createLearntFiles(CACHE),
    readCodes: (text) => readDossierCodes(text, options.today),
  });
  print(
    `made from ${options.knowledge.procedures.size} procedures, ${options.knowledge.topics.size} topics in ${(performance.now() - started).toFixed(0)} ms`,
  );
  for (const file of options.files) {
    const questions = await readQuestions(file);
    // Once over, so that the figures are of a warm program.
    for (const { text } of questions.slice(0, 100)) understander.understand(text, { topic: null });
    const times: number[] = [];
    const answers = questions.map((asked): Answered => {
      const before = performance.now();
      const read = understander.understand(asked.text, { topic: asked.context });
      times.push(performance.now() - before);
      return { asked, read };
    });
    times.sort((one, other) => one - other);
    print("");
    print(`== ${file}: ${questions.length} questions`);
    printRates(answers, print);
    const read = (text: string, context: string | null) => understander.understand(text, { topic: context });
    printNoise(questions, read, print);
    printSwitches(questions, [...options.knowledge.topics.keys()], read, print);
    printGroups("style", answers, (asked) => asked.style, print);
    printGroups("origin", answers, (asked) => [asked.origin.split(":").slice(0, 2).join(":")], print);
    printWorstTopics(answers, print);
    printReliability(answers, print);
    const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2);
    print(`text to decision: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
    if (options.peers) {
      await comparePeers(options.knowledge, answers, times.reduce((sum, time) => sum + time, 0) / times.length, print);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const files = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const { knowledge, problems } = await loadKnowledge(`${root}procedures-data`, `${root}intents`);
  if (knowledge === null || files.length === 0) {
    console.error(
      knowledge === null
        ? `knowledge has ${problems.length} problems: npm run check`
        : "usage: npm run eval -- FILE… [--peers]",
    );
    process.exitCode = 1;
  } else {
    await evaluate({
      files,
      peers: process.argv.includes("--peers"),
      knowledge,
      today: localDay(Date.now()),
      print: (line) => console.log(line),
    });
  }
}
