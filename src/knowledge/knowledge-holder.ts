/** Keeps the last good knowledge: a file broken by an edit never takes the running server down. */
import { Invalid } from "../errors.ts";
import type { Knowledge } from "./knowledge.ts";
import type { LoadResult } from "./load.ts";
import { type Problem, problemText } from "./problems.ts";

export interface KnowledgeHolder {
  /** The newest knowledge that loaded without errors. Hold it for one message only: a reload replaces it. */
  current(): Knowledge;
  /** What the last reading found; with errors in it, `current` is older than the files. */
  problems(): readonly Problem[];
  /** Reads again. Returns true when the new knowledge is in use; false when the last good one was kept. */
  reload(): Promise<boolean>;
}

/** @throws {Invalid} `knowledge.files` when the very first reading has errors: there is nothing to fall back on. */
export async function openKnowledge(load: () => Promise<LoadResult>): Promise<KnowledgeHolder> {
  const first = await load();
  if (first.knowledge === null) {
    const errors = first.problems.filter((problem) => problem.level === "error").map(problemText);
    throw new Invalid("knowledge.files", `Dữ liệu thủ tục có lỗi nên chưa chạy được:\n${errors.join("\n")}`);
  }
  let current: Knowledge = first.knowledge;
  let problems = first.problems;
  return {
    current: () => current,
    problems: () => problems,
    async reload() {
      const next = await load();
      problems = next.problems;
      if (next.knowledge === null) return false;
      current = next.knowledge;
      return true;
    },
  };
}
