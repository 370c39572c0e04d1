import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

/** Which rooms a room may enter; `start`, `wiring` and the commands may enter all. */
const MAY_ENTER: Record<string, readonly string[]> = {
  "channel/zalo": ["channel", "secrets"],
  channel: [],
  intake: ["channel", "dossiers"],
  delivery: ["channel"],
  understanding: ["knowledge"],
  conversation: ["channel", "understanding", "knowledge", "dossiers", "calendar"],
  knowledge: [],
  dossiers: ["calendar", "spreadsheet"],
  spreadsheet: [],
  calendar: [],
  notices: ["channel", "dossiers", "calendar"],
  signals: [],
  secrets: [],
  simulator: ["channel", "web"],
  public: ["knowledge", "understanding", "web"],
  console: ["knowledge", "understanding", "spreadsheet", "web"],
  storage: [
    "knowledge",
    "channel",
    "channel/zalo",
    "intake",
    "delivery",
    "dossiers",
    "notices",
    "public",
    "console",
    "understanding",
  ],
  web: ["channel", "understanding", "knowledge"],
  observability: [],
};
const EVERYONE = ["errors.ts", "pump.ts", "rests.ts", "observability"];
const WIRING = ["start", "wiring", "commands", "config.ts"];

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : path.endsWith(".ts") ? [path] : [];
  });

function roomOf(path: string): string {
  const [first = "", second = ""] = relative(SRC, path).split("/");
  return first === "channel" && second === "zalo" ? "channel/zalo" : first;
}

const imports = filesOf(SRC).flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)].map((match) => ({
    file: relative(SRC, file),
    from: roomOf(file),
    to: roomOf(resolve(dirname(file), match[1] ?? "")),
  })),
);

test("imports point inward: no room enters one that it may not", () => {
  const wrong = imports.filter(({ from, to }) => {
    if (from === to || EVERYONE.includes(to) || WIRING.includes(from)) return false;
    return !MAY_ENTER[from]?.includes(to);
  });
  expect(wrong).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

test("nobody but main and the commands reads the environment", () => {
  const readers = filesOf(SRC)
    .filter((file) => /process\.env/.test(readFileSync(file, "utf8")))
    .map((file) => relative(SRC, file))
    .filter((file) => file !== "start/main.ts" && !file.startsWith("commands/"));
  expect(readers).toEqual([]);
});

test("nothing in src or tests depends on a folder beside the repository", () => {
  const tests = fileURLToPath(new URL("..", import.meta.url));
  const beside = ["..", "shared"].join("/");
  const naming = [...filesOf(SRC), ...filesOf(tests)].filter((file) => {
    const text = readFileSync(file, "utf8");
    return text.includes(`${beside}/`) || text.includes(["/work", "shared"].join("/"));
  });
  expect(naming).toEqual([]);
});
