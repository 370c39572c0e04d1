/** Files that are being checked or taken in, one at a time, while the officer's page looks at how far it is. */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../errors.ts";
import type { Upload } from "../upload.ts";
import type { Importer, ImportResult } from "./dossier-desk.ts";

export type ImportJob = {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Whose it is: nobody else sees it. */
  readonly officerId: string;
  readonly startedAt: number;
  state: "checking" | "checked" | "taking" | "taken" | "failed";
  rows: number;
  result: ImportResult | null;
  /** Why it failed, in Vietnamese. */
  fault: string | null;
};

/** A file that nobody took in is forgotten after an hour. */
const KEPT_MS = 3_600_000;

export function createImportJobs(importer: Importer, folder: string) {
  const jobs = new Map<string, ImportJob>();
  // What an earlier process left behind; another one beside us may be at work on a newer file.
  let last: Promise<unknown> = dropOldFiles(folder).catch(() => {});

  function run(job: ImportJob, dryRun: boolean, columns: ReadonlyMap<string, string>, takeGoodRows: boolean): void {
    job.state = dryRun ? "checking" : "taking";
    job.rows = 0;
    job.fault = null;
    const onProgress = (rows: number) => {
      job.rows = rows;
    };
    last = last
      .then(() => importer({ path: job.path, dryRun, takeGoodRows, columns, onProgress }))
      .then(
        (result) => {
          job.result = result;
          job.state = dryRun ? "checked" : result.outcome === "taken" ? "taken" : "checked";
          if (job.state === "taken") void rm(job.path, { force: true });
        },
        (error: unknown) => {
          job.fault = error instanceof AppError ? error.message : "Chương trình gặp lỗi khi đọc tệp này.";
          job.state = "failed";
        },
      );
  }

  return {
    async begin(upload: Upload, officerId: string, now: number): Promise<ImportJob> {
      for (const old of [...jobs.values()].filter(({ startedAt }) => startedAt < now - KEPT_MS)) {
        jobs.delete(old.id);
        await rm(old.path, { force: true });
      }
      const id = randomUUID();
      const extension = /\.(csv|xlsx|txt)$/i.exec(upload.name)?.[0].toLowerCase() ?? ".csv";
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${id}${extension}`);
      // Citizens' phone numbers may stand in it: for nobody else on this machine, and gone afterwards.
      await writeFile(path, upload.bytes, { mode: 0o600 });
      const job: ImportJob = {
        id,
        name: upload.name,
        path,
        officerId,
        startedAt: now,
        state: "checking",
        rows: 0,
        result: null,
        fault: null,
      };
      jobs.set(id, job);
      run(job, true, new Map(), false);
      return job;
    },
    find: (id: string, officerId: string): ImportJob | null => {
      const job = jobs.get(id);
      return job?.officerId === officerId ? job : null;
    },
    check: (job: ImportJob, columns: ReadonlyMap<string, string>) => run(job, true, columns, false),
    take: (job: ImportJob, columns: ReadonlyMap<string, string>, takeGoodRows: boolean) =>
      run(job, false, columns, takeGoodRows),
    async drop(job: ImportJob): Promise<void> {
      jobs.delete(job.id);
      await rm(job.path, { force: true });
    },
  };
}
async function dropOldFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < Date.now() - KEPT_MS) await rm(path, { force: true });
  }
}

export type ImportJobs = ReturnType<typeof createImportJobs>;
