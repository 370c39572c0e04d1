/** Connections to PostgreSQL, for kysely's own dialect: safe settings, kept statements, failures named for callers. */
import { createHash } from "node:crypto";
import { userInfo } from "node:os";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { Unavailable } from "../../errors.ts";

/** A caller that waits longer for a connection is better told so: Zalo tries again. */
const CONNECT_MS = 5_000;
/** What runs longer is stuck; a network that went silent is noticed by the second. */
const STATEMENT_MS = 20_000;
const ANSWER_MS = 25_000;
const STATEMENTS_KEPT = 200;

/** As PostgreSQL's own programs do where the address names no user; pg itself asks only the environment. */
pg.defaults.user ||= accountName();
function accountName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    // In a container an account may have no name.
    return undefined;
  }
}

/** bigint fits a JavaScript number here: our largest are epoch milliseconds and row numbers. */
const INT8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text"),
};

/** Settings of one connection. `synchronous_commit` is said explicitly: a committed row must survive a power cut. */
export const connectionOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "mot-cua",
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  types,
});
const session = (
  isLazy: boolean,
) => `set synchronous_commit = ${isLazy ? "off" : "on"}; set statement_timeout = ${STATEMENT_MS};
  set idle_in_transaction_session_timeout = ${STATEMENT_MS}; set timezone = 'UTC'`;

/**
 * What kysely needs of a pool. Every failure of the connection is thrown as `Unavailable`. `isLazy`: commits do not wait for
 * the disk.
 */
export function createPool(url: string, max: number, isLazy: boolean): PostgresPool {
  const pool = new pg.Pool({
    ...connectionOptions(url),
    query_timeout: ANSWER_MS,
    max,
    idleTimeoutMillis: 60_000,
    onConnect: async (client: pg.ClientBase) => void (await client.query(session(isLazy))),
  });
  // An idle connection broke: the pool opens another when it is needed.
  pool.on("error", () => {});
  // One in use broke: whoever uses it is told by its query, and an event that nobody hears would end the process.
  pool.on("connect", (client) => void client.on("error", () => {}));
  const adapted = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: {},
    async connect() {
      const client = await pool.connect().catch(rethrow);
      const known = adapted.get(client) ?? adaptClient(client);
      adapted.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function adaptClient(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>();
  let isBroken = false;
  /** A named statement is parsed and planned once for each connection; texts that rarely come again are not kept. */
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known) return known;
    if (names.size >= STATEMENTS_KEPT) return undefined;
    const made = createHash("sha256").update(text).digest("base64url");
    names.set(text, made);
    return made;
  };
  async function query(text: string, values: readonly unknown[] = []): Promise<PostgresQueryResult<unknown>> {
    const name = values.length > 0 ? nameOf(text) : undefined;
    try {
      const result = await client.query({ text, values: values.map(withoutNul), ...(name ? { name } : {}) });
      return result as PostgresQueryResult<unknown>;
    } catch (error) {
      isBroken ||= isConnectionLost(error);
      return rethrow(error);
    }
  }
  return {
    query: query as PostgresPoolClient["query"],
    release: () => client.release(isBroken),
  };
}

/** PostgreSQL's text holds every character but NUL, which SQLite keeps: it becomes the sign for an unreadable one. */
function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

/** A SQLSTATE is the server's own answer; an error without one is the network's or the driver's. */
const stateOf = (error: unknown): string | null => {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof pg.DatabaseError && typeof code === "string" ? code : null;
};

const isConnectionLost = (error: unknown): boolean => {
  const state = stateOf(error);
  return state === null || /^(08|57P0)/.test(state);
};

/** 40001, 40P01: another transaction was in the way, and the same job may well succeed now. */
export const mayTryAgain = (error: unknown): boolean => ["40001", "40P01"].includes(stateOf(error) ?? "");

/**
 * Connection (08), resources (53), the operator or a time-out (57), a server that only reads now (25006) or is not the
 * one we think (28, 3D) are of the database; anything else is a fault of the statement and thrown as it is.
 */
function rethrow(error: unknown): never {
  const state = stateOf(error);
  if (state === null || /^(08|53|57|58|28|3D|25006)/.test(state)) {
    const what = state === null ? "cannot be reached" : `refuses (SQLSTATE ${state})`;
    throw new Unavailable("storage.postgres", `the PostgreSQL database ${what}: see DATABASE_URL`, { cause: error });
  }
  throw error;
}
