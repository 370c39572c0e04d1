/** Cries for help (`tests/golden/emergencies.jsonl`), look-alikes that are none, and ordinary sentences. */
import { readFile } from "node:fs/promises";
import { realUnderstander } from "./support.ts";

type Line = { readonly text: string; readonly emergency: string | null };

const lines = (await readFile("tests/golden/emergencies.jsonl", "utf8"))
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const { knowledge, understander } = await realUnderstander();
const heard = (text: string) => understander.understand(text, { topic: null }).emergency;

/** Some fifteen thousand sentences, also on a machine that others use. */
const PATIENCE = 240_000;

test.each(lines.filter(({ emergency }) => emergency !== null))("$text: help is offered", ({ text }) => {
  expect(heard(text)).not.toBeNull();
});

test.each(lines.filter(({ emergency }) => emergency === null))("$text: no alarm", ({ text }) => {
  expect(heard(text)).toBeNull();
});

test(
  "hardly one ordinary sentence about papers raises an alarm",
  () => {
    const phrases = [...knowledge.topics.values()].flatMap((topic) => topic.phrases);
    const alarms = phrases.filter((phrase) => heard(phrase) !== null);
    expect(phrases.length).toBeGreaterThan(5000);
    expect(alarms.length / phrases.length).toBeLessThanOrEqual(0.0005);
  },
  PATIENCE,
);
