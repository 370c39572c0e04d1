/** A whole copy of a database while others work on it, and its way back into an empty one. */
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Invalid, Unavailable } from "../errors.ts";
import { tablesOf } from "./move/tables.ts";
import { openDatabase, sqliteFileOf } from "./open-database.ts";

/** Of the process: where PostgreSQL's programs are found. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What a copy's name ends with: `.sqlite`, or `.pgdump` for PostgreSQL's custom format. */
export const endingOf = (url: string): string => (sqliteFileOf(url) === null ? ".pgdump" : ".sqlite");

/** Writes `path` only once the copy is whole and was checked. Throws `Invalid` without a source, `Unavailable` otherwise. */
export async function backUp(url: string, path: string, env: Environment): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  try {
    const file = sqliteFileOf(url);
    if (file === null) await dump(url, unfinished, env);
    else copySqlite(file, unfinished);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Fills what is empty: a SQLite file that is not there, a PostgreSQL database without tables. Throws `Invalid` otherwise. */
export async function restore(path: string, url: string, env: Environment): Promise<void> {
  if (!existsSync(path)) throw new Invalid("backup.missing", `there is no backup at ${path}`);
  if (!path.endsWith(endingOf(url))) {
    throw new Invalid("backup.kind", `a ${endingOf(url)} file goes there; to change the database use store:move`);
  }
  const file = sqliteFileOf(url);
  if (file === null) return restoreDump(path, url, env);
  if (existsSync(file)) throw new Invalid("backup.not-empty", `${file} is there already: move it away first`);
  check(path);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(path, `${file}.part`);
  renameSync(`${file}.part`, file);
}

function copySqlite(file: string, path: string): void {
  if (!existsSync(file)) throw new Invalid("backup.source", `there is no database at ${file}`);
  const source = new DatabaseSync(file);
  try {
    // One moment of the whole file, read beside whoever writes. (The page by page copy begins anew with each write.)
    source.prepare("VACUUM INTO ?").run(path);
  } finally {
    source.close();
  }
  check(path);
}

function check(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    // A copy of its own, not one that waits for a log beside it.
    copy.exec("PRAGMA journal_mode = DELETE");
    const found = copy.prepare("PRAGMA integrity_check").all() as { integrity_check: string }[];
    if (found[0]?.integrity_check !== "ok") throw new Invalid("backup.damaged", `${path} is damaged`);
  } catch (cause) {
    throw cause instanceof Invalid ? cause : new Invalid("backup.damaged", `${path} is no SQLite file`, { cause });
  } finally {
    copy.close();
  }
}

const FORMAT = ["--no-owner", "--no-privileges"];

async function dump(url: string, path: string, env: Environment): Promise<void> {
  await run("pg_dump", url, ["--format=custom", ...FORMAT, `--file=${path}`], env);
  await run("pg_restore", null, ["--list", path], env);
}

async function restoreDump(path: string, url: string, env: Environment): Promise<void> {
  const database = await openDatabase(url);
  try {
    if ((await tablesOf(database.read)).length > 0) {
      throw new Invalid("backup.not-empty", "the target has tables already: create a new, empty database");
    }
  } finally {
    await database.close();
  }
  await run("pg_restore", url, [...FORMAT, "--exit-on-error", "--single-transaction", path], env);
}

/** PostgreSQL's own programs. The password goes by the environment: arguments are for everybody on the machine to see. */
function run(program: string, url: string | null, words: readonly string[], env: Environment): Promise<void> {
  const at = url === null ? null : new URL(url);
  const password = decodeURIComponent(at?.password ?? "");
  if (at) at.password = "";
  const more = password ? { PGPASSWORD: password } : {};
  const child = spawn(program, [...(at ? [`--dbname=${at.href}`] : []), ...words], {
    env: { ...env, ...more },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + String(chunk)).slice(-2_000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", (cause) =>
      reject(new Unavailable("backup.program", `${program} is not installed on this machine`, { cause })),
    );
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Unavailable("backup.program", `${program} ended with ${code}: ${said.trim()}`)),
    );
  });
}
