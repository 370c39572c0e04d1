/** A door whose database keeps it waiting: it gathers five thousand events and tells the others to come again. */
import { connect, type Socket } from "node:net";
import pg from "pg";
import { startChild } from "../bench/child.ts";
import { signedText } from "../bench/identity.ts";
import { onPostgres } from "../support/places.ts";
import { describeWithPostgres } from "../support/postgres.ts";
import { until } from "../support/until.ts";

const MOST_WAITING = 5_000;
const TOO_MANY = 200;
/** Fewer than a listening socket has places for those whom nobody has let in yet. */
const CONNECTING = 200;
const PATIENCE_MS = 20_000;

let made = 0;
const next = () => signedText("làm giấy khai sinh cho con cần những gì?", String(24_684_588_352_919n + BigInt(made++)));

async function connectAll(port: number, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from(
      { length: Math.min(CONNECTING, count - sockets.length) },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ port, host: "127.0.0.1" }, () => resolve(socket));
          socket.once("error", reject);
        }),
    );
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

describeWithPostgres("the door while PostgreSQL holds its writes", () => {
  test("beyond 5,000 that wait each is told at once to come again; the others are kept when it goes on", async () => {
    const place = await onPostgres();
    const door = await startChild("./door-server.ts", [place.url]);
    const holder = new pg.Client({ connectionString: place.url });
    const heard: string[] = [];
    const ask = (socket: Socket) => {
      socket.once("data", (answer) => void heard.push(answer.toString("latin1")));
      socket.write(next());
    };
    const sockets: Socket[] = [];
    try {
      await holder.connect();
      await holder.query("begin; lock table inbox in access exclusive mode");
      sockets.push(...(await connectAll(door.port, 1 + MOST_WAITING + TOO_MANY)));
      const [first, ...others] = sockets;
      ask(first!);
      const held = `select count(*) as n from pg_locks where not granted
        and database = (select oid from pg_database where datname = current_database())`;
      await until("the first insert is held", async () => (await place.count(held)) > 0, PATIENCE_MS);
      for (const socket of others) ask(socket);
      await until("those too many are told", () => heard.length >= TOO_MANY, PATIENCE_MS);
      for (const answer of heard) expect(answer).toMatch(/^HTTP\/1\.1 503 [\s\S]*\r\nretry-after: 5\r\n/i);
      await holder.query("rollback");
      await until("all are answered", () => heard.length === sockets.length, PATIENCE_MS);
      expect(heard.filter((answer) => answer.startsWith("HTTP/1.1 200"))).toHaveLength(1 + MOST_WAITING);
      expect(await place.count("select count(*) as n from inbox")).toBe(1 + MOST_WAITING);
    } finally {
      for (const socket of sockets) socket.destroy();
      await holder.end();
      await door.stop();
      await place.remove();
    }
  }, 60_000);
});
