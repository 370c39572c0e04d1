import type { IncomingEvent } from "../../src/channel/message.ts";
import { createAccept } from "../../src/intake/accept.ts";
import type { Inbox } from "../../src/intake/inbox.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { anEvent, aTextEvent } from "../support/builders.ts";
import { DATABASES } from "../support/databases.ts";

type Kept = Awaited<ReturnType<Inbox["accept"]>>;

/** An inbox whose commits a test lets through one by one. */
function heldInbox() {
  const calls: { events: readonly IncomingEvent[]; pass(outcomes?: Kept): void; fail(error: Error): void }[] = [];
  const accept = (events: readonly IncomingEvent[]) =>
    new Promise<Kept>((resolve, reject) => {
      calls.push({ events, pass: (outcomes = events.map(() => "new" as const)) => resolve(outcomes), fail: reject });
    });
  return { calls, inbox: { accept } as unknown as Inbox };
}

/** A gathering lasts as long as each turn of the event loop brings more, so calls are awaited rather than counted in turns. */
const oneTurn = () => new Promise((resolve) => setImmediate(resolve));
const called = async (calls: readonly unknown[], times: number) => {
  while (calls.length < times) await oneTurn();
};
const some = (count: number) => Array.from({ length: count }, (_, index) => aTextEvent(`c${index}`, "hỏi"));

test("the events of one tick are one insert, and those that come during it are the next", async () => {
  const { calls, inbox } = heldInbox();
  let woken = 0;
  const accept = createAccept(
    inbox,
    () => 1,
    () => {
      woken += 1;
    },
  );
  const first = some(20).map(accept);
  await called(calls, 1);
  expect(calls.map((call) => call.events.length)).toEqual([20]);
  const second = some(30).map(accept);
  for (let turn = 0; turn < 5; turn += 1) await oneTurn();
  expect(calls).toHaveLength(1);
  calls[0]?.pass();
  await Promise.all(first);
  await called(calls, 2);
  expect(calls.map((call) => call.events.length)).toEqual([20, 30]);
  expect(woken).toBe(1);
  calls[1]?.pass();
  await Promise.all(second);
  await accept.settled();
  expect(woken).toBe(2);
});

test("events that come turn by turn while others are gathered share their insert", async () => {
  const { calls, inbox } = heldInbox();
  const accept = createAccept(
    inbox,
    () => 1,
    () => {},
  );
  const [one, two, three] = some(3);
  const all = [accept(one!), accept(two!)];
  await oneTurn();
  all.push(accept(three!));
  await called(calls, 1);
  expect(calls.map((call) => call.events.length)).toEqual([3]);
  calls[0]?.pass();
  await Promise.all(all);
});

test("each caller gets its own outcome, and duplicates alone wake nobody", async () => {
  const { calls, inbox } = heldInbox();
  let woken = 0;
  const accept = createAccept(
    inbox,
    () => 1,
    () => {
      woken += 1;
    },
  );
  const mixed = some(3).map(accept);
  await called(calls, 1);
  calls[0]?.pass(["duplicate", "new", "duplicate"]);
  expect(await Promise.all(mixed)).toEqual(["duplicate", "new", "duplicate"]);
  expect(woken).toBe(1);
  const old = some(2).map(accept);
  await called(calls, 2);
  calls[1]?.pass(["duplicate", "duplicate"]);
  await Promise.all(old);
  expect(woken).toBe(1);
});

test("a commit that fails is nobody's 200, and the next one works again", async () => {
  const { calls, inbox } = heldInbox();
  const accept = createAccept(
    inbox,
    () => 1,
    () => {},
  );
  const lost = some(5).map(accept);
  await called(calls, 1);
  calls[0]?.fail(new Error("disk full"));
  const outcomes = await Promise.allSettled(lost);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
  const next = accept(aTextEvent("an", "hỏi"));
  await called(calls, 2);
  calls[1]?.pass();
  expect(await next).toBe("new");
});

test("an inbox that throws at once is a failure like any other, not a door stuck for ever", async () => {
  const { calls, inbox } = heldInbox();
  let broken = true;
  const accept = createAccept(
    {
      ...inbox,
      accept(events, now) {
        if (broken) throw new Error("closed");
        return inbox.accept(events, now);
      },
    },
    () => 1,
    () => {},
  );
  await expect(accept(aTextEvent("an", "hỏi"))).rejects.toThrow("closed");
  broken = false;
  const next = accept(aTextEvent("an", "hỏi"));
  await called(calls, 1);
  calls[0]?.pass();
  expect(await next).toBe("new");
});

test("more than 5,000 waiting are refused as Unavailable, and the others are still kept", async () => {
  const { calls, inbox } = heldInbox();
  const accept = createAccept(
    inbox,
    () => 1,
    () => {},
  );
  const underWay = accept(aTextEvent("an", "hỏi"));
  await called(calls, 1);
  const waiting = some(5_000).map(accept);
  await expect(accept(aTextEvent("muộn", "hỏi"))).rejects.toMatchObject({ kind: "unavailable", code: "intake.full" });
  calls[0]?.pass();
  await underWay;
  await called(calls, 2);
  calls[1]?.pass();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["new"]));
});

test("what nothing acts on is answered without being kept", async () => {
  const { calls, inbox } = heldInbox();
  const accept = createAccept(
    inbox,
    () => 1,
    () => {},
  );
  expect(await accept(anEvent({ kind: "ignored", why: "seen" }))).toBe("new");
  for (let turn = 0; turn < 5; turn += 1) await oneTurn();
  expect(calls).toHaveLength(0);
});

test.each(DATABASES)("once settled, everything accepted is on disk of $name", async ({ open }) => {
  const opened = await open();
  const accept = createAccept(
    createInboxStore(opened.database),
    () => 1,
    () => {},
  );
  const all = some(200).map(accept);
  await accept.settled();
  const rows = await (await opened.again()).read.selectFrom("inbox").select("seq").execute();
  expect(rows).toHaveLength(200);
  expect(await Promise.all(all)).toEqual(Array(200).fill("new"));
  await opened.remove();
});
