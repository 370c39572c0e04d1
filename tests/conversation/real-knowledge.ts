/** The records that the program ships, read through the public door of the knowledge. */
import { fileURLToPath } from "node:url";
import { loadKnowledge } from "../../src/knowledge/index.ts";

const atRoot = (folder: string) => fileURLToPath(new URL(`../../${folder}`, import.meta.url));

const { knowledge, problems } = await loadKnowledge(atRoot("procedures-data"), atRoot("intents"));
if (!knowledge) throw new Error(`The records do not load: ${JSON.stringify(problems.slice(0, 5))}`);

export const realKnowledge = knowledge;
