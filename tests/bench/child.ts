/** Starts a server of its own process and waits for the line with its port: `listening 12345`. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { LEAN_ENVIRONMENT, LEAN_FLAGS } from "../../src/start/lean-process.js";

/** What `npm start` begins with. */
const COMPILED = new URL("../../src/start/compiled-code.js", import.meta.url).href;

export type Child = {
  readonly port: number;
  readonly process: ChildProcess;
  /** Sends the signal and waits until the child writes that line. */
  ask(signal: NodeJS.Signals, answer: string): Promise<void>;
  stop(): Promise<void>;
};

export async function startChild(file: string, args: readonly string[] = []): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(
    process.execPath,
    [...LEAN_FLAGS, "--disable-warning=ExperimentalWarning", "--import", COMPILED, path, ...args],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...LEAN_ENVIRONMENT, ...process.env },
    },
  );
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
    lines.on("line", (line) => {
      const match = /^listening (\d+)/.exec(line);
      if (match) resolve(Number(match[1]));
    });
  });
  return {
    port,
    process: child,
    ask: (signal, answer) =>
      new Promise((resolve) => {
        lines.on("line", function heard(line) {
          if (line !== answer) return;
          lines.off("line", heard);
          resolve();
        });
        child.kill(signal);
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** Resident memory of a process in MB, from /proc. */
export async function residentMb(pid: number): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
