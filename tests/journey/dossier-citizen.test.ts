import { sql } from "kysely";
import { DOSSIER_DEFAULTS } from "../../src/config.ts";
import type { DossierRecord } from "../../src/dossiers/index.ts";
import { phoneKeyOf } from "../../src/dossiers/index.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { forgetDossiers } from "../../src/storage/retention.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { type Bot, startBot } from "../support/bot.ts";

const HOUR = 3_600_000;
const MORNING = Date.parse("2026-11-25T09:00:00+07:00");
const TOKEN = "token-cua-he-thong-mot-cua-0123456789";
const { pseudonym } = createSealer(new Uint8Array(32).fill(7));

let now = MORNING;
let bot: Bot;
type Citizen = ReturnType<Bot["zalo"]["citizen"]>;

beforeAll(async () => {
  bot = await startBot({
    now: () => now,
    newsCheckMs: 20,
    config: { dossiers: { ...DOSSIER_DEFAULTS, pushToken: TOKEN } },
  });
}, 120_000);
afterAll(() => bot?.stop());
beforeEach(() => {
  now = Math.max(now, MORNING);
});

async function inDatabase<T>(job: (database: ReturnType<typeof openSqliteDatabase>) => Promise<T>): Promise<T> {
  const database = openSqliteDatabase(bot.databaseFile);
  try {
    return await job(database);
  } finally {
    await database.close();
  }
}

let serial = 0;
async function aDossier(some: Partial<DossierRecord> = {}): Promise<string> {
  serial += 1;
  const code = `H12.34-261104-${String(serial).padStart(4, "0")}`;
  const record: DossierRecord = {
    code,
    status: 4,
    procedureName: "Đăng ký khai sinh",
    unit: "Xã Năm Căn",
    receivedOn: "2026-11-04",
    dueOn: "2026-12-01",
    phoneKey: phoneKeyOf(pseudonym, code, "5678"),
    ...some,
  };
  await inDatabase((database) => createDossierRegister(database).put([record], now));
  return code;
}
async function push(code: string, status: number): Promise<void> {
  const response = await fetch(`${bot.url}/api/ho-so`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ records: [{ code, status }] }),
  });
  expect(response.status).toBe(200);
}
async function says(citizen: Citizen, text: string) {
  await citizen.sends(text);
  return citizen.nextMessage();
}
async function taps(citizen: Citizen, message: Awaited<ReturnType<Citizen["nextMessage"]>>, title: string) {
  const button = message.buttons.find((each) => each.title.startsWith(title));
  if (!button) throw new Error(`no button “${title}”: ${message.buttons.map((each) => each.title).join(", ")}`);
  await citizen.taps(button);
  return citizen.nextMessage();
}
async function follows(citizen: Citizen, code: string) {
  const shown = await says(citizen, code);
  await taps(citizen, shown, "Báo khi có kết quả");
  const question = await says(citizen, "5678");
  return taps(citizen, question, "Đồng ý");
}
const table = (name: "consent" | "dossier_access" | "dossier_follow" | "dossier_share" | "outbox") =>
  inDatabase((database) => database.read.selectFrom(name).selectAll().execute());

