/** The chained log: every way to tamper with it is found. */
import { auditVerify } from "../../src/commands/audit-verify.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { createAuditStore, logDeed } from "../../src/storage/console/audit-log.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const mac = createSealer(new Uint8Array(32).fill(7)).pseudonym;
const deed = (n: number) => ({
  at: n,
  who: "ai-đó",
  action: "officer.role",
  object: `officer/${n}`,
  detail: `lần ${n}`,
});

describe.each(DATABASES)("on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
    const audit = createAuditStore(opened.database, mac);
    for (let n = 1; n <= 5; n++) await audit.append(deed(n));
  });
  afterEach(() => opened.remove());

  async function verify(...words: string[]): Promise<[code: number, said: string]> {
    const lines: string[] = [];
    const audit = createAuditStore(opened.database, mac);
    const code = await auditVerify(words, { audit, mac, print: (line) => void lines.push(line) });
    return [code, lines.join(" ")];
  }
  const write = (job: Parameters<typeof opened.database.write>[0]) => opened.database.write(job);

  test("a log that nobody touched is whole, also while two write at once", async () => {
    const [one, other] = [createAuditStore(opened.database, mac), createAuditStore(await opened.again(), mac)];
    await Promise.all([one, other, one, other].map((audit, n) => audit.append(deed(10 + n))));
    expect(await verify()).toEqual([0, expect.stringContaining("còn nguyên: 9 dòng")]);
  });

  test.each([
    ["a changed detail", 3, (db) => db.updateTable("audit_log").set({ detail: "khác" }).where("seq", "=", 3).execute()],
    ["a changed time", 2, (db) => db.updateTable("audit_log").set({ at: 99 }).where("seq", "=", 2).execute()],
    ["a removed row", 4, (db) => db.deleteFrom("audit_log").where("seq", "=", 4).execute()],
    ["a cut end", 4, (db) => db.deleteFrom("audit_log").where("seq", ">=", 4).execute()],
    [
      "a cut end with its head taken away, also after the next deed",
      4,
      async (db) => {
        await db.deleteFrom("audit_log").where("seq", ">=", 4).execute();
        await db.deleteFrom("audit_head").execute();
        await logDeed(db, mac, deed(9));
      },
    ],
    ["an emptied log", 1, (db) => db.deleteFrom("audit_log").execute()],
    [
      "a row put at the end without the key",
      6,
      async (db) => {
        await db
          .insertInto("audit_log")
          .values({ ...deed(6), seq: 6, hash: "x" })
          .execute();
        await db.updateTable("audit_head").set({ seq: 6, hash: "x" }).execute();
      },
    ],
  ] as [string, number, Parameters<OpenDatabase["database"]["write"]>[0]][])("%s is found", async (_, seq, tamper) => {
    await write(tamper);
    expect(await verify()).toEqual([1, expect.stringContaining(`dòng số ${seq}`)]);
  });

  test("an end that was cut with its seal set back is found by a head that was noted down", async () => {
    const early = await createAuditStore(opened.database, mac).head();
    await createAuditStore(opened.database, mac).append(deed(6));
    const noted = /--head (\S+)/.exec((await verify())[1])?.[1] ?? "";
    await write(async (db) => {
      await db.deleteFrom("audit_log").where("seq", "=", 6).execute();
      await db
        .updateTable("audit_head")
        .set({ ...early })
        .execute();
    });
    expect((await verify())[0]).toBe(0);
    expect(await verify("--head", noted)).toEqual([1, expect.stringContaining("bị cắt")]);
  });

  test("searched by who, what, when and a part of its words, whatever their case; newest first, a page at a time", async () => {
    const audit = createAuditStore(opened.database, mac);
    await audit.append({ at: 6, who: null, action: "officer.sign-in", object: "", detail: "Chrome 100%, Windows" });
    const found = async (query: Parameters<typeof audit.search>[0], before: number | null = null, limit = 10) =>
      (await audit.search(query, before, limit)).map(({ seq }) => seq);
    expect(await found({})).toEqual([6, 5, 4, 3, 2, 1]);
    expect([await found({}, 5, 2), await found({ who: "ai-đó" }, null, 2)]).toEqual([
      [4, 3],
      [5, 4],
    ]);
    expect(await found({ action: "officer.sign-in" })).toEqual([6]);
    expect(await found({ from: 2, until: 4 })).toEqual([3, 2]);
    expect([await found({ words: "chrome" }), await found({ words: "OFFICER/3" })]).toEqual([[6], [3]]);
    expect([await found({ words: "Lần 2" }), await found({ words: "0%_" }), await found({ words: "\\" })]).toEqual([
      [2],
      [6],
      [6, 5, 4, 3, 2, 1],
    ]);
    expect((await audit.search({ action: "officer.sign-in" }, null, 1))[0]).toMatchObject({ at: 6, who: null });
    expect([(await audit.after(4, 1)).map(({ seq }) => seq), (await audit.head()).seq]).toEqual([[5], 6]);
  });

  test("words it does not know are refused", async () => {
    await expect(verify("--hed", "1:x")).rejects.toThrow("Cách dùng");
  });
});
