/**
 * `npm run cluster:demo`: three instances on one PostgreSQL (and Redis) behind a small balancer, 20,000 messages of 2,000
 * citizens with duplicates and retries, instances killed at random, and the count at the end. Takes some minutes.
 * DATABASE_URL names a PostgreSQL server on which a database of its own may be made and dropped.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { Invalid } from "../errors.ts";
import { openDatabase } from "../storage/open-database.ts";
import { type ClusterResult, runCluster } from "./cluster/run-cluster.ts";

const SERVER = "postgres://127.0.0.1:5432/postgres";
const REDIS = "redis://127.0.0.1:6379";

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      citizens: { type: "string", default: "2000" },
      messages: { type: "string", default: "10" },
      instances: { type: "string", default: "3" },
      "kill-every": { type: "string", default: "10" },
      "no-redis": { type: "boolean", default: false },
    },
  });
  const server = process.env.DATABASE_URL ?? SERVER;
  if (!server.startsWith("postgres"))
    throw new Invalid("cluster.database", "DATABASE_URL must name a PostgreSQL server");
  const name = `mot_cua_cluster_${randomBytes(4).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  try {
    const databaseUrl = new URL(server);
    databaseUrl.pathname = `/${name}`;
    const result = await runCluster({
      databaseUrl: databaseUrl.href,
      redisUrl: values["no-redis"] ? null : (process.env.REDIS_URL ?? REDIS),
      instances: Number(values.instances),
      citizens: Number(values.citizens),
      messages: Number(values.messages),
      killEveryMs: Number(values["kill-every"]) * 1_000,
      hurry: false,
      say: (line) => console.log(line),
      random: Math.random,
    });
    for (const line of linesOf(result, Number(values.citizens))) console.log(line);
    return result.right === Number(values.citizens) && result.rows === result.written ? 0 : 1;
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`);
  }
}

function linesOf(result: ClusterResult, citizens: number): string[] {
  const { written, posted, retries, kills, rows, answers, right, doubled, disordered, unsettled, seconds } = result;
  return [
    "",
    `messages written                  ${written}`,
    `requests with them                ${posted}   (duplicates and ${retries} retries)`,
    `instances killed                  ${kills}`,
    `rows kept                         ${rows}   (lost: ${written - rows})`,
    `answers                           ${answers}`,
    `citizens with all, in order       ${right} of ${citizens}`,
    `  with an answer twice            ${doubled}`,
    `  in another order                ${disordered}`,
    `sends of which nobody knows       ${unsettled}`,
    `unclean rolling restarts          ${result.unclean}`,
    `seconds                           ${seconds.toFixed(0)}   (${(written / seconds).toFixed(0)} answered a second, all on this machine)`,
  ];
}

async function onServer(url: string, statement: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    await sql.raw(statement).execute(database.read);
  } finally {
    await database.close();
  }
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
