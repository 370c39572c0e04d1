import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { DOSSIER_DEFAULTS } from "../../src/config.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { type Bot, startBot } from "../support/bot.ts";

const TOKEN = "token-cua-he-thong-mot-cua-0123456789";
const CODE = "H12.34-260804-0583";

type Description = {
  openapi: string;
  paths: Record<
    "/api/ho-so",
    {
      post: {
        requestBody: { content: Record<string, { schema: object }> };
        responses: Record<string, { content: Record<string, { schema: object }> }>;
      };
    }
  >;
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ config: { dossiers: { ...DOSSIER_DEFAULTS, pushToken: TOKEN } } });
}, 120_000);
afterAll(() => bot?.stop());

async function push(body: unknown, token: string | null = TOKEN) {
  const response = await fetch(`${bot.url}/api/ho-so`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    json: response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null,
  };
}

async function answerTo(text: string): Promise<string> {
  const citizen = bot.zalo.citizen();
  await citizen.sends(text);
  return (await citizen.nextMessage()).text;
}

const sync = (some: object = {}) => ({
  MaHoSo: CODE,
  MaTTHC: "1.001193",
  TenTTHC: "Đăng ký khai sinh",
  ChuHoSo: "Nguyễn Thị Bí Mật",
  Email: "bimat@example.com",
  DiaChi: "ấp Kín, xã Thầm",
  SoDienThoai: "0912345678",
  NgayTiepNhan: "20260804083000",
  NgayHenTra: "20260814170000",
  TrangThaiHoSo: "2",
  DonViXuLy: "Xã Năm Căn",
  ...some,
});

test("a pushed dossier is answered at once, and its steps move it on", async () => {
  expect(await push({ isUpdating: false, data: [sync()] })).toMatchObject({
    status: 200,
    json: { error_code: 0, received: 1, new: 1, failed: [] },
  });
  expect(await answerTo(CODE)).toContain("Bước 2/5");
  const step = { MaHoSo: CODE, NguoiXuLy: "Lê Văn Kín", TrangThai: 4, ThoiDiemXuLy: "20260805090000" };
  expect((await push({ data: [step] })).json).toMatchObject({ error_code: 0, changed: 1 });
  expect(await answerTo(CODE)).toContain("Bước 3/5");
  expect((await push({ data: [{ ...step, TrangThai: 2, ThoiDiemXuLy: "20260801000000" }] })).json).toMatchObject({
    stale: 1,
  });
  expect(await answerTo(CODE)).toContain("Bước 3/5");
});

test("of the fees of a synchronised dossier only what is to be paid now is kept, and only while it is", async () => {
  const code = "H12.34-260804-0600";
  const fees = [
    { TenPhiLePhi: "Lệ phí", HinhThucThu: "1", Gia: "30000" },
    { TenPhiLePhi: "Phí thẩm định", HinhThucThu: "2", Gia: "150000" },
    { TenPhiLePhi: "Phí trả kết quả", HinhThucThu: 4, Gia: 20_000 },
  ];
  const shows = async (some: object) => {
    expect((await push({ data: [sync({ MaHoSo: code, DanhSachLePhi: fees, ...some })] })).json.error_code).toBe(0);
    return answerTo(`${code} số cuối 5678`);
  };
  expect(await shows({ TrangThaiHoSo: "6" })).toContain("Cần nộp: 150.000 đồng");
  expect(await shows({ TrangThaiHoSo: "4" })).not.toMatch(/nộp: \d/);
  expect(await shows({ TrangThaiHoSo: "9" })).toContain("Lúc nhận kết quả cần nộp: 20.000 đồng");
  expect(await shows({ TrangThaiHoSo: "6", DanhSachLePhi: [{ HinhThucThu: "2", Gia: "theo thông báo" }] })).not.toMatch(
    /nộp: \d/,
  );
});

test("what is missing or to be paid is not said any more once the status has moved on", async () => {
  const code = "H12.34-260804-0601";
  const shows = () => answerTo(`${code} số cuối 5678`);
  const record = { code, status: 5, phone: "0912345678", missing: ["Bản vẽ tách thửa"] };
  await push({ records: [record] });
  expect(await shows()).toContain("Bản vẽ");
  await push({ records: [{ code, status: 5 }] });
  expect(await shows()).toContain("Bản vẽ");
  await push({ records: [{ code, status: 4 }] });
  await push({ records: [{ code, status: 5 }] });
  expect(await shows()).not.toContain("Bản vẽ");
});

test("the same batch again changes nothing", async () => {
  const batch = { records: [{ code: "H12.34-260901-0001", status: 4, dueOn: "2026-09-10" }] };
  expect((await push(batch)).json).toMatchObject({ new: 1 });
  expect((await push(batch)).json).toMatchObject({ new: 0, changed: 0, same: 1 });
});

