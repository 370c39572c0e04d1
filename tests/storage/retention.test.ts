import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { forgetOlderThan } from "../../src/storage/retention.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES } from "../support/databases.ts";

test.each(DATABASES)(
  "on $name words older than the limit go, newer ones and those still waiting stay",
  async ({ open }) => {
    const opened = await open();
    const inbox = createInboxStore(opened.database);
    const answered = async (citizenId: string, now: number) => {
      await inbox.accept([aTextEvent(citizenId, `lời của ${citizenId}`)], now);
      for (const claim of await inbox.claim("w", now, 1_000, 5)) {
        const done = claim.events.map((entry) => entry.seq);
        await inbox.finish(claim, { done, replies: [{ to: { oaId: OA, citizenId }, reply: aReply("dạ") }] }, now);
      }
    };
    await answered("cũ", 1_000);
    await opened.database.write((db) => db.updateTable("outbox").set({ status: 3 }).execute());
    await opened.database.write((db) => db.updateTable("conversation").set({ send_due_at: null }).execute());
    await answered("mới", 9_000);
    await inbox.accept([aTextEvent("chờ", "chưa trả lời")], 1_000);
    const number = { sealed: "v1.x", shown: "09xx xxx x78" };
    await inbox.accept([aTextEvent("chờ", "gọi tôi", { numbers: [number] })], 1_000);
    await forgetOlderThan(opened.database, 5_000);
    expect(await opened.database.read.selectFrom("callback_number").selectAll().execute()).toEqual([]);
    const rows = await opened.database.read.selectFrom("inbox").select("citizen_id").orderBy("seq").execute();
    expect(rows.map((row) => row.citizen_id)).toEqual(["mới", "chờ", "chờ"]);
    const replies = await opened.database.read.selectFrom("outbox").select("citizen_id").execute();
    expect(replies.map((row) => row.citizen_id)).toEqual(["mới"]);
    await opened.remove();
  },
);
