import { readFileSync } from "node:fs";
import { createHttpSource } from "../../src/dossiers/sources/http-source.ts";
import { sourceFor } from "../../src/dossiers/sources/routed-source.ts";
import { readSources } from "../../src/dossiers/sources/settings.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { captchaPage, type FakeOneStop, json, silent, startFakeOneStop } from "./fake-one-stop.ts";

const CODE = "H12.34-260804-0583";
const { pseudonym } = createSealer(new Uint8Array(32).fill(3));
const SECRETS = { DOSSIER_SECRET_A: "bi-mat-a", DOSSIER_SECRET_B: "bi-mat-b" };

let oneStop: FakeOneStop;
let other: FakeOneStop;
beforeAll(async () => {
  oneStop = await startFakeOneStop();
  other = await startFakeOneStop();
});
afterAll(() => Promise.all([oneStop.close(), other.close()]));
beforeEach(() => void oneStop.calls.splice(0));

function settings(more: object = {}) {
  const one = {
    name: "thu",
    prefixes: ["H12"],
    hosts: [oneStop.host],
    allow_http: true,
    url: `http://${oneStop.host}/tra?ma={code}`,
    timeout_ms: 150,
    attempts: 2,
    answer: {
      list: "content",
      fields: {
        code: "code",
        status: ["dossierStatus.name"],
        procedure_name: "procedure.translate.0.name",
        due_on: "appointmentDate",
        phone: "phone",
      },
    },
    ...more,
  };
  return readSources(JSON.stringify({ sources: [one] }), SECRETS)[0]!;
}
const source = (more: object = {}, now: () => number = Date.now) =>
  createHttpSource({ settings: settings(more), secrets: SECRETS, pseudonym, now });

const ANSWER = {
  content: [
    {
      code: CODE,
      applicant: { data: { fullname: "Nguyễn Văn A", address: "ấp 3" } },
      dossierStatus: { name: "Yêu cầu bổ sung giấy tờ" },
      procedure: { translate: [{ name: "Đăng ký khai sinh" }] },
      appointmentDate: "2026-08-14T17:00:00.000Z",
      phone: "0912 345 678",
    },
  ],
};

