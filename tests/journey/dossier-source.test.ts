import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOSSIER_DEFAULTS } from "../../src/config.ts";
import { captchaPage, type FakeOneStop, json, silent, startFakeOneStop } from "../dossiers/fake-one-stop.ts";
import { type Bot, startBot } from "../support/bot.ts";

const CODE = "H12.34-260804-0583";
const folder = mkdtempSync(join(tmpdir(), "mot-cua-sources-"));
let oneStop: FakeOneStop;
let bot: Bot;
beforeAll(async () => {
  oneStop = await startFakeOneStop();
  const sourcesFile = join(folder, "nguon.yaml");
  writeFileSync(
    sourcesFile,
    `sources:
  - name: igate
    prefixes: [H12]
    hosts: ['${oneStop.host}']
    allow_http: true
    url: http://${oneStop.host}/pa/dossier-search/dvc?code={code}
    timeout_ms: 200
    attempts: 2
    auth: {kind: bearer, token: DOSSIER_SECRET_THU}
    answer:
      list: content
      fields: {code: code, status: dossierStatus.id, due_on: appointmentDate}
`,
  );
  const secrets = { DOSSIER_SECRET_THU: "mat-khau-thu" };
  bot = await startBot({ config: { dossiers: { ...DOSSIER_DEFAULTS, sourcesFile, secrets } } });
}, 120_000);
afterAll(async () => {
  await bot?.stop();
  await oneStop.close();
  rmSync(folder, { recursive: true, force: true });
});

async function answerTo(text: string): Promise<string> {
  const citizen = bot.zalo.citizen();
  await citizen.sends(text);
  return (await citizen.nextMessage()).text;
}
const dossier = (status: number, code = CODE) => json({ content: [{ code, dossierStatus: { id: status } }] });

test("the one-stop system is asked for a code of its own, and its answer is given", async () => {
  oneStop.behave(dossier(4));
  expect(await answerTo(`hồ sơ ${CODE} tới đâu rồi`)).toContain("Bước 3/5");
  expect(oneStop.calls.at(-1)).toMatchObject({
    url: `/pa/dossier-search/dvc?code=${CODE}`,
    authorization: "Bearer mat-khau-thu",
  });
  expect(bot.logLines.join("\n")).not.toContain("mat-khau-thu");
});

test("without a token in the settings nothing can be pushed", async () => {
  const response = await fetch(`${bot.url}/api/ho-so`, {
    method: "POST",
    headers: { Authorization: "Bearer " },
    body: "{}",
  });
  expect(response.status).toBe(404);
});

test("a code of another province is not sent to it", async () => {
  const before = oneStop.calls.length;
  expect(await answerTo("H36.17-260630-0402")).not.toContain("Bước");
  expect(oneStop.calls).toHaveLength(before);
});

test.each([
  ["is silent", silent],
  ["shows a captcha", captchaPage],
  ["breaks", json({}, 500)],
] as const)("when it %s, the last known status is said, with its time", async (_how, behaviour) => {
  oneStop.behave(behaviour);
  const text = await answerTo(CODE);
  expect(text).toContain("Bước 3/5");
  expect(text).toMatch(/không trả lời.*lúc \d+ giờ.*có thể đã khác/);
});

test("when it is down and nothing was known before, that is said, and no status", async () => {
  oneStop.behave(json({}, 500));
  const text = await answerTo("H12.34-260804-0777");
  expect(text).toContain("không trả lời");
  expect(text).not.toMatch(/Bước|không thấy hồ sơ/);
});
