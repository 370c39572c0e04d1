import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { forgetDossiers, forgetOlderThan } from "../../src/storage/retention.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

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

describe.each(DATABASES)("data about dossiers on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  const ALL = { access: 0, consents: 0, ended: 0, open: 0 };
  const forget = (limits: Partial<typeof ALL>) =>
    forgetDossiers(opened.database, { ...ALL, ...limits }, Date.parse("2026-11-25T00:00:00Z"));
  type Table = "dossier_access" | "consent" | "dossier_follow" | "dossier_share" | "dossier" | "dossier_staging";
  const count = async (table: Table) => (await opened.database.read.selectFrom(table).selectAll().execute()).length;

  test("each class goes at the end of its own time, and no other with it", async () => {
    const register = createDossierRegister(opened.database);
    for (const at of [1_000, 9_000]) {
      await register.put([{ code: `H12.34-240101-1${at}`.slice(0, 18), status: 10 }], at);
      await register.put([{ code: `H12.34-240101-4${at}`.slice(0, 18), status: 4 }], at);
      await opened.database.write(async (db) => {
        const access = { at, who: "w", code_key: "c", door: "code", outcome: "found" };
        await db.insertInto("dossier_access").values(access).execute();
        const consent = { who: "w", purpose: "photo", answer: "yes", notice_version: "1", at };
        await db.insertInto("consent").values(consent).execute();
        const mine = { oa_id: OA, citizen_id: "c", code: "H12.34-240101-4900" };
        const share = { ...mine, share_key: `k${at}`, created_at: at, expires_at: at };
        await db.insertInto("dossier_share").values(share).execute();
        const row = { import_id: new Date(at).toISOString(), line: 1, code: "H12.34-240101-0001", status: 4 };
        await db
          .insertInto("dossier_staging")
          .values({ ...NOTHING_TOLD, ...row })
          .execute();
      });
    }
    expect(await count("dossier")).toBe(4);
    for (const [limits, gone] of [
      [{ access: 5_000 }, { dossier_access: 1, dossier_share: 1 }],
      [{ consents: 5_000 }, { consent: 1 }],
      [{ ended: 5_000 }, { dossier: 3 }],
      [{ open: 5_000 }, { dossier: 2 }],
    ] as const) {
      await forget(limits);
      for (const [table, left] of Object.entries(gone))
        expect([table, await count(table as Table)]).toEqual([table, left]);
    }
    expect(await count("dossier_staging")).toBe(0);
    expect(await forget({})).toBe(0);
  });

  test("a follow lasts until its dossier ended and its last news left, or until the dossier is forgotten", async () => {
    const [going, ended, telling] = ["H12.34-240101-0001", "H12.34-240101-0002", "H12.34-240101-0003"];
    const register = createDossierRegister(opened.database);
    await register.put([
      { code: going, status: 4 },
      { code: ended, status: 10 },
      { code: telling, status: 10 },
    ]);
    await opened.database.write(async (db) => {
      for (const [code, status] of [
        [going, 4],
        [ended, 10],
        [telling, 10],
        ["H12.34-240101-0009", 4],
      ] as const) {
        const follow = { oa_id: OA, citizen_id: "c", code, status_told: status, share_id: null, since: 0 };
        await db.insertInto("dossier_follow").values(follow).execute();
      }
      const reply = { reply: "{}", text_digest: "", provenance: "{}", answers: "[]", not_before: 0, created_at: 0 };
      const news = { oa_id: OA, citizen_id: "c", news_code: telling, news_status: 10 };
      await db
        .insertInto("outbox")
        .values({ ...reply, ...news })
        .execute();
    });
    await forget({});
    const left = await opened.database.read.selectFrom("dossier_follow").select("code").orderBy("code").execute();
    expect(left.map(({ code }) => code)).toEqual([going, telling]);
  });
});

const NOTHING_TOLD = {
  procedure_code: null,
  procedure_name: null,
  unit: null,
  received_on: null,
  due_on: null,
  finished_on: null,
  missing: null,
  fee_due: null,
  phone_key: null,
};
