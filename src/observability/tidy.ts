/** Keeps the process small: gives back what learning used, and lets little garbage gather afterwards. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * After every learning. For a process that is the program and nothing else: it concerns the whole process, and a test's
 * has a heap twenty times as large.
 */
export function tidyMemory(): void {
  keepHeapSmall();
  collectGarbage();
}

/**
 * One full collection that also gives pages back to the system, some tens of milliseconds. After the knowledge is loaded:
 * the garbage of learning is ten times what stays, and an idle server never collects it.
 */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect({ type: "major", execution: "sync", flavor: "last-resort" });
}

/** How much the heap may grow between two collections. Left alone V8 lets it reach three times what is alive. */
const GROWTH_PERCENT = 15;

/**
 * From now on garbage is collected when it makes up an eighth of the heap, and V8 rather works than keeps: under load that
 * saves 100 MB and costs some 10 per cent of the time (docs/performance.md). Not before the start is over, whose heap grows
 * all the time.
 */
function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  setFlagsFromString("--memory-saver-mode");
}
