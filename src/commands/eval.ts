/**
 * `npm run eval -- FILE [FILE…]`: scores labelled questions (JSON Lines) by intent, topic, aspect and style, and says
 * how sure the program was of what it got wrong. Labels: `id`, `text`, `intent`, `procedure` (a topic key), `aspect`,
 * `context`, `style`, `origin`, `also`.
 */
import { readFileSync } from "node:fs";
import { loadAssistant } from "../assistant.ts";
import { readLabelled } from "./eval/labelled.ts";
import { measure } from "./eval/measure.ts";
import { report } from "./eval/report.ts";

const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
if (files.length === 0) {
  console.error("Which file? Usage: npm run eval -- FILE [FILE…]");
  process.exit(2);
}
const questions = files.flatMap((file) => readLabelled(readFileSync(file, "utf8"), file));
const nobody = { find: async () => ({ kind: "unknown-code" }) as const };
const { understander } = await loadAssistant({ dossiers: nobody, now: Date.now });
console.log(report(questions.map((question) => measure(question, understander))).join("\n"));
