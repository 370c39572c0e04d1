/** Before anything is published: golden questions and what people really asked, on the new records beside the old. */
import type { Golden, Problem } from "../../knowledge/index.ts";
import type { AssistantDesk, Said } from "../knowledge/desk.ts";
import type { ItemKey } from "../knowledge/store.ts";

export type Broken = {
  readonly golden: Golden;
  /** What would be understood instead: "chủ đề ket_hon". */
  readonly instead: string;
};

export type Changed = {
  readonly words: string;
  /** How often it was asked. */
  readonly times: number;
  readonly before: Said;
  readonly after: Said;
};

export type GateResult = {
  /** Errors of the check: it cannot be published. */
  readonly errors: readonly Problem[];
  readonly goldens: number;
  /** Understood today, not with this: it blocks. */
  readonly broken: readonly Broken[];
  /** Not understood today either: told, blocks nothing. */
  readonly brokenBefore: number;
  readonly replayed: number;
  readonly changed: readonly Changed[];
};

export const mayPass = ({ errors, broken }: GateResult): boolean => errors.length === 0 && broken.length === 0;

export type GateSource = {
  readonly desk: AssistantDesk;
  readonly goldens: () => Promise<readonly Golden[]>;
  /** Masked words of citizens, newest first. */
  readonly recentWords: (limit: number) => Promise<readonly string[]>;
};

/** As many of the newest questions are replayed. */
const REPLAYED = 1_000;

export async function runGate(
  { desk, goldens, recentWords }: GateSource,
  change: ItemKey & { content: unknown },
): Promise<GateResult> {
  const tried = await desk.tryOut(change);
  const errors = tried.problems.filter(({ level }) => level === "error");
  const all = await goldens();
  const none = { errors, goldens: all.length, broken: [], brokenBefore: 0, replayed: 0, changed: [] };
  if (tried.ask === null) return none;
  const broken: Broken[] = [];
  let brokenBefore = 0;
  for (const golden of all) {
    const after = await tried.ask(golden.text);
    await others();
    if (holds(golden, after)) continue;
    if (holds(golden, await desk.ask(golden.text))) broken.push({ golden, instead: readAs(after) });
    else brokenBefore++;
  }
  const asked = countOf(await recentWords(REPLAYED));
  const changed: Changed[] = [];
  for (const [words, times] of asked) {
    const [before, after] = [await desk.ask(words), await tried.ask(words)];
    if (before.text !== after.text || before.buttons.join() !== after.buttons.join())
      changed.push({ words, times, before, after });
    await others();
  }
  const replayed = [...asked.values()].reduce((sum, times) => sum + times, 0);
  return { ...none, broken, brokenBefore, replayed, changed: changed.sort((a, b) => b.times - a.times) };
}

/** Citizens are answered between two questions of ours. */
const others = () => new Promise((resolve) => setImmediate(resolve));

function holds({ topic, faq, intent }: Golden, { understood }: Said): boolean {
  if (understood === null) return false;
  if (topic !== undefined && understood.topic !== topic) return false;
  if (faq !== undefined && understood.faq !== faq) return false;
  return intent === undefined || understood.intent === intent;
}

const readAs = ({ understood }: Said): string =>
  understood === null ? "không hiểu" : (understood.faq ?? understood.topic ?? understood.intent);

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** Keeps the last results: who publishes has just looked at one. `key` must change with the draft and with what is in use. */
export function createGate(source: GateSource) {
  const results = new Map<string, Promise<GateResult>>();
  return (change: ItemKey & { content: unknown }, key: string): Promise<GateResult> => {
    const known = results.get(key);
    if (known) return known;
    const result = runGate(source, change);
    results.set(key, result);
    // A failure is not remembered.
    result.catch(() => results.delete(key));
    for (const old of [...results.keys()].slice(0, -KEPT)) results.delete(old);
    return result;
  };
}

const KEPT = 4;
export type Gate = ReturnType<typeof createGate>;
