/** Reads a folder of records once and prints how long it took and what it left: `{"ms":…,"rssMb":…,"heapMb":…}`. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadKnowledge } from "../../src/knowledge/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const [, , small = "", smallIntents = "", large = ""] = process.argv;

// Code and libraries are loaded by reading the program's own records first; what more records cost comes after.
await loadKnowledge(small, smallIntents);
collect();
const before = process.memoryUsage();
const cpuBefore = process.cpuUsage();
const began = performance.now();
const { knowledge, problems } = await loadKnowledge(large, smallIntents, undefined, [], "errors");
const ms = performance.now() - began;
const cpu = process.cpuUsage(cpuBefore);
const peak = process.memoryUsage();
collect();
const after = process.memoryUsage();
const mb = (bytes: number) => bytes / 1024 / 1024;
console.log(
  JSON.stringify({
    records: knowledge?.procedures.size ?? 0,
    errors: problems.filter(({ level }) => level === "error").length,
    ms,
    cpuMs: (cpu.user + cpu.system) / 1_000,
    peakMb: mb(peak.rss - before.rss),
    rssMb: mb(after.rss - before.rss),
    heapMb: mb(after.heapUsed - before.heapUsed),
  }),
);
