/** Files that were looked at and not taken in yet, in memory, each its officer's own, for an hour. */
import { randomUUID } from "node:crypto";
import type { Sheet } from "../../../spreadsheet/index.ts";
import type { ExcelKind } from "./layout.ts";

export type ExcelJob = {
  readonly id: string;
  readonly name: string;
  readonly kind: ExcelKind;
  readonly officerId: string;
  readonly book: readonly Sheet[];
  readonly startedAt: number;
};

const KEPT_MS = 3_600_000;
/** The oldest goes when there are more. */
const MOST = 12;

export function createExcelJobs() {
  const jobs = new Map<string, ExcelJob>();
  return {
    begin(job: Omit<ExcelJob, "id">): ExcelJob {
      for (const old of jobs.values()) if (old.startedAt < job.startedAt - KEPT_MS) jobs.delete(old.id);
      for (const id of [...jobs.keys()].slice(0, -(MOST - 1))) jobs.delete(id);
      const begun = { ...job, id: randomUUID() };
      jobs.set(begun.id, begun);
      return begun;
    },
    find(id: string, officerId: string): ExcelJob | null {
      const job = jobs.get(id);
      return job?.officerId === officerId ? job : null;
    },
    drop: (job: ExcelJob): void => void jobs.delete(job.id),
  };
}
