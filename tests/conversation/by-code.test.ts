/** Codes from printed sheets, typed in chat: over the real records and the real understanding. */
import { readdirSync, readFileSync } from "node:fs";
import { readProcedureCode } from "../../src/knowledge/index.ts";
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, textOf, titlesOf } from "./builders.ts";
import { realKnowledge } from "./real-knowledge.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const dossiers = dossiersOf({});
const assistant = await loadAssistant({ dossiers, now: () => NOW });

async function says(text: string, state = SEEN) {
  const from = { oaId: "1", citizenId: "2" };
  return assistant.responder.respond({ from, content: { kind: "text", text }, state, now: NOW });
}

const BIRTH = /^Đăng ký khai sinh: cần tờ khai/;

test.each(["KS1", "ks1", "KS 1", "ks 1", "ks-1", "KS01", "gửi KS1", "dạ em gửi mã ks1 ạ", "mã: KS1.", "“KS1”", "#ks1"])(
  "%j is answered with the procedure",
  async (text) => {
    const turn = await says(text);
    expect(turn.decision).toBe("answer");
    expect(textOf(turn)).toMatch(BIRTH);
  },
);

test.each(["1.001193", "mã thủ tục 1.001193", "1.001193.H12", "1.001193.000.00.00.H12", "1,001193", "1001193"])(
  "the official code in %j is answered with its procedure",
  async (text) => {
    expect(textOf(await says(text))).toMatch(BIRTH);
  },
);

test("what is asked beside a code is answered", async () => {
  expect(textOf(await says("ks1 cần giấy tờ gì"))).toMatch(/^Đăng ký khai sinh (thường )?cần:/);
  expect(textOf(await says("KS1 het bao nhieu tien"))).toMatch(/^Đăng ký khai sinh, lệ phí/);
  expect(textOf(await says("thủ tục 1.001193 nộp ở đâu"))).toMatch(/^Đăng ký khai sinh, nơi giải quyết/);
});

test("after a code the conversation stays with its procedure", async () => {
  const first = await says("KH1");
  expect(textOf(await says("lệ phí bao nhiêu", first.state))).toMatch(/^Đăng ký kết hôn/);
});

test("a code that several procedures share is asked back", async () => {
  const turn = await says("1.116410");
  expect(turn.decision).toBe("ask_back");
  expect(titlesOf(turn)).toContain("Cấp đổi thẻ căn cước");
  expect(textOf(await says("cấp lại thẻ căn cước", turn.state))).toMatch(/^Cấp lại thẻ căn cước/);
});

test("a dossier code stays a dossier code, whatever stands beside it", async () => {
  await says("H12.34-260804-0583 của thủ tục KS1");
  expect(dossiers.asked).toEqual(["H12.34-260804-0583"]);
});

test.each([
  "1.001.193",
  "1.001193.500 đồng",
  "12.001193",
  "ks1000",
  "69KS1-123.45",
  "KS1.234",
  "taks1",
  "ks1a",
  "KT3",
  "CT07",
])("%j is no code", (text) => {
  expect(readProcedureCode(text, realKnowledge)).toBeNull();
});

test.each(["nhà cách cc 2 cây số", "em ở kd 3 phường 5"])(
  "a loose spelling amid other words, as in %j, is no code",
  (text) => {
    expect(readProcedureCode(text, realKnowledge)).toBeNull();
  },
);

test("words about something else win over a code that merely stands among them", async () => {
  expect(textOf(await says("tôi muốn đăng ký kết hôn, bạn tôi nói ks1"))).not.toMatch(BIRTH);
});

test("a code no longer used is known as such", () => {
  const retired = { ...realKnowledge, shortCodes: new Map([["ZZ1", { code: "ZZ1", procedure: null }]]) };
  expect(readProcedureCode("zz1", retired)).toEqual({ ids: [], code: "ZZ1", rest: "" });
});

test("no ordinary message of the labelled questions is taken for a code", () => {
  const folders = ["tests/golden/tuned", "tests/golden/unseen"];
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) =>
      readFileSync(`${folder}/${name}`, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text),
    ),
  );
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => readProcedureCode(text, realKnowledge) !== null)).toEqual([]);
});
