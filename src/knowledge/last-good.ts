/** Keeps the last good version of what is made from the data files: an edit that breaks one never takes it away. */
import { Invalid } from "../errors.ts";
import { type Problem, problemText } from "./problems.ts";

export interface Reading<T> {
  /** Null when any problem is an error. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

export interface LastGood<T> {
  /** The newest that was read without errors. Hold it for one message only: a reload replaces it whole. */
  current(): T;
  /** What the last reading found; with errors in it, `current` is older than the files. */
  problems(): readonly Problem[];
  /** Reads again. True when the new one is in use; false when the last good one was kept. */
  reload(): Promise<boolean>;
}

/**
 * `read` may hand over `early` what can be used until it has made the rest, which may take seconds.
 * @throws {Invalid} `knowledge.files` when the very first reading has errors: there is nothing to fall back on.
 */
export async function openLastGood<T>(read: (early: (value: T) => void) => Promise<Reading<T>>): Promise<LastGood<T>> {
  const first = await read(() => {});
  if (first.value === null) {
    const errors = first.problems.filter((problem) => problem.level === "error").map(problemText);
    throw new Invalid("knowledge.files", `Dữ liệu thủ tục có lỗi nên chưa chạy được:\n${errors.join("\n")}`);
  }
  let current: T = first.value;
  let problems = first.problems;
  // One after the other: of two at once the one that began first might end last, and an old reading would stay.
  let last: Promise<unknown> = Promise.resolve();
  return {
    current: () => current,
    problems: () => problems,
    reload() {
      const mine = last.then(async () => {
        const next = await read((value) => {
          current = value;
        });
        problems = next.problems;
        if (next.value === null) return false;
        current = next.value;
        return true;
      });
      last = mine.catch(() => {});
      return mine;
    },
  };
}
