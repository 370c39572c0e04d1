/** The real records, read without the loader's checks: the guard wants what is written in the files, not its opinion. */
import { globSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";

const ROOT = new URL("../../procedures-data/", import.meta.url).pathname;

const read = (pattern: string): unknown[] =>
  globSync(pattern, { cwd: ROOT })
    .sort()
    .map((file) => load(readFileSync(ROOT + file, "utf8")));

const byId = <T>(entries: unknown[], key: string) =>
  new Map(entries.map((entry) => [(entry as Record<string, string>)[key]!, entry as T]));

export const realKnowledge: Knowledge = {
  version: "0123456789ab",
  procedures: byId(read("thu-tuc/*/*.yaml"), "id"),
  topics: byId(read("chu-de/*.yaml"), "key"),
  intents: new Map(),
  faqs: byId(read("hoi-dap/*.yaml").flat(), "id"),
  centre: read("centre.yaml")[0] as Knowledge["centre"],
};

export const neverSay = read("never-say.yaml").flat() as { say_not: string }[];
