/**
 * What the understanding learnt, kept in files so that a start need not learn it again. A cache and no more: a file that
 * is missing, old, damaged or cannot be written is passed over, and everything is learnt anew.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { Learnt, LearntStore } from "../understanding/learnt.ts";

/** Some versions side by side: tests and commands read other knowledge than the server. */
const FILES_KEPT = 8;
const DIGEST_BYTES = 32;

/** `folder` is made when needed. */
export function createLearntFiles(folder: string): LearntStore {
  const fileOf = (knowledgeVersion: string) => join(folder, `${knowledgeVersion}-${codeVersion()}.learnt`);
  return {
    recall(knowledgeVersion) {
      try {
        const file = readFileSync(fileOf(knowledgeVersion));
        const body = file.subarray(DIGEST_BYTES);
        if (!digestOf(body).equals(file.subarray(0, DIGEST_BYTES))) return null;
        return deserialize(body) as Learnt;
      } catch {
        return null;
      }
    },
    keep(knowledgeVersion, learnt) {
      try {
        mkdirSync(folder, { recursive: true });
        const body = serialize(learnt);
        const written = join(folder, `${randomUUID()}.tmp`);
        writeFileSync(written, Buffer.concat([digestOf(body), body]));
        renameSync(written, fileOf(knowledgeVersion));
        dropOldest(folder);
      } catch {
        // A read-only installation learns at every start.
      }
    },
  };
}

const digestOf = (body: Uint8Array) => createHash("sha256").update(body).digest();

let code: string | null = null;

/** What was learnt by other code, or by another Node, is not ours. */
function codeVersion(): string {
  if (code !== null) return code;
  const folder = fileURLToPath(new URL("../understanding/", import.meta.url));
  const hash = createHash("sha256").update(process.version);
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  code = hash.digest("hex").slice(0, 12);
  return code;
}

function dropOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /\.(learnt|tmp)$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of files.slice(FILES_KEPT)) rmSync(path, { force: true });
}
