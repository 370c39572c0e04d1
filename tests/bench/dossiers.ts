/** Lookup with a million dossiers in the register, and how fast a file of 100,000 rows is imported. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile } from "../../src/dossiers/import/import-file.ts";
import { createRoutedSource } from "../../src/dossiers/sources/routed-source.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import type { GroupedInsert } from "../../src/storage/database.ts";
import { createImportStore } from "../../src/storage/dossier-import.ts";
import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";

const DOSSIERS = 1_000_000;
const LOOKUPS = 20_000;
const ROWS = 100_000;

export async function measureDossiers(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-bench-dossiers-"));
  const database = openSqliteDatabase(join(folder, "bench.sqlite"));
  try {
    await database.write(migrate);
    const imported = await measureImport(folder, database);
    await fill(database);
    return [...(await measureLookup(database)), await measureUnknown(database), ...imported];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const codeOf = (n: number): string =>
  `H12.${10 + (n % 64)}-2${5 + (n % 2)}${String(1 + (n % 12)).padStart(2, "0")}${String(1 + (n % 28)).padStart(2, "0")}-${String(1 + Math.floor(n / 1344)).padStart(4, "0")}`;

const TOLD = ["Đăng ký khai sinh", "Xã Năm Căn", "2026-08-04", "2026-08-14", "[]"];
const DOSSIER: GroupedInsert = {
  table: "dossier",
  columns: {
    code: "text",
    status: "bigint",
    procedure_name: "text",
    unit: "text",
    received_on: "text",
    due_on: "text",
    missing: "text",
    known_at: "bigint",
  },
  key: ["code"],
  onConflict: "nothing",
};

async function fill(database: ReturnType<typeof openSqliteDatabase>): Promise<void> {
  for (let from = 0; from < DOSSIERS; from += 20_000) {
    const rows = Array.from({ length: 20_000 }, (_, i) => [codeOf(from + i), 4, ...TOLD, 0]);
    await database.write((_db, insertEach) => insertEach(DOSSIER, rows));
  }
}

async function measureLookup(database: ReturnType<typeof openSqliteDatabase>): Promise<string[]> {
  const register = createDossierRegister(database);
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < LOOKUPS; i++) {
    // Spread over the whole table, every tenth unknown.
    const code = i % 10 === 0 ? `H12.99-260101-${String(i % 9_999).padStart(4, "0")}` : codeOf((i * 7_919) % DOSSIERS);
    const start = performance.now();
    const lookup = await register.find(code);
    times.push(performance.now() - start);
    if (lookup.kind === "found") found += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
  const known = (await register.count()).toLocaleString("en");
  return [
    `lookup among ${known} dossiers (${found} of ${LOOKUPS} found): p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(0.99999)} ms`,
  ];
}

/** "No such dossier" must take the same time whatever code it is said of: a stranger learns nothing from the clock. */
async function measureUnknown(database: ReturnType<typeof openSqliteDatabase>): Promise<string> {
  const source = createRoutedSource({
    register: createDossierRegister(database),
    routes: [],
    now: Date.now,
    count: () => {},
  });
  const kinds: Readonly<Record<string, (n: string) => string>> = {
    "of ours, unknown": (n) => `H12.10-271231-${n}`,
    "of another province": (n) => `H36.17-260630-${n}`,
    "no true code": () => "H00-000000-0000",
  };
  const times = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
  for (let i = 0; i < LOOKUPS / 4; i++) {
    // In turn, so that whatever slows the machine slows all of them.
    for (const [kind, codeFor] of Object.entries(kinds)) {
      const start = performance.now();
      await source.find(codeFor(String(1 + (i % 9_998)).padStart(4, "0")));
      times.get(kind)?.push(performance.now() - start);
    }
  }
  const middle = (each: number[]) => (each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0).toFixed(3);
  return `"no such dossier", p50: ${[...times].map(([kind, each]) => `${kind} ${middle(each)} ms`).join(", ")}`;
}

async function measureImport(folder: string, database: ReturnType<typeof openSqliteDatabase>): Promise<string[]> {
  const path = join(folder, "ho-so.csv");
  const lines = ["Mã hồ sơ;Tên thủ tục;Chủ hồ sơ;Số điện thoại;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái"];
  for (let i = 0; i < ROWS; i++)
    lines.push(
      `${codeOf(i)};Khai sinh;Nguyễn Văn A;09123${String(i).padStart(5, "0")};04/08/2026;14/08/2026;Đang xử lý`,
    );
  writeFileSync(path, lines.join("\n"));
  lines.length = 0;
  let peak = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const report = await importFile({
    path,
    store: createImportStore(database),
    pseudonym: createSealer(new Uint8Array(32).fill(1)).pseudonym,
    now: Date.now,
    importId: "bench",
    dryRun: false,
    takeGoodRows: false,
    columns: new Map(),
    onProgress: () => {
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const rate = (s: number) => Math.round(report.good / s).toLocaleString("en");
  return [
    `import of ${report.good.toLocaleString("en")} CSV rows: ${rate(seconds)} rows/s (${rate(cpuSeconds)} by processor time), peak heap ${(peak / 1048576).toFixed(0)} MB`,
  ];
}