test("of 1,200 records the wrong ones are told by place and the others are kept", async () => {
  const records = Array.from({ length: 1_200 }, (_, i) => ({
    code: `H12.35-260801-${String(i + 1).padStart(4, "0")}`,
    status: i === 700 ? 11 : 4,
    ...(i === 3 ? { dueOn: "31/02/2026" } : {}),
  }));
  records[9] = { code: "096204001234", status: 4 };
  const { status, json, text } = await push({ records });
  expect(status).toBe(200);
  expect(json).toMatchObject({ error_code: 1, received: 1_200, new: 1_197 });
  expect(json.failed.map(({ index }: { index: number }) => index)).toEqual([3, 9, 700]);
  expect(json.failed[0].reason).toContain("dueOn");
  // Staff are told once a day.
  await push({ records: [{ code: "?", status: 4 }] });
  const database = openSqliteDatabase(bot.databaseFile);
  const tasks = await database.read.selectFrom("staff_task").select("kind").execute();
  await database.close();
  expect(tasks).toEqual([{ kind: "dossiers.push" }]);
  expect(text).not.toContain("096204001234");
  expect(await answerTo("H12.35-260801-1200")).toContain("Bước 3/5");
});

test("names, addresses and phones of pushed records are nowhere in the data or the log", async () => {
  await push({ data: [sync({ MaHoSo: "H12.34-260804-0999" })] });
  await push({
    records: [{ code: "H12.34-260804-0998", status: 5, missing: ["CCCD số 096204001234"], phone: "0912345678" }],
  });
  // The write-ahead log too: what was only ever there is on the disk as well.
  for (const file of [bot.databaseFile, `${bot.databaseFile}-wal`]) {
    expect(readFileSync(file).toString("utf8")).not.toMatch(/Bí Mật|bimat@|ấp Kín|0912345678|096204001234|Văn Kín/);
  }
  expect(bot.logLines.join("\n")).not.toMatch(/Bí Mật|H12\.34|0912345678/);
});

test("with no token or a wrong one nothing is read", async () => {
  for (const token of [null, "", "x", `${TOKEN}x`, TOKEN.slice(1)]) {
    expect((await push("{ not even json", token)).status).toBe(401);
  }
});

test("what is no batch is refused in JSON", async () => {
  expect(await push("{")).toMatchObject({ status: 400, json: { error: expect.any(String) } });
  expect(await push({ data: "x" })).toMatchObject({ status: 400 });
  expect(await push("[]")).toMatchObject({ status: 200, json: { received: 0 } });
  expect(await push(JSON.stringify({ records: new Array(5_001).fill({}) }))).toMatchObject({ status: 400 });
  expect(await push(`"${"x".repeat(9 * 1024 * 1024)}"`)).toMatchObject({
    status: 413,
    json: { error: expect.any(String) },
  });
});

test("the description that is served is valid OpenAPI 3.1 of this very door", async () => {
  const description = (await (await fetch(`${bot.url}/api/openapi.json`)).json()) as Description;
  expect(description.openapi).toBe("3.1.0");
  expect(await new Validator().validate(JSON.parse(JSON.stringify(description)))).toEqual({ valid: true });
  const post = description.paths["/api/ho-so"].post;
  const schema = JSON.stringify(post.requestBody.content["application/json"]?.schema);
  for (const field of ["MaHoSo", "TrangThaiHoSo", "NgayHenTra", "ThoiDiemXuLy", "feeDue"])
    expect(schema).toContain(field);
  expect(Object.keys(post.responses)).toEqual(["200", "400", "401", "413", "503"]);
  const fits = (schema: object | undefined, value: unknown) => new Ajv2020({ strict: false }).validate(schema!, value);
  const request = post.requestBody.content["application/json"]?.schema;
  expect(fits(request, { data: [sync(), { MaHoSo: CODE, TrangThai: 4 }] })).toBe(true);
  expect(fits(request, { records: [{ code: CODE, status: 4 }] })).toBe(true);
  expect(fits(request, { records: [{ code: CODE, status: 4, fullName: "Nguyễn Văn A" }] })).toBe(false);
  const answer = post.responses["200"]?.content["application/json"]?.schema;
  const { json } = await push({
    records: [
      { code: "H12.34-260804-0997", status: 4 },
      { code: "?", status: 4 },
    ],
  });
  expect(json.failed).toHaveLength(1);
  expect(fits(answer, json)).toBe(true);
  expect(fits(answer, { error_code: 0 })).toBe(false);
});
