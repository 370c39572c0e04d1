/**
 * `npm run eval -- FILE --peers`: the known libraries on the same questions, trained on the same phrases, names and
 * aliases in the same run. Only messages about a procedure and without a context count: the peers know no context. A library that is
 * not installed (they are development dependencies) is named as such.
 */
import Fuse from "fuse.js";
import type { Knowledge } from "../knowledge/index.ts";
import type { Answered } from "./eval-scores.ts";

type Phrase = { readonly text: string; readonly topic: string };
/** Topics best first. */
type Peer = (text: string) => readonly string[] | Promise<readonly string[]>;

function phrasesOf(knowledge: Knowledge): Phrase[] {
  return [...knowledge.topics].flatMap(([topic, { name, phrases, keywords, procedures }]) => {
    const records = procedures.flatMap((id) => {
      const record = knowledge.procedures.get(id);
      return record ? [record.name, record.short_name, ...record.aliases] : [];
    });
    return [name, ...phrases, ...keywords, ...records].map((text) => ({ text, topic }));
  });
}

const distinct = (topics: readonly string[]): string[] => [...new Set(topics)].slice(0, 3);

/** A package that may be missing; typed loosely because nothing here depends on it. */
// biome-ignore lint/suspicious/noExplicitAny: the peers are not dependencies of the program
async function optional(name: string): Promise<any | null> {
  try {
    return await import(name);
  } catch {
    return null;
  }
}

async function fusePeer(phrases: readonly Phrase[]): Promise<Peer> {
  const fuse = new Fuse(phrases, { keys: ["text"], ignoreLocation: true, threshold: 0.6 });
  return (text) => distinct(fuse.search(text, { limit: 20 }).map(({ item }) => item.topic));
}

async function minisearchPeer(phrases: readonly Phrase[]): Promise<Peer | null> {
  const found = await optional("minisearch");
  if (found === null) return null;
  const index = new found.default({ fields: ["text"], storeFields: ["topic"], searchOptions: { fuzzy: 0.2 } });
  index.addAll(phrases.map((phrase, id) => ({ ...phrase, id })));
  return (text) => distinct((index.search(text) as { topic: string }[]).map(({ topic }) => topic));
}

/** nlp.js without language files: it has none for Vietnamese. */
async function nlpPeer(phrases: readonly Phrase[]): Promise<Peer | null> {
  const [core, found] = [await optional("@nlpjs/core"), await optional("@nlpjs/nlp")];
  if (core === null || found === null) return null;
  const container = await core.containerBootstrap();
  const nlp = new found.Nlp({ container, languages: ["vi"], autoSave: false, nlu: { log: false } });
  for (const { text, topic } of phrases) nlp.addDocument("vi", text, topic);
  await nlp.train();
  return async (text) => {
    const answer = (await nlp.process("vi", text)) as { classifications: { intent: string }[] };
    return distinct(answer.classifications.map(({ intent }) => intent));
  };
}

export async function comparePeers(
  knowledge: Knowledge,
  answers: readonly Answered[],
  /** What this program took for a question, on average. */
  ourMs: number,
  print: (line: string) => void,
): Promise<void> {
  const asked = answers.filter((answer) => answer.asked.intent === "ask_procedure" && answer.asked.context === null);
  const report = (name: string, ranked: readonly (readonly string[])[], ms: number): void => {
    const rate = (most: number): string => {
      const hits = asked.filter((answer, at) =>
        ranked[at]?.slice(0, most).includes(answer.asked.procedure ?? ""),
      ).length;
      return `${((100 * hits) / asked.length).toFixed(1)} %`;
    };
    print(
      `${name.padEnd(14)} topic first ${rate(1).padStart(7)}   in three ${rate(3).padStart(7)}   ${ms.toFixed(2)} ms a question`,
    );
  };
  print("");
  print(`beside the known libraries, ${asked.length} questions about procedures without a context`);
  report(
    "this program",
    asked.map(({ read }) => read.topics.map(({ id }) => id)),
    ourMs,
  );
  const phrases = phrasesOf(knowledge);
  const peers = { "fuse.js": fusePeer, minisearch: minisearchPeer, "nlp.js": nlpPeer };
  for (const [name, make] of Object.entries(peers)) {
    const peer = await make(phrases);
    if (peer === null) {
      print(`${name.padEnd(14)} not installed`);
      continue;
    }
    const started = performance.now();
    const ranked: (readonly string[])[] = [];
    for (const { asked: question } of asked) ranked.push(await peer(question.text));
    report(name, ranked, (performance.now() - started) / asked.length);
  }
}
