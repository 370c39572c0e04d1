import { type Delivery, type FakeZalo, startFakeZalo } from "../../src/simulator/index.ts";
import { firstPair } from "../../src/start/demo.ts";
import { type AppProcess, IDENTITY, killAllProcesses, startAppProcess } from "../support/app-process.ts";
import { PLACES, type Place } from "../support/places.ts";
import { until } from "../support/until.ts";

const FOLLOWERS = 12;
const KILLS = 3;
const A_MINUTE_MS = 61_000;
/** Nobody is told at night, so the program's clock is set to a noon to come. */
const NOON_AHEAD_MS = (() => {
  const day = 24 * 3_600_000;
  const noon = Math.floor((Date.now() + 7 * 3_600_000) / day + 1) * day + 12 * 3_600_000 - 7 * 3_600_000;
  return noon - Date.now();
})();

let place: Place;
let zalo: FakeZalo;
let app: AppProcess | null = null;
let port = 0;
let aheadMs = NOON_AHEAD_MS;

beforeEach(async () => {
  place = await PLACES[0]!.make();
  zalo = await startFakeZalo({
    ...IDENTITY,
    webhookUrl: () => `http://127.0.0.1:${port}/webhooks/zalo`,
    retryScale: 0.01,
  });
});
afterEach(async () => {
  await killAllProcesses();
  await zalo.close();
  await place.remove();
});

async function start(tokens?: ReturnType<typeof firstPair>) {
  const onOpen = (opened: number) => {
    port = opened;
  };
  app = await startAppProcess({
    folder: place.folder,
    databaseUrl: place.url,
    zaloUrl: zalo.openapiUrl,
    aheadMs,
    onOpen,
    ...(tokens ? { tokens } : {}),
  });
}

const OPEN = `select (select count(*) from dossier_follow where status_told <> 9) +
  (select count(*) from outbox where status <> 3) as n`;

test("killed again and again while it tells followers, each of them is told exactly once", async () => {
  const carried = new Map<string, Delivery>();
  zalo.on((notice) => {
    if (notice.kind !== "delivery" || carried.get(notice.delivery.body)?.status === 200) return;
    carried.set(notice.delivery.body, notice.delivery);
  });
  const handedOver = () =>
    until("Zalo handed over everything", () => [...carried.values()].every(({ status }) => status === 200), 120_000);
  await start(firstPair(zalo));
  const citizens = Array.from({ length: FOLLOWERS }, () => zalo.citizen());
  for (const citizen of citizens) {
    await citizen.sends("đăng ký kết hôn cần giấy tờ gì?");
    await citizen.nextMessage(60_000);
  }
  await zalo.settled();
  await app?.kill();
  await place.run(
    citizens.flatMap(({ id }, i) => {
      const code = `H12.34-261101-${String(i + 1).padStart(4, "0")}`;
      return [
        `insert into dossier (code, status, missing, known_at) values ('${code}', 9, '[]', ${Date.now()})`,
        `insert into dossier_follow (oa_id, citizen_id, code, status_told, since)
          values ('${IDENTITY.oaId}', '${id}', '${code}', 4, ${Date.now()})`,
      ];
    }),
  );

  for (let kill = 0; kill < KILLS; kill += 1) {
    // In the middle of telling: as soon as Zalo hears of one more, or when there was nothing left to tell.
    const heard = new Promise<void>((resolve) => {
      const stop = zalo.on(({ kind }) => {
        if (kind !== "call") return;
        stop();
        resolve();
      });
    });
    await start();
    await Promise.race([heard, until("all is sent", async () => (await place.count(OPEN)) === 0, 60_000)]);
    await app?.kill();
  }
  // The clock must not run ahead of echoes that Zalo carries to us again: they would find their send given up.
  await start();
  await handedOver();
  await app?.stop();
  // What no echo settled is uncertain for a minute, and resent after another.
  const left = () => place.count("select count(*) as n from outbox where status <> 3");
  for (let minute = 0; minute < 3 || (minute < 8 && (await left()) > 0); minute += 1) {
    aheadMs += A_MINUTE_MS;
    await start();
    await until(
      "all news is told",
      async () => (await place.count("select count(*) as n from dossier_follow where status_told <> 9")) === 0,
      60_000,
    );
    await until(
      "no send is left half done",
      async () => (await place.count("select count(*) as n from outbox where status in (0, 1)")) === 0,
      60_000,
    );
    await handedOver();
    await app?.stop();
  }
  expect(await left()).toBe(0);
  for (const citizen of citizens) {
    expect(citizen.received.filter(({ text }) => text.includes("có tin mới"))).toHaveLength(1);
  }
}, 300_000);
