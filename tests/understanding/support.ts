import { readdir, readFile } from "node:fs/promises";
import { readDossierCodes } from "../../src/dossiers/index.ts";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/index.ts";
import { createLearntFiles } from "../../src/storage/learnt-files.ts";
import { createUnderstander, type Understander } from "../../src/understanding/index.ts";
import { CACHE } from "../../src/wiring/assistant.ts";

export const TODAY = "2026-11-23";

let made: Promise<{ knowledge: Knowledge; understander: Understander }> | null = null;

/** The real knowledge and its understander, made once a test file. */
export function realUnderstander(): Promise<{ knowledge: Knowledge; understander: Understander }> {
  made ??= loadKnowledge("procedures-data", "intents").then(({ knowledge, problems }) => {
    if (knowledge === null)
      throw new Error(`knowledge does not load: ${problems.map((problem) => problem.what).join("; ")}`);
    const understander = createUnderstander(knowledge, {
      learnt: createLearntFiles(CACHE),
      readCodes: (text) => readDossierCodes(text, TODAY),
    });
    return { knowledge, understander };
  });
  return made;
}

/** All lines of a folder of labelled questions. */
export async function goldenLines(folder: "tuned" | "unseen"): Promise<string[]> {
  const files = (await readdir(`tests/golden/${folder}`)).filter((name) => name.endsWith(".jsonl")).sort();
  const texts = await Promise.all(files.map((name) => readFile(`tests/golden/${folder}/${name}`, "utf8")));
  return texts.flatMap((text) => text.split("\n").filter((line) => line.trim() !== ""));
}
