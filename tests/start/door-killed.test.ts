/** The door alone, killed again and again while it takes in more than a thousand events a second: what it told is kept. */
import { connect } from "node:net";
import { startChild } from "../bench/child.ts";
import { signedText } from "../bench/identity.ts";
import { PLACES } from "../support/places.ts";

/** TEST_LONG=1 is the acceptance; its rate is asserted on a machine where nothing else runs. */
const LONG = process.env.TEST_LONG === "1";
const KILLS = LONG ? 50 : 3;
const CONNECTIONS = 32;
const LEAST_A_SECOND = 1_000;

const idOf = (request: Buffer): string => /"msg_id":"(\w+)"/.exec(request.toString("latin1"))?.[1] ?? "";

/** Sends without a pause until the door is gone; calls with the id of each message that was told 200. */
function knock(port: number, citizen: () => string, taken: (id: string) => void): Promise<void> {
  return new Promise((resolve) => {
    let underWay = "";
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const send = () => {
      const request = signedText("làm giấy khai sinh cho con cần những gì?", citizen());
      underWay = idOf(request);
      socket.write(request);
    };
    socket.on("connect", send);
    socket.on("data", (chunk) => {
      if (chunk.toString("latin1").startsWith("HTTP/1.1 200")) taken(underWay);
      send();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve());
  });
}

test.each(PLACES)(
  `on $name, killed ${KILLS} times at any moment: each event that was told 200 has its row, once`,
  async ({ make }) => {
    const place = await make();
    const told = new Set<string>();
    let [citizens, upMs] = [0, 0];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const door = await startChild("./door-server.ts", [place.url]);
      const gone = new Promise((resolve) => door.process.once("exit", resolve));
      const began = performance.now();
      const knocking = Array.from({ length: CONNECTIONS }, () =>
        knock(
          door.port,
          () => String(24_684_588_352_919n + BigInt(citizens++)),
          (id) => told.add(id),
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500));
      door.process.kill("SIGKILL");
      await gone;
      upMs += performance.now() - began;
      await Promise.all(knocking);
    }
    const rows = await place.rows<{ body: string; citizen_id: string }>("select body, citizen_id from inbox");
    const kept = rows.map(({ body }) => JSON.parse(body).messageId as string);
    expect(new Set(kept).size).toBe(kept.length);
    const has = new Set(kept);
    expect([...told].filter((id) => !has.has(id))).toEqual([]);
    expect(told.size).toBeGreaterThan(KILLS);
    if (place.url.startsWith("file:")) {
      expect(await place.rows("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    }
    await place.remove();
    if (LONG) expect((told.size * 1_000) / upMs).toBeGreaterThan(LEAST_A_SECOND);
  },
  300_000,
);
