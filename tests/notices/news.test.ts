import { newsTemplate } from "../../src/conversation/index.ts";
import type { Settlement } from "../../src/delivery/outbox.ts";
import type { DossierLookup, Status } from "../../src/dossiers/index.ts";
import { newsReportLines } from "../../src/notices/news-report.ts";
import { createNewsTeller, type TellerOptions } from "../../src/notices/news-teller.ts";
import { isQuiet } from "../../src/notices/quiet-hours.ts";
import { refreshFollowed } from "../../src/notices/refresh-followed.ts";
import { silentLog } from "../../src/observability/log.ts";
import type { Database } from "../../src/storage/database.ts";
import { createDeskStore } from "../../src/storage/dossier-desk.ts";
import { eraseDossierTraces, writeDossierEffect } from "../../src/storage/dossier-effects.ts";
import { createNewsStore } from "../../src/storage/dossier-news.ts";
import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { createNewsReportStore } from "../../src/storage/news-report.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const NOON = Date.parse("2026-11-25T12:00:00+07:00");
const QUIET = { from: "21:00", to: "06:30" };
const CODE = "H12.34-261101-0001";

test.each([
  ["20:59", false],
  ["21:00", true],
  ["00:10", true],
  ["06:29", true],
  ["06:30", false],
])("at %s it is quiet: %s", (clock, quiet) => {
  expect(isQuiet(Date.parse(`2026-11-25T${clock}:00+07:00`), QUIET)).toBe(quiet);
});