test("a dossier is read by the paths of the settings; name and address stay behind", async () => {
  oneStop.behave(json(ANSWER));
  const outcome = await source().ask(CODE);
  expect(outcome).toEqual({
    kind: "record",
    record: {
      code: CODE,
      status: 5,
      procedureName: "Đăng ký khai sinh",
      dueOn: "2026-08-15",
      phoneKey: expect.any(String),
    },
  });
  expect(JSON.stringify(outcome)).not.toMatch(/Nguyễn|ấp 3|5678?"/);
  expect(oneStop.calls).toEqual([{ method: "GET", url: `/tra?ma=${CODE}`, authorization: "", body: "" }]);
});

test("an empty list, a 404, and a list of others mean that there is no such dossier", async () => {
  for (const behaviour of [
    json({ content: [] }),
    json({ message: "not found" }, 404),
    json({ content: [{ code: "H12.34-260804-0584", dossierStatus: { name: "Đang xử lý" } }] }),
  ]) {
    oneStop.behave(behaviour);
    expect(await source().ask(CODE)).toEqual({ kind: "unknown-code" });
  }
});

test.each([
  ["a page that asks for a captcha", captchaPage, "no JSON object"],
  ["wrong JSON", json({ content: "x" }), "no list where one should be"],
  ["a broken body", ((_req, res) => void res.end('{"content": [')) as typeof silent, "no JSON object"],
  ["a status that nobody told us of", json({ content: [{ code: CODE, dossierStatus: { name: "Lạ" } }] }), /status/],
  ["500", json({}, 500), "status 500"],
  ["403", json({}, 403), "status 403"],
  ["a redirect", ((_req, res) => void res.writeHead(302, { Location: "/khac" }).end()) as typeof silent, "status 302"],
  ["silence", silent, "timeout"],
  ["a closed line", ((req) => void req.socket.destroy()) as typeof silent, /./],
])("%s is no answer, and it is asked once more", async (_name, behaviour, why) => {
  oneStop.behave(behaviour);
  const outcome = await source().ask(CODE);
  expect(outcome).toEqual({ kind: "unavailable", why: expect.stringMatching(why) });
  expect(oneStop.calls).toHaveLength(2);
});

test("a second try that answers is as good as the first", async () => {
  let tries = 0;
  oneStop.behave((req, res, body) => (++tries === 1 ? json({}, 502) : json(ANSWER))(req, res, body));
  expect(await source().ask(CODE)).toMatchObject({ kind: "record" });
});

test("a source that keeps failing is left in peace, then tried again", async () => {
  let now = 0;
  const failing = source({ attempts: 1 }, () => now);
  oneStop.behave(json({}, 500));
  for (let i = 0; i < 3; i++) await failing.ask(CODE);
  expect(await failing.ask(CODE)).toEqual({ kind: "unavailable", why: "resting" });
  expect(oneStop.calls).toHaveLength(3);
  oneStop.behave(json(ANSWER));
  now = 5_001;
  expect(await failing.ask(CODE)).toMatchObject({ kind: "record" });
  expect(await failing.ask(CODE)).toMatchObject({ kind: "record" });
});

test("no redirect leads to a host that the settings do not name", async () => {
  oneStop.behave((_req, res) => void res.writeHead(307, { Location: `http://${other.host}/` }).end());
  await source().ask(CODE);
  expect(other.calls).toEqual([]);
});

test.each([
  ["another host", { url: "https://xau.example.com/{code}" }, "is not one of the hosts"],
  ["no TLS without leave", { allow_http: false }, "must begin with https"],
  ["a user in the address", { url: "http://a:b@127.0.0.1/{code}" }, "holds a user name"],
  [
    "a token from elsewhere",
    {
      auth: {
        kind: "client_credentials",
        token_url: "https://xau.example.com/t",
        client_id: "DOSSIER_SECRET_A",
        client_secret: "DOSSIER_SECRET_B",
      },
    },
    "xau.example.com",
  ],
  ["a secret in the file itself", { auth: { kind: "bearer", token: "abc" } }, "not the secret"],
  ["a secret that is not set", { auth: { kind: "bearer", token: "DOSSIER_SECRET_C" } }, "DOSSIER_SECRET_C is not set"],
  ["a GET without the code", { url: "http://HOST/tra" }, "needs {code}"],
  ["more patience than a turn has", { timeout_ms: 4_000, attempts: 2 }, "somebody is waiting"],
  ["an unknown setting", { prefix: "H12" }, "prefix"],
])("settings with %s are refused at the start", (_name, more, problem) => {
  const text = JSON.parse(JSON.stringify(more).replaceAll("HOST", oneStop.host)) as object;
  expect(() => settings(text)).toThrow(problem);
});

test("a token is fetched once, kept, and fetched anew when it is refused", async () => {
  let refuse = false;
  let given = 0;
  oneStop.behave((req, res, body) => {
    if (req.url === "/token") return json({ access_token: `t${++given}`, expires_in: 300 })(req, res, body);
    return (refuse ? json({}, 401) : json(ANSWER))(req, res, body);
  });
  const how = {
    kind: "client_credentials",
    token_url: `http://${oneStop.host}/token`,
    client_id: "DOSSIER_SECRET_A",
    client_secret: "DOSSIER_SECRET_B",
  };
  const asked = source({ auth: how, attempts: 1 });
  await asked.ask(CODE);
  await asked.ask(CODE);
  expect(given).toBe(1);
  expect(oneStop.calls[0]!.body).toBe("grant_type=client_credentials&client_id=bi-mat-a&client_secret=bi-mat-b");
  expect(oneStop.calls[2]!.authorization).toBe("Bearer t1");
  refuse = true;
  expect(await asked.ask(CODE)).toMatchObject({ kind: "unavailable" });
  refuse = false;
  await asked.ask(CODE);
  expect(oneStop.calls.at(-1)!.authorization).toBe("Bearer t2");
});

test("the most exact prefix decides who is asked; an old code belongs to its province", () => {
  const named = (name: string) => ({ name, ask: async () => ({ kind: "unknown-code" }) as const });
  const routes = [
    { prefixes: ["H12"], source: named("tinh") },
    { prefixes: ["H12.34"], source: named("xa") },
    { prefixes: ["G22.99"], source: named("quoc-gia") },
  ];
  const asked = (code: string) => sourceFor(code, routes)?.name ?? "register";
  expect(asked("H12.34-260804-0583")).toBe("xa");
  expect(asked("H12.34.05-260804-0583")).toBe("xa");
  expect(asked("H12.345-260804-0583")).toBe("tinh");
  expect(asked("000.00.19.H12-260804-0583")).toBe("tinh");
  expect(asked("G22.99.08-260921-896048")).toBe("quoc-gia");
  expect(asked("H47-260105-0001")).toBe("register");
});

test.each(["nguon-ho-so.igate.yaml", "nguon-ho-so.dong-bo-quoc-gia.yaml"])("the example %s can be used", (name) => {
  const secrets = { DOSSIER_SECRET_IGATE_ID: "a", DOSSIER_SECRET_IGATE_SECRET: "b", DOSSIER_SECRET_LGSP: "c" };
  expect(readSources(readFileSync(`docs/examples/${name}`, "utf8"), secrets)).toHaveLength(1);
});

test("the national synchronisation record is read by its example", async () => {
  const text = readFileSync("docs/examples/nguon-ho-so.dong-bo-quoc-gia.yaml", "utf8")
    .replaceAll("https://lgsp.example.gov.vn", `http://${oneStop.host}`)
    .replace("hosts: [lgsp.example.gov.vn]", `hosts: ['${oneStop.host}']\n    allow_http: true`);
  const [one] = readSources(text, { DOSSIER_SECRET_LGSP: "c" });
  oneStop.behave(
    json({
      error_code: 0,
      result: [
        { MaHoSo: CODE, TrangThaiHoSo: "4", TenTTHC: "Khai sinh", ChuHoSo: "Trần B", NgayHenTra: "20260814170000" },
      ],
    }),
  );
  const outcome = await createHttpSource({
    settings: one!,
    secrets: { DOSSIER_SECRET_LGSP: "c" },
    pseudonym,
    now: Date.now,
  }).ask(CODE);
  expect(outcome).toMatchObject({
    kind: "record",
    record: { status: 4, procedureName: "Khai sinh", dueOn: "2026-08-14" },
  });
  expect(JSON.parse(oneStop.calls[0]!.body)).toEqual({ service: "TraCuuHoSo", MaHoSo: CODE });
  oneStop.behave(json({ error_code: 7, result: [] }));
  expect(
    await createHttpSource({ settings: one!, secrets: { DOSSIER_SECRET_LGSP: "c" }, pseudonym, now: Date.now }).ask(
      CODE,
    ),
  ).toMatchObject({ kind: "unavailable" });
});
