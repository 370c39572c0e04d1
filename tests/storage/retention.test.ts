import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { forgetAccessOlderThan, forgetEndedDossiers, forgetOlderThan } from "../../src/storage/retention.ts";
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

test.each(DATABASES)("on $name each class of data about dossiers goes at the end of its own time", async ({ open }) => {
  const opened = await open();
  const { database } = opened;
  const register = createDossierRegister(database);
  await register.put([{ code: "H12.34-240101-0001", status: 10 }], 1_000);
  await register.put([{ code: "H12.34-240101-0002", status: 4 }], 1_000);
  await register.put([{ code: "H12.34-240101-0003", status: 10 }], 9_000);
  await database.write(async (db) => {
    for (const at of [1_000, 9_000]) {
      const access = { at, who: "w", code_key: "c", door: "code", outcome: "found" };
      await db.insertInto("dossier_access").values(access).execute();
      const consent = { who: "w", purpose: "follow-dossier", answer: "yes", notice_version: "1", at };
      await db.insertInto("consent").values(consent).execute();
      const mine = { oa_id: OA, citizen_id: `c${at}`, code: "H12.34-240101-0002" };
      await db
        .insertInto("dossier_follow")
        .values({ ...mine, status_told: 4, share_id: null, since: at })
        .execute();
      await db
        .insertInto("dossier_share")
        .values({ ...mine, share_key: `k${at}`, created_at: at, expires_at: at })
        .execute();
    }
  });
  await forgetAccessOlderThan(database, 5_000, Date.now());
  expect(await forgetEndedDossiers(database, 5_000)).toBe(1);
  const count = async (table: "dossier_access" | "consent" | "dossier_follow" | "dossier_share" | "dossier") =>
    (await database.read.selectFrom(table).selectAll().execute()).length;
  for (const table of ["dossier_access", "consent", "dossier_follow", "dossier_share"] as const) {
    expect([table, await count(table)]).toEqual([table, 1]);
  }
  expect(await count("dossier")).toBe(2);
  await opened.remove();
});
