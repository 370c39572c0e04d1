import { type Delivery, type FakeZalo, startFakeZalo } from "../../src/simulator/index.ts";
import { firstPair } from "../../src/start/demo.ts";
import { type AppProcess, IDENTITY, killAllProcesses, startAppProcess } from "../support/app-process.ts";
import { PLACES, type Place } from "../support/places.ts";
import { until } from "../support/until.ts";

const QUESTION = "làm giấy khai sinh cho con cần những gì?";
const DEADLY = "zzchếtzz";

describe.each(PLACES)("poison, on $name", ({ make }) => {
  let place: Place;
  let zalo: FakeZalo;
  let app: AppProcess | null = null;
  let port = 0;
  beforeEach(async () => {
    place = await make();
    zalo = await startFakeZalo({
      ...IDENTITY,
      webhookUrl: () => `http://127.0.0.1:${port}/webhooks/zalo`,
      retryScale: 0.005,
    });
  });
  afterEach(async () => {
    await killAllProcesses();
    await zalo.close();
    await place.remove();
  });

  async function start(more: { aheadMs?: number; tokens?: ReturnType<typeof firstPair> } = {}) {
    app = await startAppProcess({
      ...more,
      folder: place.folder,
      databaseUrl: place.url,
      zaloUrl: zalo.openapiUrl,
      deadlyWord: DEADLY,
      until: "open",
      onOpen: (opened) => {
        port = opened;
      },
    });
  }

  type Row = { citizen_id: string; status: number; error: string | null };
  const rows = () => place.rows<Row>("select citizen_id, status, error from inbox where name = 'user_send_text'");

  test("a message that kills the process is set aside after four deaths, and everybody else is answered", async () => {
    const told = new Map<string, Delivery>();
    zalo.on((notice) => {
      if (notice.kind === "delivery") told.set(notice.delivery.body, notice.delivery);
    });
    await start({ tokens: firstPair(zalo) });
    const unlucky = zalo.citizen();
    const others = Array.from({ length: 12 }, () => zalo.citizen());
    // All at once, so that others are in hand when it dies.
    await Promise.all([
      ...others.slice(0, 6).map((citizen) => citizen.sends(QUESTION)),
      unlucky.sends(`${DEADLY} thì sao em?`),
      ...others.slice(6).map((citizen) => citizen.sends(QUESTION)),
    ]);
    let deaths = 0;
    while ((await Promise.race([app?.ended, untilSetAside()])) !== "set aside") {
      deaths += 1;
      expect(deaths).toBeLessThanOrEqual(4);
      await start();
    }
    expect(deaths).toBe(4);
    expect((await unlucky.nextMessage(60_000)).text).toContain("xin lỗi");
    await until("Zalo handed over every echo", () => [...told.values()].every(({ status }) => status === 200), 120_000);
    // What was being sent when it died, and never reached Zalo, waits a minute for its echo.
    await app?.stop();
    await start({ aheadMs: 61_000 });
    await until("all others have their answer", () => others.every(({ received }) => received.length > 0), 120_000);
    for (const { received } of others) {
      expect(received).toHaveLength(1);
      expect(received[0]?.text).toMatch(/khai sinh/i);
    }
    await unlucky.sends(QUESTION);
    expect((await unlucky.nextMessage(60_000)).text).toMatch(/khai sinh/i);
    const kept = await rows();
    expect(kept.filter(({ status }) => status === 2)).toEqual([
      { citizen_id: unlucky.id, status: 2, error: "crashed" },
    ]);
    expect(kept.filter(({ status }) => status === 0)).toEqual([]);
  }, 300_000);

  async function untilSetAside(): Promise<"set aside"> {
    const running = app;
    let gone = false;
    void running?.ended.then(() => {
      gone = true;
    });
    await until(
      "it is set aside",
      async () => gone || (await rows()).some(({ error }) => error === "crashed"),
      120_000,
    );
    return gone ? new Promise(() => {}) : "set aside";
  }
});
