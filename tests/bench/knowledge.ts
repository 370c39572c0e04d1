/** 5,000 records of real size: how long their reading takes and what memory they need (Linux: resident). */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dump, load } from "js-yaml";
import { LEAN_FLAGS } from "../../src/start/lean-process.js";

const RECORDS = 5_000;
const RUNS = 3;
const atRoot = (folder: string) => fileURLToPath(new URL(`../../${folder}`, import.meta.url));

type Run = {
  records: number;
  errors: number;
  ms: number;
  cpuMs: number;
  peakMb: number;
  rssMb: number;
  heapMb: number;
};

export async function measureKnowledge(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-many-"));
  try {
    const large = makeMany(join(folder, "procedures-data"));
    const runs = Array.from({ length: RUNS }, () => once(large));
    const median = (of: (run: Run) => number) => runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    const [first] = runs;
    if (!first || first.records !== RECORDS) throw new Error(`read ${first?.records} records, ${first?.errors} errors`);
    return [
      `${RECORDS} records, median of ${RUNS}: read in ${median((run) => run.ms).toFixed(0)} ms (aim: ≤ 2000), ${median((run) => run.cpuMs).toFixed(0)} ms of computing`,
      `memory: ${median((run) => run.rssMb).toFixed(0)} MB more resident afterwards (aim: ≤ 100), ${median((run) => run.peakMb).toFixed(0)} MB while reading, ${median((run) => run.heapMb).toFixed(0)} MB of it live`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function once(large: string): Run {
  const child = fileURLToPath(new URL("./knowledge-child.ts", import.meta.url));
  const args = [...LEAN_FLAGS, "--disable-warning=ExperimentalWarning", child];
  const out = execFileSync(process.execPath, [...args, atRoot("procedures-data"), atRoot("intents"), large]);
  return JSON.parse(out.toString()) as Run;
}

/** The real records over and over, each copy with an id, words and a topic of its own; everything else as it is. */
function makeMany(to: string): string {
  cpSync(atRoot("procedures-data"), to, { recursive: true });
  const files = readdirSync(join(to, "thu-tuc"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );
  const originals = files.map((name) => load(readFileSync(join(to, "thu-tuc", name), "utf8")) as Original);
  for (let made = originals.length; made < RECORDS; made += 1) {
    const original = originals[made % originals.length]!;
    const copy = Math.floor(made / originals.length) + 1;
    const id = `${original.id}-${copy}`;
    const key = id.replaceAll("-", "_");
    const { confused_with: _, short_code: __, former_ids: ___, also_topics: ____, ...record } = original;
    const aliases = original.aliases.map((alias) => `${alias} ${copy}`);
    mkdirSync(join(to, "thu-tuc", `ban-${copy}`), { recursive: true });
    write(join(to, "thu-tuc", `ban-${copy}`, `${id}.yaml`), { ...record, id, code: null, topic: key, aliases });
    const words = { procedures: [id], usual: null, phrases: [key], keywords: [], ask: null };
    write(join(to, "chu-de", `${key}.yaml`), { key, name: "Chủ đề", ...words });
  }
  return to;
}

type Original = Record<string, unknown> & { readonly id: string; readonly aliases: readonly string[] };

const write = (file: string, value: object) => writeFileSync(file, dump(value, { lineWidth: 120 }));
