/**
 * `npm run bench`: every figure of one machine in one run. Only ratios travel; see docs/performance.md.
 * Parts can be named: `npm run bench -- door conversations published reply start memory knowledge dossiers`.
 */
import { measureConversations } from "./conversations.ts";
import { measureDoor } from "./door.ts";
import { measureDossiers } from "./dossiers.ts";
import { measureKnowledge } from "./knowledge.ts";
import { measureMemory } from "./memory.ts";
import { measurePublished } from "./published.ts";
import { measureReply } from "./reply.ts";
import { measureStart } from "./start.ts";
import { measureUnderstanding } from "./understanding.ts";

const parts: Record<string, () => Promise<readonly string[]>> = {
  door: measureDoor,
  conversations: measureConversations,
  published: measurePublished,
  reply: measureReply,
  start: measureStart,
  memory: measureMemory,
  understanding: measureUnderstanding,
  knowledge: measureKnowledge,
  dossiers: measureDossiers,
};

const wanted = process.argv.slice(2).filter((name) => name in parts);
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  console.log(`\n== ${name}`);
  for (const line of (await parts[name]?.()) ?? []) console.log(line);
}
process.exit(0);