describe("proof", () => {
  test("code and four digits show procedure, unit, day on the slip and working days left", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    const progress = await says(citizen, code);
    expect(progress.text).toContain("4 số cuối");
    expect(progress.text).not.toMatch(/khai sinh|Năm Căn|01\/12/);
    const { text } = await says(citizen, "số cuối là 5678 nha em");
    expect(text).toContain("Thủ tục: Đăng ký khai sinh.");
    expect(text).toContain("Nơi giải quyết: Xã Năm Căn.");
    expect(text).toContain("Hẹn trả: 01/12/2026 (ngày trên giấy hẹn), còn 4 ngày làm việc.");
    // For half an hour it need not be proven again.
    expect((await says(citizen, code)).text).toContain("Thủ tục: Đăng ký khai sinh.");
  });

  test("code and digits in one message are enough", async () => {
    const code = await aDossier();
    expect((await says(bot.zalo.citizen(), `${code} số cuối 5678`)).text).toContain("Thủ tục:");
  });

  test("what is asked next is about the dossier that was shown", async () => {
    const code = await aDossier({ status: 5, missing: ["Giấy chứng sinh"] });
    const citizen = bot.zalo.citizen();
    await says(citizen, code);
    // Not proven yet: asked for the digits, not for the code again.
    expect((await says(citizen, "thiếu giấy gì vậy em")).text).toContain("4 số cuối");
    expect((await says(citizen, "dạ 5678")).text).toContain("1. Giấy chứng sinh");
    for (const question of ["bao giờ có?", "vậy giờ tôi phải làm sao?", "xong chưa em?"]) {
      expect((await says(citizen, question)).text).toContain("Thủ tục: Đăng ký khai sinh.");
    }
    // Another subject is another subject.
    expect((await says(citizen, "đăng ký kết hôn cần giấy gì")).text).not.toContain(code);
    now += HOUR;
    expect((await says(citizen, "bao giờ có?")).text).not.toContain(code);
  });

  test("“khi nào xong báo tui” follows what was shown; without a registered phone it says why it cannot", async () => {
    const [code, without] = [await aDossier(), await aDossier({ phoneKey: null })];
    const citizen = bot.zalo.citizen();
    await says(citizen, code);
    expect((await says(citizen, "khi nào xong báo tui nha")).text).toContain(`hồ sơ ${code} là của mình`);
    expect((await says(citizen, "5678")).text).toContain("đồng ý không");
    await says(citizen, "#DY:khong");
    expect((await says(citizen, without)).text).toContain("không có số điện thoại để đối chiếu");
    expect((await says(citizen, "khi nào xong báo tui nha")).text).toContain("chỉ xem được tiến độ");
  });

  test("of two codes both are told, and details come one by one", async () => {
    const [one, two] = [await aDossier(), await aDossier({ status: 9 })];
    const citizen = bot.zalo.citizen();
    const { text } = await says(citizen, `${one} với ${two} xong chưa`);
    expect(text).toMatch(new RegExp(`${one}\\nBước 3/5[^]*${two}\\nBước 4/5[^]*nhắn riêng mã`));
    expect((await says(citizen, "5678")).text).toContain("chỉ mấy số cuối");
  });

  test("all together are slowed down once five hundred missed within a quarter of an hour", async () => {
    const code = await aDossier();
    await inDatabase((database) =>
      database.write(async (db) => {
        const miss = { at: now, who: "others", code_key: "c", door: "code", outcome: "unknown" };
        for (let i = 0; i < 500; i++) await db.insertInto("dossier_access").values(miss).execute();
      }),
    );
    expect((await says(bot.zalo.citizen(), code)).text).toContain("chờ ít phút");
    now += 16 * 60_000;
    expect((await says(bot.zalo.citizen(), code)).text).toContain("Bước 3/5");
  });

  test("wrong digits, an unknown code and a dossier without a phone get one answer", async () => {
    const code = await aDossier();
    const without = await aDossier({ phoneKey: null });
    const texts = [];
    for (const message of [`${code} số cuối 1111`, "H12.34-261104-9999 số cuối 5678", `${without} số cuối 5678`]) {
      const citizen = bot.zalo.citizen();
      await says(citizen, "mấy giờ mở cửa?");
      texts.push((await says(citizen, message)).text);
    }
    expect(texts).toEqual(Array(texts.length).fill(texts[0]));
    expect(texts[0]).toContain("chưa khớp");
  });

  test("an unknown code, an impossible one and one of elsewhere get one answer", async () => {
    const texts = [];
    for (const code of ["H12.34-261104-9998", "H12.34-261304-0001", "H36.17-260630-0402"]) {
      const citizen = bot.zalo.citizen();
      await says(citizen, "mấy giờ mở cửa?");
      // What they wrote is read back where it can be a code; that tells nothing of what we know.
      texts.push((await says(citizen, code)).text.replace(code, "này"));
    }
    expect(texts).toEqual(Array(texts.length).fill(texts[0]));
  });

  test("missing papers are listed, a fee is said, lateness brings the rule of the apology", async () => {
    const missing = await aDossier({ status: 5, missing: ["Bản vẽ tách thửa", "Giấy uỷ quyền"] });
    const fee = await aDossier({ status: 6, feeDue: 150_000 });
    const late = await aDossier({ dueOn: "2026-11-20" });
    const citizen = bot.zalo.citizen();
    expect((await says(citizen, `${missing} số cuối 5678`)).text).toMatch(
      /bổ sung:\n1\. Bản vẽ tách thửa\n2\. Giấy uỷ quyền/,
    );
    expect((await says(citizen, `${fee} số cuối 5678`)).text).toContain("Cần nộp: 150.000 đồng");
    // 23/11 and 25/11: the 24th is the Day of Vietnamese Culture.
    const { text } = await says(citizen, `${late} số cuối 5678`);
    expect(text).toContain("đã trễ 2 ngày làm việc");
    expect(text).toContain("văn bản xin lỗi");
  });

  test("a sensitive procedure and its papers are never named, even with the digits", async () => {
    const code = await aDossier({
      procedureName: "Trợ cấp người khuyết tật",
      status: 5,
      missing: ["Giấy xác nhận khuyết tật"],
    });
    const byPapers = await aDossier({ procedureName: null, status: 5, missing: ["Giấy xác nhận hộ nghèo"] });
    // Its name says nothing, the unit does; late, so that the unit would be named twice.
    const byUnit = await aDossier({ procedureName: "Thủ tục 12", unit: "Phòng Người có công", dueOn: "2026-11-20" });
    for (const each of [code, byPapers, byUnit]) {
      const { text } = await says(bot.zalo.citizen(), `${each} số cuối 5678`);
      expect(text).not.toMatch(/khuyết tật|hộ nghèo|trợ cấp|người có công|Thủ tục 12/i);
      expect(text).toContain("ra quầy hỏi");
    }
  });

  test("guessing digits is throttled, and erasing one's data buys no new tries", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await says(citizen, code);
    for (let i = 0; i < 5; i++) expect((await says(citizen, `000${i}`)).text).toContain("chưa khớp");
    expect((await says(citizen, "5678")).text).toContain("chờ ít phút");
    await says(citizen, "xoá dữ liệu của tôi");
    expect((await says(citizen, `${code} số cuối 5678`)).text).toContain("chờ ít phút");
    now += 16 * 60_000;
    expect((await says(citizen, `${code} số cuối 5678`)).text).toContain("Thủ tục:");
  });

  test("a crowd that guesses one dossier's digits is stopped for the day", async () => {
    const code = await aDossier();
    for (let i = 0; i < 10; i++) await says(bot.zalo.citizen(), `${code} số cuối 100${i}`);
    expect((await says(bot.zalo.citizen(), `${code} số cuối 5678`)).text).toContain("chờ ít phút");
    expect((await says(bot.zalo.citizen(), code)).text).toContain("Bước 3/5");
  });

  test("lookups are audited under pseudonyms, and forgotten when their time is over", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await says(citizen, code);
    const rows = await table("dossier_access");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${code}|${citizen.id}`));
    expect(bot.logLines.join("\n")).not.toContain("H12.34-2611");
    await inDatabase((database) => forgetDossiers(database, { access: now + 1, consents: 0, ended: 0, open: 0 }, now));
    expect(await table("dossier_access")).toEqual([]);
  });
});

describe("following", () => {
  test("after proof and consent a new status is told once, at once", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    expect((await follows(citizen, code)).text).toContain(`hồ sơ ${code} có gì mới em nhắn`);
    expect(await table("consent")).toContainEqual(
      expect.objectContaining({ purpose: "follow-dossier", answer: "yes", notice_version: "follow-1", at: now }),
    );
    await push(code, 9);
    expect((await citizen.nextMessage()).text).toMatch(/có tin mới:\nBước 4\/5: Đã có kết quả/);
    await push(code, 9);
    const { text } = await says(citizen, "xem hồ sơ đang theo dõi");
    expect(text).not.toContain("nhờ theo dõi: Bước");
    expect(text).toContain(`${code}: Đã có kết quả`);
  });

  test("“Không” keeps nothing but the answer", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    const shown = await says(citizen, `${code} số cuối 5678`);
    const question = await taps(citizen, shown, "Báo khi có kết quả");
    expect(question.buttons.map(({ title }) => title)).toEqual(["Đồng ý", "Không"]);
    await taps(citizen, question, "Không");
    expect((await table("dossier_follow")).filter((row) => "code" in row && row.code === code)).toEqual([]);
  });

  test("at night nobody is woken; in the morning it is told", async () => {
    now = Math.ceil((now - MORNING) / (24 * HOUR)) * 24 * HOUR + MORNING + 11.5 * HOUR;
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await follows(citizen, code);
    now += 2 * HOUR;
    await push(code, 5);
    const before = (await table("outbox")).length;
    const looks = bot.app.count("dossier_news", { outcome: "told" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(bot.app.count("dossier_news", { outcome: "told" })).toBe(looks);
    expect((await table("outbox")).length).toBe(before);
    now += 9 * HOUR;
    expect((await citizen.nextMessage()).text).toContain("Chờ bổ sung giấy tờ");
  });

  test("outside Zalo's window it is kept and told when they next write, over a restart too", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await follows(citizen, code);
    now += 72 * HOUR;
    await push(code, 9);
    bot = await bot.restart();
    const { text } = await says(citizen, "làm khai sinh cần gì");
    expect(text).toMatch(new RegExp(`^Hồ sơ ${code} anh/chị nhờ theo dõi: Bước 4/5`));
    expect((await says(citizen, "mấy giờ mở cửa")).text).not.toContain(code);
  }, 120_000);

  test("“hồ sơ của tôi tới đâu rồi” shows what one follows, and a code still looks up another", async () => {
    const [code, other] = [await aDossier(), await aDossier({ status: 6 })];
    const citizen = bot.zalo.citizen();
    await follows(citizen, code);
    expect((await says(citizen, "hồ sơ của tôi tới đâu rồi?")).text).toContain(`${code}: Đang xử lý`);
    expect((await says(citizen, other)).text).toContain("Chờ nộp tiền");
  });

  test("who stops is not told, and the consent is noted as withdrawn", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await follows(citizen, code);
    const list = await says(citizen, "#HS:ds");
    await taps(citizen, list, "Thôi theo dõi");
    await push(code, 9);
    expect((await says(citizen, "#HS:ds")).text).toContain("chưa nhờ em theo dõi");
    expect((await table("consent")).at(-1)).toMatchObject({ answer: "withdrawn" });
  });

  test("a child follows a parent's dossier by a short code, once, until the parent takes it back", async () => {
    const code = await aDossier();
    const [parent, child, stranger] = [bot.zalo.citizen(), bot.zalo.citizen(), bot.zalo.citizen()];
    const shown = await says(parent, `${code} số cuối 5678`);
    const shared = await taps(parent, shown, "Cho người nhà");
    const shareCode = /TD-\w{4}-\w{4}/.exec(shared.text)![0];
    expect(JSON.stringify(await table("dossier_share"))).not.toContain(shareCode);
    const question = await says(child, shareCode.toLowerCase().replaceAll("-", " "));
    await taps(child, question, "Đồng ý");
    await push(code, 5);
    expect((await child.nextMessage()).text).toContain("Chờ bổ sung giấy tờ");
    expect((await says(stranger, shareCode)).text).toContain("không dùng được");
    await taps(parent, shared, "Thôi chia sẻ");
    expect((await says(child, "#HS:ds")).text).toContain("chưa nhờ em theo dõi");
  });

  test("after erasure no table holds a word of theirs, and none but the register a code they looked up", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await follows(citizen, code);
    await says(citizen, "gặp cán bộ hỏi chuyện vườn quýt hồng, số tui 0913555777");
    await says(citizen, "xoá dữ liệu của tôi");
    const rows = await inDatabase(async (database) => {
      const { rows: names } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
        database.read,
      );
      const found: [string, string][] = [];
      for (const { name } of names) {
        const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(database.read);
        for (const row of rows) found.push([name, JSON.stringify(row)]);
      }
      return found;
    });
    const holding = (what: string) => [...new Set(rows.filter(([, row]) => row.includes(what)).map(([name]) => name))];
    expect(holding("vườn quýt")).toEqual([]);
    expect(holding("0913555777")).toEqual([]);
    // The register is the centre's own. The keys of Zalo's events stay so that its retries stay repetitions, and a task
    // without its words so that an officer sees that it is closed.
    expect(holding(code)).toEqual(["dossier"]);
    expect(holding(citizen.id).sort()).toEqual(["conversation", "inbox", "outbox", "staff_task"]);
  });

  test("erasing one's data ends following and sharing", async () => {
    const code = await aDossier();
    const citizen = bot.zalo.citizen();
    await follows(citizen, code);
    await says(citizen, "xoá dữ liệu của tôi");
    expect((await table("dossier_follow")).filter((row) => "code" in row && row.code === code)).toEqual([]);
  });
});
