import { digestOf } from "../../src/channel/message.ts";
import { Invalid, Unavailable } from "../../src/errors.ts";
import type { StaffTask } from "../../src/intake/inbox.ts";
import { createIntakeWorker, type TakeTurn } from "../../src/intake/worker.ts";
import { silentLog } from "../../src/observability/log.ts";
import type { Pump } from "../../src/pump.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { INBOX, OUTBOX } from "../../src/storage/schema.ts";
import { anEvent, aReply, aTextEvent, OA } from "../support/builders.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import { until } from "../support/until.ts";

const APOLOGY = "xin lỗi";
const SILENCE_MS = 3_600_000;

describe.each(DATABASES)("the intake on $name", ({ open }) => {
  let opened: OpenDatabase;
  let clock: TestClock;
  let worker: Pump | null;
  /** What takeTurn was given, as `citizen: text`. */
  let turns: string[];
  beforeEach(async () => {
    opened = await open();
    clock = testClock("2026-11-24T02:00:00Z");
    worker = null;
    turns = [];
  });
  afterEach(async () => {
    await worker?.stop();
    await opened.remove();
  });

  type Turn = Partial<Awaited<ReturnType<TakeTurn>>>;

  /** Starts the worker; `answer` decides what a text gets, and may throw. */
  function start(answer: (text: string, citizen: string) => Turn | Promise<Turn> = () => ({})) {
    const takeTurn: TakeTurn = async ({ from, content, state }) => {
      const text = content.kind === "text" ? content.text : `(${content.kind})`;
      turns.push(`${from.citizenId}: ${text}`);
      const turn = await answer(text, from.citizenId);
      return { replies: [aReply(`re ${text}`)], state, tasks: [], erase: false, ...turn };
    };
    worker = createIntakeWorker({
      inbox: createInboxStore(opened.database),
      takeTurn,
      apology: () => aReply(APOLOGY),
      erased: () => aReply("đã xoá"),
      burst: { mayGoOn: (text) => text.endsWith("…"), waitMs: 1_000 },
      now: clock,
      owner: "w",
      log: silentLog,
      onReplies: () => {},
      silenceMs: SILENCE_MS,
      cannotWait: (content) => content.kind === "text" && content.text === "cháy!",
    });
    worker.start();
  }

  async function arrive(...events: ReturnType<typeof aTextEvent>[]) {
    await createInboxStore(opened.database).accept(events, clock());
    worker?.wake();
  }

  const repliesTo = async (citizen: string) => {
    const rows = await opened.database.read
      .selectFrom("outbox")
      .select("reply")
      .where("citizen_id", "=", citizen)
      .orderBy("seq")
      .execute();
    return rows.map((row) => (JSON.parse(row.reply) as { text: string }).text);
  };
  const inboxOf = (citizen: string) =>
    opened.database.read
      .selectFrom("inbox")
      .select(["status", "attempts", "error"])
      .where("citizen_id", "=", citizen)
      .orderBy("happened_at")
      .execute();
  const triesOf = (citizen: string) => turns.filter((turn) => turn.startsWith(`${citizen}:`)).length;
  const isDone = (citizen: string) => async () => (await inboxOf(citizen)).every((row) => row.status !== INBOX.waiting);

  /** Lets the pauses between attempts pass, without living through them. */
  const untilLater = (what: string, holds: () => boolean | Promise<boolean>) =>
    until(what, async () => {
      if (await holds()) return true;
      clock.moveBy(500);
      worker?.wake();
      return false;
    });

  test("a message that always fails is tried three times, then set aside with an apology", async () => {
    start((text) => {
      if (text === "độc") throw new TypeError("bug");
      return {};
    });
    await arrive(aTextEvent("an", "độc"));
    await until("it failed once", () => triesOf("an") === 1);
    await arrive(aTextEvent("bình", "dễ"), aTextEvent("chi", "dễ"));
    for (const other of ["bình", "chi"])
      await until(`${other} is answered`, async () => (await repliesTo(other)).includes("re dễ"));
    expect(await repliesTo("an")).toEqual([]);
    await untilLater("it is set aside", isDone("an"));
    expect(await inboxOf("an")).toMatchObject([{ status: INBOX.dead, error: "TypeError" }]);
    expect(await repliesTo("an")).toEqual([APOLOGY]);
    expect(triesOf("an")).toBe(3);
    await arrive(aTextEvent("an", "dễ"));
    await until("the same citizen is answered again", async () => (await repliesTo("an")).length === 2);
    expect(triesOf("an")).toBe(4);
  });

  test("a citizen who keeps typing does not use up the tries of a message that fails: each keeps its pause", async () => {
    const at: number[] = [];
    start((text) => {
      if (text !== "độc") return {};
      at.push(clock());
      throw new TypeError("bug");
    });
    await arrive(aTextEvent("an", "độc"));
    await until("it failed once", () => at.length === 1);
    for (let more = 1; more <= 5; more += 1) {
      await arrive(aTextEvent("an", `còn ${more}`));
      await until("it was looked at", async () => ((await createInboxStore(opened.database).nextDue()) ?? 0) > clock());
    }
    expect(at).toHaveLength(1);
    await untilLater("everything is handled", isDone("an"));
    expect(at).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    expect(third - second).toBeGreaterThanOrEqual(2_000);
    expect(await repliesTo("an")).toEqual([APOLOGY, ...[1, 2, 3, 4, 5].map((more) => `re còn ${more}`)]);
  });

  test("an echo settles its send although a message before it rests after a failure", async () => {
    start((text) => {
      if (text === "độc") throw new Unavailable("dossiers.away", "later");
      return {};
    });
    await arrive(aTextEvent("an", "phí?"));
    await until("it is answered", isDone("an"));
    const outbox = createOutboxStore(opened.database);
    const [sending] = await outbox.claim("d", clock(), 60_000, 1);
    await outbox.settle(sending!, { kind: "uncertain", error: "timeout", until: clock() + 60_000 }, clock());
    await arrive(aTextEvent("an", "độc"));
    await until("it failed", () => triesOf("an") === 2);
    const to = { oaId: OA, citizenId: "an" };
    const echo = { kind: "echo", to, messageId: "z1", byStaff: false, textDigest: digestOf("re phí?") } as const;
    await arrive(anEvent(echo));
    await until("the send is settled", async () => (await outbox.counts()).sent === 1);
    expect(triesOf("an")).toBe(2);
  });

  test("the code of a failure is kept, and nothing of its message", async () => {
    start(() => {
      throw new Invalid("conversation.broken", "chuyện riêng của bà Tư");
    });
    await arrive(aTextEvent("an", "độc"));
    await untilLater("it is set aside", isDone("an"));
    expect(await inboxOf("an")).toMatchObject([{ error: "conversation.broken" }]);
  });

  test("what is only unavailable is tried until it works, with growing pauses of a minute at most", async () => {
    const at: number[] = [];
    start(() => {
      at.push(clock());
      if (at.length < 12) throw new Unavailable("dossiers.away", "later");
      return {};
    });
    await arrive(aTextEvent("an", "hồ sơ?"));
    await until(
      "it is answered",
      async () => {
        if (await isDone("an")()) return true;
        // Only a postponed attempt says when the next one is due: a lease in between moves nothing.
        const { not_before } = await opened.database.read
          .selectFrom("inbox")
          .select("not_before")
          .where("citizen_id", "=", "an")
          .executeTakeFirstOrThrow();
        clock.moveBy(Math.max(0, not_before - clock()));
        worker?.wake();
        return false;
      },
      15_000,
    );
    expect(await repliesTo("an")).toEqual(["re hồ sơ?"]);
    expect(await inboxOf("an")).toMatchObject([{ status: INBOX.done, attempts: 11 }]);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
    expect(pauses[3]).toBeGreaterThan(pauses[0] ?? 0);
    expect(Math.max(...pauses)).toBeLessThan(65_000);
  });

  test("a citizen's messages are taken in order, one after another, each with the state of the one before", async () => {
    let underWay = 0;
    start(async (text) => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return { state: { last: text } };
    });
    const texts = Array.from({ length: 12 }, (_, index) => `${index}?`);
    for (const text of texts) await arrive(aTextEvent("an", text));
    await until("all are answered", async () => (await repliesTo("an")).length === texts.length);
    expect(turns).toEqual(texts.map((text) => `an: ${text}`));
    expect(await repliesTo("an")).toEqual(texts.map((text) => `re ${text}`));
  });

  test("a message behind one that fails waits for it", async () => {
    let failures = 0;
    start((text) => {
      if (text === "một?" && failures++ < 2) throw new TypeError("passing");
      return {};
    });
    await arrive(aTextEvent("an", "một?"), aTextEvent("an", "hai?"));
    await untilLater("both are answered", async () => (await repliesTo("an")).length === 2);
    expect(await repliesTo("an")).toEqual(["re một?", "re hai?"]);
  });

  test("pieces typed one after another are one turn, and one answer", async () => {
    start();
    await arrive(aTextEvent("an", "alo…"));
    await arrive(aTextEvent("an", "cho em hỏi…"));
    await arrive(aTextEvent("an", "phí bao nhiêu?"));
    await until("it is answered", isDone("an"));
    expect(turns).toEqual(["an: alo… cho em hỏi… phí bao nhiêu?"]);
    expect(await repliesTo("an")).toHaveLength(1);
  });

  test("an opening that stays alone is answered when the wait is over, and counts no failure", async () => {
    start();
    await arrive(aTextEvent("an", "alo…"));
    await until("it waits", async () => (await createInboxStore(opened.database).nextDue()) !== null);
    expect(turns).toEqual([]);
    await untilLater("it is answered", isDone("an"));
    expect(turns).toEqual(["an: alo…"]);
    expect(await inboxOf("an")).toMatchObject([{ attempts: 0 }]);
  });

  test("an officer's typing of which we hear hours late silences nobody", async () => {
    start();
    const to = { oaId: OA, citizenId: "an" };
    await arrive({
      ...anEvent({ kind: "echo", to, messageId: "z1", byStaff: true }),
      happenedAt: clock() - SILENCE_MS,
    });
    await until("the echo is handled", isDone("an"));
    await arrive(aTextEvent("an", "phí?"));
    await until("it is handled", isDone("an"));
    expect(turns).toEqual(["an: phí?"]);
  });

  test("an officer's typing silences the conversation for the stated time, and no other", async () => {
    start();
    const to = { oaId: OA, citizenId: "an" };
    await arrive({ ...anEvent({ kind: "echo", to, messageId: "z1", byStaff: true }), happenedAt: clock() });
    await until("the echo is handled", isDone("an"));
    await arrive(aTextEvent("an", "dạ?"), aTextEvent("bình", "phí?"));
    await until("both are handled", async () => (await isDone("an")()) && (await isDone("bình")()));
    expect(turns).toEqual(["bình: phí?"]);
    expect(await repliesTo("an")).toEqual([]);
    const from = { oaId: OA, citizenId: "an" };
    await arrive(anEvent({ kind: "message", from, messageId: null, content: { kind: "follow" } }));
    await until("the follow is handled", isDone("an"));
    const { followed } = await opened.database.read
      .selectFrom("conversation")
      .select("followed")
      .where("citizen_id", "=", "an")
      .executeTakeFirstOrThrow();
    expect(followed).toBe(1);
    expect(await repliesTo("an")).toEqual([]);
    clock.moveBy(SILENCE_MS);
    await arrive(aTextEvent("an", "còn phí?"));
    await until("it is handled", isDone("an"));
    expect(await repliesTo("an")).toEqual(["re còn phí?"]);
  });

  test("what cannot wait is answered although an officer has the word", async () => {
    start();
    const to = { oaId: OA, citizenId: "an" };
    await arrive({ ...anEvent({ kind: "echo", to, messageId: "z1", byStaff: true }), happenedAt: clock() });
    await until("the echo is handled", isDone("an"));
    await arrive(aTextEvent("an", "dạ?"), aTextEvent("an", "cháy!"));
    await until("both are handled", isDone("an"));
    expect(await repliesTo("an")).toEqual(["re cháy!"]);
  });

  test("what waits to be sent when an officer takes over is left to the officer; untold news is not", async () => {
    start();
    await arrive(aTextEvent("an", "phí?"), aTextEvent("bình", "phí?"));
    await until("both are answered", async () => (await isDone("an")()) && (await isDone("bình")()));
    const { reply, provenance, text_digest } = await opened.database.read
      .selectFrom("outbox")
      .selectAll()
      .limit(1)
      .executeTakeFirstOrThrow();
    const news = { oa_id: OA, citizen_id: "an", reply, provenance, text_digest, answers: "[]" };
    await opened.database.write((db) =>
      db
        .insertInto("outbox")
        .values({ ...news, not_before: 0, created_at: 0 })
        .execute(),
    );
    const to = { oaId: OA, citizenId: "an" };
    await arrive({ ...anEvent({ kind: "echo", to, messageId: "z1", byStaff: true }), happenedAt: clock() });
    await until("the echo is handled", isDone("an"));
    const left = await opened.database.read
      .selectFrom("outbox")
      .select(["citizen_id", "answers", "error"])
      .where("status", "=", OUTBOX.dead)
      .execute();
    expect(left).toEqual([{ citizen_id: "an", answers: expect.stringMatching(/\d/), error: "officer-took-over" }]);
    const open = await createOutboxStore(opened.database).claim("d", clock(), 60_000, 5);
    expect(open.map((each) => each.to.citizenId).sort()).toEqual(["an", "bình"]);
  });

  test("a send of which nobody knows is not repeated across an officer, and holds up nothing any more", async () => {
    start();
    await arrive(aTextEvent("an", "phí?"));
    await until("it is answered", isDone("an"));
    const outbox = createOutboxStore(opened.database);
    const [sending] = await outbox.claim("d", clock(), 60_000, 1);
    await outbox.settle(sending!, { kind: "uncertain", error: "timeout", until: clock() + 60_000 }, clock());
    const to = { oaId: OA, citizenId: "an" };
    await arrive({ ...anEvent({ kind: "echo", to, messageId: "z1", byStaff: true }), happenedAt: clock() });
    await until("the echo is handled", isDone("an"));
    await arrive(aTextEvent("an", "cháy!"));
    await until("it is answered", isDone("an"));
    expect(await outbox.counts()).toMatchObject({ unconfirmed: 1, waiting: 1 });
    const [next] = await outbox.claim("d", clock(), 60_000, 1);
    expect(next?.reply.text).toBe("re cháy!");
  });

  test("follow, unfollow, withdrawal and a revoked permission leave their marks", async () => {
    start();
    const from = { oaId: OA, citizenId: "an" };
    const conversation = () =>
      opened.database.read.selectFrom("conversation").selectAll().where("citizen_id", "=", "an").executeTakeFirst();
    await arrive(anEvent({ kind: "message", from, messageId: null, content: { kind: "follow" } }));
    await until("followed", async () => (await conversation())?.followed === 1);
    await arrive(anEvent({ kind: "unfollow", from }));
    await until("unfollowed", async () => (await conversation())?.followed === 0);
    await arrive(anEvent({ kind: "withdraw", from }), anEvent({ kind: "permission-revoked" }));
    const tasks = () => opened.database.read.selectFrom("staff_task").select(["kind", "detail"]).execute();
    await until("staff were told of both", async () => (await tasks()).length === 2);
    const expected: Pick<StaffTask, "kind" | "detail">[] = [
      { kind: "alarm", detail: "zalo.permission-revoked" },
      { kind: "withdraw", detail: "" },
    ];
    expect((await tasks()).sort((a, b) => a.kind.localeCompare(b.kind))).toEqual(expected);
    expect(turns).toEqual(["an: (follow)"]);
  });
});
