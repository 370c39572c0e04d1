import { type Delivery, type FakeZalo, startFakeZalo } from "../../src/simulator/index.ts";
import { firstPair } from "../../src/start/demo.ts";
import { IDENTITY, killAllProcesses, startAppProcess } from "../support/app-process.ts";
import { PLACES, type Place } from "../support/places.ts";
import { until } from "../support/until.ts";

const QUESTION = "làm giấy khai sinh cho con cần những gì?";
const LONG = 120_000;

describe.each(PLACES)("several processes, on $name", ({ make }) => {
  let place: Place;
  let zalo: FakeZalo;
  /** Doors to knock at in turn. */
  let ports: number[];
  let told: Map<string, Delivery>;
  beforeEach(async () => {
    place = await make();
    ports = [];
    // Of this test alone: the Zalo of the one before may still report what it could not hand over when it was closed.
    const deliveries = new Map<string, Delivery>();
    told = deliveries;
    let knocks = 0;
    zalo = await startFakeZalo({
      ...IDENTITY,
      webhookUrl: () => `http://127.0.0.1:${ports[knocks++ % ports.length]}/webhooks/zalo`,
      retryScale: 0.01,
      webhookTimeoutMs: 60_000,
    });
    zalo.on((notice) => {
      if (notice.kind === "delivery") deliveries.set(notice.delivery.body, notice.delivery);
    });
  });
  afterEach(async () => {
    await killAllProcesses();
    await zalo.close();
    await place.remove();
  });

  const start = (tokens?: ReturnType<typeof firstPair>) =>
    startAppProcess({
      folder: place.folder,
      databaseUrl: place.url,
      zaloUrl: zalo.openapiUrl,
      onOpen: (port) => void ports.push(port),
      ...(tokens ? { tokens } : {}),
    });

  const keptMessages = () => place.count("select count(*) as n from inbox where name = 'user_send_text'");
  const everythingHandedOver = () => [...told.values()].every(({ status }) => status === 200);

  test("every event five times, 32 at once, to two processes on one database and after a restart: one row, one reply", async () => {
    const first = await start(firstPair(zalo));
    await start();
    const timestamp = Date.now();
    const citizens = Array.from({ length: 32 }, (_, index) => ({ messageId: `m-${index}`, citizen: zalo.citizen() }));
    const sendAll = () =>
      Promise.all(citizens.map(({ citizen, messageId }) => citizen.sends(QUESTION, { messageId, timestamp })));
    await Promise.all([sendAll(), sendAll(), sendAll(), sendAll(), sendAll()]);
    await until("Zalo handed over everything", everythingHandedOver, LONG);
    await until("everybody has an answer", () => citizens.every(({ citizen }) => citizen.received.length > 0), LONG);

    expect(await first.stop()).toBe(0);
    ports.shift();
    await start();
    expect((await sendAll()).map(({ status }) => status)).toEqual(Array(32).fill(200));
    const last = zalo.citizen();
    await last.sends(QUESTION);
    await last.nextMessage(LONG);
    expect(await keptMessages()).toBe(33);
    for (const { citizen } of citizens) expect(citizen.received).toHaveLength(1);
  }, 300_000);

  test("told to stop in the middle of work it ends with 0, breaks off nothing that it took, and the next start goes on", async () => {
    const app = await start(firstPair(zalo));
    const citizens = Array.from({ length: 40 }, () => zalo.citizen());
    const sent = citizens.map((citizen) => citizen.sends(QUESTION));
    await Promise.race(sent);
    expect(await app.stop()).toBe(0);
    await Promise.all(sent);
    const taken = [...told.values()].filter(
      ({ event, status }) => event?.event_name === "user_send_text" && status === 200,
    );
    // Nobody was taken in without being told so.
    expect(await keptMessages()).toBe(taken.length);
    expect(taken.length).toBeGreaterThan(0);

    const before = ports.length;
    await start();
    ports.splice(0, before);
    await until("Zalo handed over everything", everythingHandedOver, LONG);
    await until("everybody has an answer", () => citizens.every(({ received }) => received.length > 0), LONG);
    for (const { received } of citizens) expect(received).toHaveLength(1);
  }, 300_000);
});
