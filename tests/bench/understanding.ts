/**
 * From a text to a decision, without storage, at 160, 5,000 and 50,000 procedures, and what an understander costs to
 * make and to keep. Each size in a process of its own, so that one's garbage is not the other's memory.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { LEAN_FLAGS } from "../../src/start/lean-process.js";

const CHILD = fileURLToPath(new URL("./understanding-child.ts", import.meta.url));

/** How often the real topics stand in the knowledge: 160, about 5,000 and about 50,000 procedures. */
const COPIES = [1, 32, 313];

export async function measureUnderstanding(): Promise<readonly string[]> {
  const lines = COPIES.map((copies) => {
    const child = spawnSync(
      process.execPath,
      ["--expose-gc", ...LEAN_FLAGS, "--max-old-space-size=6000", CHILD, String(copies)],
      { encoding: "utf8" },
    );
    return child.status === 0 ? child.stdout.trim() : `${copies} copies of the topics: failed\n${child.stderr}`;
  });
  return [...lines, "(aims: p99 < 3, 5 and 15 ms; made in 0.5–1 s and < 60 MB over an empty process at 160)"];
}