describe.each(DATABASES)("news on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
    await createDossierRegister(opened.database).put([{ code: CODE, status: 9 }], NOON - 10 * 3_600_000);
    await opened.database.write(async (db) => {
      const conversation = {
        oa_id: "1",
        citizen_id: "2",
        state: JSON.stringify({ lastAt: NOON - 1000 }),
        updated_at: NOON - 1_000,
      };
      await db.insertInto("conversation").values(conversation).execute();
      const follow = { oa_id: "1", citizen_id: "2", code: CODE, status_told: 4, share_id: null, since: 0 };
      await db.insertInto("dossier_follow").values(follow).execute();
    });
  });
  afterEach(() => opened.remove());

  const teller = (database: Database, templateFor: TellerOptions["templateFor"] = null) =>
    createNewsTeller({
      store: createNewsStore(database),
      replyFor: (code, status) => ({
        text: `${code} ${status}`,
        buttons: [],
        provenance: { records: [], facts: [], knowledgeVersion: "" },
      }),
      templateFor,
      now: () => NOON,
      quiet: QUIET,
      log: silentLog,
      count: () => {},
      onReplies: () => {},
    });
  const outbox = () => opened.database.read.selectFrom("outbox").select("reply").execute();

  test("two processes that look at once tell it once", async () => {
    const other = await opened.again();
    await Promise.all([teller(opened.database).look(), teller(other).look(), teller(opened.database).look()]);
    expect(await outbox()).toHaveLength(1);
  });

  test("while their own message is being answered it is left to that turn", async () => {
    await opened.database.write(
      async (db) => void (await db.updateTable("conversation").set({ due_at: NOON }).execute()),
    );
    await teller(opened.database).look();
    expect(await outbox()).toEqual([]);
    await opened.database.write(
      async (db) => void (await db.updateTable("conversation").set({ due_at: null }).execute()),
    );
    await teller(opened.database).look();
    expect(await outbox()).toHaveLength(1);
  });

  test("who has not written lately is told by an approved template, if there is one", async () => {
    const old = { state: JSON.stringify({ lastAt: NOON - 60 * 3_600_000 }), updated_at: NOON - 60 * 3_600_000 };
    await opened.database.write(async (db) => void (await db.updateTable("conversation").set(old).execute()));
    await teller(opened.database).look();
    expect(await outbox()).toEqual([]);
    await teller(opened.database, (code, status) => newsTemplate("412345", code, status)).look();
    expect((await outbox()).map(({ reply }) => JSON.parse(reply).template)).toEqual([
      { id: "412345", data: { ma_ho_so: CODE, trang_thai: "Đã có kết quả, chờ nhận" } },
    ]);
  });

  /** Takes what waits in the outbox and says what became of each send. */
  async function settle(settlement: Settlement): Promise<void> {
    const store = createOutboxStore(opened.database);
    for (const delivery of await store.claim("d", NOON, 60_000, 10)) await store.settle(delivery, settlement, NOON);
  }
  const wantsNews = async () =>
    (await createDeskStore(opened.database).follows({ oaId: "1", citizenId: "2" })).map(
      ({ status, statusTold }) => status !== statusTold,
    );
  const isLate = async () => {
    const old = { state: JSON.stringify({ lastAt: NOON - 60 * 3_600_000 }), updated_at: NOON - 60 * 3_600_000 };
    await opened.database.write(async (db) => void (await db.updateTable("conversation").set(old).execute()));
  };

  test.each([4, 9, 10] as const)(
    "news of status %s that Zalo refused is told when they next write, and not pushed again",
    async (status) => {
      await createDossierRegister(opened.database).put([{ code: CODE, status }], NOON);
      if (status === 4) {
        await opened.database.write(
          async (db) => void (await db.updateTable("dossier_follow").set({ status_told: 2 }).execute()),
        );
      }
      await teller(opened.database).look();
      expect(await wantsNews()).toEqual(status === 10 ? [] : [false]);
      await settle({ kind: "dead", error: "-230" });
      expect(await wantsNews()).toEqual([true]);
      await teller(opened.database).look();
      expect(await outbox()).toHaveLength(1);
      // Another status is other news.
      await createDossierRegister(opened.database).put([{ code: CODE, status: 5 }], NOON);
      await teller(opened.database).look();
      expect(await outbox()).toHaveLength(2);
    },
  );

  test("a template of which nobody knows is not paid twice: they are told when they next write", async () => {
    await isLate();
    const template = (code: string, status: Status) => newsTemplate("412345", code, status);
    await teller(opened.database, template).look();
    await settle({ kind: "unconfirmed", error: "template sent once, never echoed" });
    await teller(opened.database, template).look();
    expect(await outbox()).toHaveLength(1);
    expect(await wantsNews()).toEqual([true]);
  });

  test("staff see how many messages left and each that failed", async () => {
    const report = async () =>
      newsReportLines(await createNewsReportStore(opened.database).newsSince(NOON - 60_000), 7);
    await teller(opened.database).look();
    expect((await report())[0]).toContain("0 đã gửi, 1 đang gửi, 0 không");
    await settle({ kind: "dead", error: "-230" });
    expect(await report()).toEqual([
      expect.stringContaining("0 đã gửi, 0 đang gửi, 1 không gửi được"),
      `  25/11/2026  ${CODE}  Đã có kết quả, chờ nhận: Zalo không nhận (-230); sẽ báo khi người theo dõi nhắn lại`,
    ]);
  });

  test("a message that was sent twice and never echoed counts as told", async () => {
    await teller(opened.database).look();
    await settle({ kind: "unconfirmed", error: "sent twice, never echoed" });
    expect(await wantsNews()).toEqual([false]);
  });

  test("who stopped following, or was erased, does not follow again because a message failed", async () => {
    for (const effect of [{ kind: "dossier-unfollow", code: CODE } as const, null]) {
      await teller(opened.database).look();
      await opened.database.write((db) =>
        effect
          ? writeDossierEffect(db, { oaId: "1", citizenId: "2" }, effect, NOON)
          : eraseDossierTraces(db, { oaId: "1", citizenId: "2" }),
      );
      const follow = { oa_id: "1", citizen_id: "2", code: CODE, status_told: 9, share_id: null, since: 0 };
      await opened.database.write(async (db) => void (await db.insertInto("dossier_follow").values(follow).execute()));
      await settle({ kind: "dead", error: "-230" });
      expect(await wantsNews()).toEqual([false]);
      await opened.database.write(
        async (db) => void (await db.updateTable("dossier_follow").set({ status_told: 4 }).execute()),
      );
    }
  });

  test("a failure while telling leaves the news to be told later", async () => {
    const store = createNewsStore(opened.database);
    const [news] = await store.pending(0, 10);
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const unwritable = { text: "x", buttons: [circular], provenance: {} } as never;
    await expect(store.tell(news!, unwritable, NOON)).rejects.toThrow();
    expect(await store.pending(0, 10)).toHaveLength(1);
    expect(await outbox()).toEqual([]);
  });

  test("followed dossiers of systems that do not push are asked about, a few at a time, in the daytime", async () => {
    const asked: string[] = [];
    const options = {
      followedBefore: createNewsStore(opened.database).followedBefore,
      isAsked: (code: string) => code.startsWith("H12"),
      source: {
        find: async (code: string): Promise<DossierLookup> => {
          asked.push(code);
          return { kind: "unknown-code" };
        },
      },
      quiet: QUIET,
    };
    await refreshFollowed({ ...options, now: () => Date.parse("2026-11-25T02:00:00+07:00") });
    expect(asked).toEqual([]);
    await refreshFollowed({ ...options, now: () => NOON });
    await refreshFollowed({ ...options, isAsked: () => false, now: () => NOON });
    expect(asked).toEqual([CODE]);
  });
});
