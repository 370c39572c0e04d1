import type { SendOutcome, Voice } from "../../src/channel/voice.ts";
import type { Outbox } from "../../src/delivery/outbox.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { createDeliveryWorker } from "../../src/delivery/worker.ts";
import { silentLog } from "../../src/observability/log.ts";
import type { Pump } from "../../src/pump.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import { until } from "../support/until.ts";

const AWAY: SendOutcome = { kind: "refused", code: "no-connection", todo: "retry" };
const SENT: SendOutcome = { kind: "sent", messageId: "z" };

describe.each(DATABASES)("the delivery on $name", ({ open }) => {
  let opened: OpenDatabase;
  let clock: TestClock;
  let worker: Pump | null;
  let alarms: string[];
  /** What was sent, as `citizen: text`. */
  let sends: string[];
  beforeEach(async () => {
    opened = await open();
    clock = testClock("2026-11-24T02:00:00Z");
    worker = null;
    alarms = [];
    sends = [];
  });
  afterEach(async () => {
    await worker?.stop();
    await opened.remove();
  });

  function start(
    answer: (citizen: string) => SendOutcome | Promise<SendOutcome>,
    sendsPerMinute = 1_000_000,
    outbox: Outbox = createOutboxStore(opened.database),
  ) {
    const voice: Voice = {
      async send(to, reply) {
        sends.push(`${to.citizenId}: ${reply.text}`);
        await new Promise((resolve) => setImmediate(resolve));
        return answer(to.citizenId);
      },
    };
    worker = createDeliveryWorker({
      outbox,
      voice,
      now: clock,
      random: () => 0,
      owner: "d",
      log: silentLog,
      pace: createPace(sendsPerMinute),
      alarm: (kind, code) => alarms.push(`${kind} ${code}`),
      count: () => {},
    });
    worker.start();
  }

  /** Replies that wait to be sent, in this order. */
  async function waiting(...replies: readonly (readonly [citizen: string, text: string])[]) {
    const inbox = createInboxStore(opened.database);
    for (const [citizenId, text] of replies) {
      await inbox.accept([aTextEvent(citizenId, "hỏi")], clock());
      const [claim] = await inbox.claim("w", clock(), 1_000, 1);
      if (!claim) throw new Error("nothing to answer");
      const done = claim.events.map((entry) => entry.seq);
      const reply = { to: { oaId: OA, citizenId }, reply: aReply(text) };
      await inbox.finish(claim, { done, replies: [reply] }, clock());
    }
  }

  const counts = () => createOutboxStore(opened.database).counts();
  const untilLater = (what: string, holds: () => boolean | Promise<boolean>) =>
    until(what, async () => {
      if (await holds()) return true;
      clock.moveBy(5_000);
      worker?.wake();
      return false;
    });
  const crowd = (size: number) => Array.from({ length: size }, (_, index) => [`c${index}`, "dạ"] as const);

  test("while Zalo is away one reply at a time is tried, ever more rarely, and afterwards every reply arrives", async () => {
    let away = true;
    await waiting(...crowd(60));
    start(() => (away ? AWAY : SENT));
    const idle = async () => sends.length > 0 && (await counts()).sending === 0;
    await until("what was under way has failed", idle);
    expect(sends.length).toBeLessThanOrEqual(10);
    const before = sends.length;
    for (let second = 0; second < 64; second += 1) {
      clock.moveBy(1_000);
      worker?.wake();
      await new Promise((resolve) => setImmediate(resolve));
      await until("nothing is under way", idle);
    }
    const tries = sends.length - before;
    expect(tries).toBeGreaterThan(0);
    expect(tries).toBeLessThanOrEqual(7);
    away = false;
    await untilLater("all arrive", async () => (await counts()).sent === 60);
  });

  test("a Zalo that fails in the middle of busy sending meets ten sends at most, also when it only hangs", async () => {
    await waiting(...crowd(60));
    let dead = false;
    let met = 0;
    const hanging: (() => void)[] = [];
    start(async () => {
      if (!dead) return SENT;
      met += 1;
      await new Promise<void>((resolve) => hanging.push(resolve));
      return { kind: "unknown", why: "timeout" };
    });
    await until("it is busy", () => sends.length >= 20);
    dead = true;
    await until("all that may leave has left", () => hanging.length === 10);
    clock.moveBy(10_000);
    for (const end of hanging) end();
    await until("what was under way is known", async () => (await counts()).sending === 0);
    expect(met).toBe(10);
    expect((await counts()).uncertain).toBe(10);
  });

  test("a template of which nobody knows is not sent again: it costs money, so staff decide", async () => {
    await waiting(["an", "báo"]);
    const template = JSON.stringify({ ...aReply("báo"), template: { id: "412345", data: {} } });
    await opened.database.write((db) => db.updateTable("outbox").set({ reply: template }).execute());
    start(() => ({ kind: "unknown", why: "timeout" }));
    await untilLater("it is given up", async () => (await counts()).unconfirmed === 1);
    expect(sends).toHaveLength(1);
    expect(alarms).toEqual(["delivery.unconfirmed template-no-echo"]);
  });

  test("a resend that a rate limit holds back at the last moment is still uncertain, and still the only one", async () => {
    let answerOther = (_outcome: SendOutcome) => {};
    let afterClaim: (() => Promise<void>) | null = null;
    const outbox = createOutboxStore(opened.database);
    const claim: Outbox["claim"] = async (...args) => {
      const claimed = await outbox.claim(...args);
      if (claimed.some(({ task }) => task === "settle")) await afterClaim?.();
      return claimed;
    };
    await waiting(["an", "một"], ["bình", "hai"]);
    const other = new Promise<SendOutcome>((resolve) => {
      answerOther = resolve;
    });
    start((citizen) => (citizen === "an" ? { kind: "unknown", why: "timeout" } : other), 1_000_000, {
      ...outbox,
      claim,
    });
    await until("it is uncertain, the other under way", async () => {
      const { uncertain, sending } = await counts();
      return uncertain === 1 && sending === 1 && sends.length === 2;
    });
    let isLimited = false;
    afterClaim = async () => {
      if (isLimited) return;
      answerOther({ kind: "refused", code: "-32", todo: "wait" });
      await until("the limit is known", async () => (await counts()).waiting === 1);
      isLimited = true;
    };
    clock.moveBy(60_000);
    worker?.wake();
    await until("it was held back", async () => isLimited && (await counts()).sending === 0);
    expect(sends).toEqual(["an: một", "bình: hai"]);
    expect(await counts()).toMatchObject({ uncertain: 1, waiting: 1 });
    await untilLater("it is given up", async () => (await counts()).unconfirmed === 1);
    expect(sends.filter((send) => send.startsWith("an:"))).toHaveLength(2);
  });

  test("a citizen who cannot be reached holds up nobody, and staff hear of it", async () => {
    await waiting(["an", "một"], ["bình", "hai"], ["an", "ba"]);
    start((citizen) => (citizen === "an" ? { kind: "refused", code: "-230", todo: "give-up" } : SENT));
    await until("all are settled", async () => (await counts()).waiting + (await counts()).sending === 0);
    expect(await counts()).toMatchObject({ sent: 1, dead: 2 });
    expect(alarms).toEqual(["delivery.dead -230", "delivery.dead -230"]);
  });

  test("a citizen's replies keep their order although the first must be tried again", async () => {
    let failures = 0;
    await waiting(["an", "một"], ["an", "hai"], ["an", "ba"]);
    start(() => (failures++ < 2 ? AWAY : SENT));
    await untilLater("all arrive", async () => (await counts()).sent === 3);
    expect(sends).toEqual(["một", "một", "một", "hai", "ba"].map((text) => `an: ${text}`));
  });

  test("the pace holds back what is too much, and sends it later without an attempt counted", async () => {
    await waiting(...crowd(25));
    start(() => SENT, 60);
    await until("the burst is out", async () => (await counts()).sent >= 10);
    await until("nothing is under way", async () => (await counts()).sending === 0);
    expect(sends.length).toBeLessThan(20);
    await untilLater("all arrive", async () => (await counts()).sent === 25);
    const rows = await opened.database.read.selectFrom("outbox").select("attempts").execute();
    expect(rows.every((row) => row.attempts === 0)).toBe(true);
  });
});
