/**
 * Real PostgreSQL on its standard port, or TEST_DATABASE_URL (a database from which others can be made). Tests use
 * databases of their own, made and dropped here, and touch no other.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";

export const POSTGRES_URL = process.env.TEST_DATABASE_URL ?? "postgres://root@127.0.0.1:5432/postgres";

async function onServer<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

const here = await onServer((client) => client.query("select 1")).then(
  () => true,
  () => false,
);
const required = (process.env.TEST_REQUIRE ?? "").split(",").includes("postgres");

/** False: suites skip with a name that starts with `NOT RUN:`; under TEST_REQUIRE=postgres they run, and fail. */
export const hasPostgres = here || required;

export function sayNotRun(): void {
  const { host } = new URL(POSTGRES_URL);
  describe.skip(`NOT RUN: what must hold on PostgreSQL too (none at ${host})`, () => void test("skipped", () => {}));
}

/** A suite of what only PostgreSQL can do. Skipped under a name that starts with `NOT RUN:` where there is none. */
export function describeWithPostgres(name: string, suite: () => void): void {
  if (hasPostgres) describe(name, suite);
  else describe.skip(`NOT RUN: ${name} (no PostgreSQL at ${new URL(POSTGRES_URL).host})`, suite);
}

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** An empty database whose language orders texts otherwise than by bytes, so that nothing relies on the server's. */
export async function makeDatabase(): Promise<TestDatabase> {
  const name = `mot_cua_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await onServer(async (client) => {
    const locale = "locale_provider icu icu_locale 'vi' locale 'C.UTF-8'";
    await client
      .query(`create database ${name} template template0 encoding 'UTF8' ${locale}`)
      .catch(() => client.query(`create database ${name}`));
  });
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer((client) => client.query(`drop database if exists ${name} with (force)`)).then(() => {}),
  };
}
