import type { Conversation, Reply } from "../../src/channel/message.ts";
import { createZaloClient } from "../../src/channel/zalo/client.ts";
import { createHttp, type Http } from "../../src/channel/zalo/http.ts";
import { Invalid, Unavailable } from "../../src/errors.ts";
import { hang, inTurn, json, raw, reset, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";
import { CITIZEN, OA } from "./zalo-samples.ts";

let zalo: ScriptedServer;
let http: Http;
let renewals: string[];

beforeEach(async () => {
  zalo = await startScriptedServer();
  http = createHttp(200);
  renewals = [];
});
afterEach(async () => {
  http.close();
  await zalo.close();
});

const tokens = {
  current: async () => "token-1",
  renew: async (_oaId: string, stale: string) => {
    renewals.push(stale);
    return "token-2";
  },
};
const citizen: Conversation = { oaId: OA, citizenId: CITIZEN };
const reply = (text: string, buttons: Reply["buttons"] = []): Reply => ({
  text,
  buttons,
  provenance: { records: [], facts: [], knowledgeVersion: "1" },
});
const sent = json({ data: { message_id: "63ecf43f0df7dba892e6", user_id: CITIZEN }, error: 0, message: "Success" });
const voice = (openapiUrl = zalo.url, more: object = {}) => createZaloClient({ openapiUrl, http, tokens, ...more });
const send = (message = reply("Dạ, em chào anh/chị"), to = citizen) => voice().send(to, message);
const bodyAsked = () => JSON.parse(zalo.asked.at(-1)?.body ?? "null") as Record<string, never>;

test("a text goes to the consultation endpoint with the token in its own header", async () => {
  zalo.answer = sent;
  expect(await send()).toEqual({ kind: "sent", messageId: "63ecf43f0df7dba892e6" });
  expect(zalo.asked[0]).toMatchObject({ path: "/v3.0/oa/message/cs", headers: { access_token: "token-1" } });
  expect(zalo.asked[0]?.headers).not.toHaveProperty("authorization");
  expect(zalo.asked[0]?.headers).not.toHaveProperty("appsecret_proof");
  expect(bodyAsked()).toEqual({ recipient: { user_id: CITIZEN }, message: { text: "Dạ, em chào anh/chị" } });
});

test("buttons become hidden words, an address or a number", async () => {
  zalo.answer = sent;
  await send(
    reply("Chọn giúp em ạ", [
      { title: "Lệ phí", say: "#phi" },
      { title: "Mở Cổng", open: "https://dichvucong.gov.vn" },
      { title: "Gọi", call: "0290 383 1234" },
      { title: "Gọi 111", call: "111" },
    ]),
  );
  expect(bodyAsked().message).toEqual({
    text: "Chọn giúp em ạ",
    attachment: {
      type: "template",
      payload: {
        buttons: [
          { title: "Lệ phí", type: "oa.query.hide", payload: "#phi" },
          { title: "Mở Cổng", type: "oa.open.url", payload: { url: "https://dichvucong.gov.vn" } },
          { title: "Gọi", type: "oa.open.phone", payload: { phone_code: "842903831234" } },
          { title: "Gọi 111", type: "oa.open.phone", payload: { phone_code: "111" } },
        ],
      },
    },
  });
});

test("a visitor who is not signed in gets the same as plain text at the other endpoint", async () => {
  zalo.answer = sent;
  const visitor = { oaId: OA, citizenId: "9007199254740990001", anonymousConversationId: "c0a8" };
  await send(
    reply("Dạ", [
      { title: "Lệ phí", say: "#phi" },
      { title: "Gọi", call: "111" },
    ]),
    visitor,
  );
  expect(zalo.asked[0]?.path).toBe("/v2.0/oa/message");
  expect(bodyAsked()).toEqual({
    recipient: { anonymous_id: "9007199254740990001", conversation_id: "c0a8" },
    message: { text: "Dạ\n• Lệ phí\n• Gọi: 111" },
  });
});

test("2,000 characters are counted in code points after composing", async () => {
  zalo.answer = sent;
  expect((await send(reply("ế".normalize("NFD").repeat(2000)))).kind).toBe("sent");
  expect((await send(reply("👍".repeat(2000)))).kind).toBe("sent");
});

const button = { title: "Lệ phí", say: "#phi" };
test.each([
  ["2,001 characters", reply("x".repeat(2001)), "zalo.text-long"],
  ["no text", reply(" \n"), "zalo.text-empty"],
  ["six buttons", reply("Dạ", Array(6).fill(button)), "zalo.buttons"],
  ["a long title", reply("Dạ", [{ ...button, title: "x".repeat(101) }]), "zalo.button-title"],
  ["a title without words", reply("Dạ", [{ ...button, title: "" }]), "zalo.button-title"],
  ["a long payload", reply("Dạ", [{ title: "Phí", say: "x".repeat(1001) }]), "zalo.payload"],
  ["no web address", reply("Dạ", [{ title: "Mở", open: "javascript:alert(1)" }]), "zalo.url"],
  ["no phone number", reply("Dạ", [{ title: "Gọi", call: "tổng đài" }]), "zalo.phone"],
])("a reply with %s is refused before it is sent, and concerns only itself", async (_name, message, code) => {
  expect(await send(message)).toEqual({ kind: "refused", code, todo: "give-up" });
  expect(zalo.asked).toEqual([]);
});

test.each([
  ["retry-once", "-200"],
  ["retry", "-214"],
  ["wait", "-32 -211 -218 -234"],
  ["give-up", "-213 -217 -227 -230 -232 -244 -100 -201 -210 -233 -249 -403"],
  ["tell-staff", "-204 -205 -209 -212 -219 -221 -223 -224 -235 -237 -238 -240 -241 -242 -248 -320 -321"],
  ["tell-staff", "-1340 -1341 -99999 12"],
])("what to do is to %s after %s", async (todo, codes) => {
  for (const code of codes.split(" ")) {
    zalo.answer = json({ error: Number(code), message: "…" });
    expect(await send()).toEqual({ kind: "refused", code, todo });
  }
});

test.each(["-216", "-220", "-124", "216", "401", "-401"])("a token refused with %s is renewed once", async (code) => {
  zalo.answer = inTurn(json({ error: Number(code) }), sent);
  expect((await send()).kind).toBe("sent");
  expect(renewals).toEqual(["token-1"]);
  expect(zalo.asked.map((asked) => asked.headers.access_token)).toEqual(["token-1", "token-2"]);
  zalo.answer = json({ error: Number(code) });
  expect(await send()).toEqual({ kind: "refused", code, todo: "tell-staff" });
  expect(zalo.asked).toHaveLength(4);
});

test("a bare 401 renews the token too", async () => {
  zalo.answer = inTurn(raw("", 401), sent);
  expect((await send()).kind).toBe("sent");
});

test.each([
  ["a reset", reset, "http.ECONNRESET"],
  ["no answer in time", hang, "http.timeout"],
  [
    "an answer that is cut short",
    (res: Parameters<typeof reset>[0]) => {
      res.writeHead(200, { "content-length": "100" }).write('{"error":0');
      setImmediate(() => res.destroy());
    },
    expect.stringMatching(/^http\./),
  ],
  [
    "an answer that drips",
    (res: Parameters<typeof reset>[0]) => {
      const drip = setInterval(() => res.write(" "), 20);
      res.on("close", () => clearInterval(drip));
    },
    "http.timeout",
  ],
  ["500", raw("oops", 500), "http.500"],
  ["502", raw("<html>", 502), "http.502"],
  ["503", raw("", 503), "http.503"],
  ["invalid JSON", raw("{"), "http.no-answer"],
  ["JSON without error", json({ hello: 1 }), "http.no-answer"],
  [
    "an endless answer",
    json({ error: 0, data: { message_id: "1" }, more: "x".repeat(300_000) }),
    expect.stringMatching(/^http\./),
  ],
])("after %s the message may have been sent: unknown", async (_name, answer, why) => {
  zalo.answer = answer;
  expect(await send()).toEqual({ kind: "unknown", why });
  expect(zalo.asked).toHaveLength(1);
});

test.each([
  ["an error told with status 500", json({ error: -32 }, 500), "-32", "wait"],
  ["429", raw("", 429), "http.429", "wait"],
  ["404", raw("", 404), "http.404", "tell-staff"],
  ["a redirect", raw("", 302), "http.302", "tell-staff"],
])("%s is a clear refusal", async (_name, answer, code, todo) => {
  zalo.answer = answer;
  expect(await send()).toEqual({ kind: "refused", code, todo });
});

test("the token is not carried to where a redirect points", async () => {
  zalo.answer = (res) => res.writeHead(307, { location: "/elsewhere" }).end();
  expect(await send()).toEqual({ kind: "refused", code: "http.307", todo: "tell-staff" });
  expect(zalo.asked).toHaveLength(1);
});

test("when no connection can be made nothing was sent: try again", async () => {
  const { url } = zalo;
  await zalo.close();
  expect(await voice(url).send(citizen, reply("Dạ"))).toEqual({
    kind: "refused",
    code: "http.ECONNREFUSED",
    todo: "retry",
  });
  const nowhere = await voice("http://khong-co.invalid").send(citizen, reply("Dạ"));
  expect(nowhere).toMatchObject({ kind: "refused", todo: "retry" });
  zalo = await startScriptedServer();
});

test.each([
  [new Unavailable("zalo.refresh-paused", "…"), "wait"],
  [new Unavailable("zalo.refresh-busy", "…"), "wait"],
  [new Unavailable("http.ECONNREFUSED", "…"), "retry"],
  [new Unavailable("storage.busy", "…"), "retry"],
  [new Unavailable("zalo.not-linked", "…"), "tell-staff"],
  [new Unavailable("zalo.oauth.-14014", "…"), "tell-staff"],
  [new Invalid("secrets.open", "…"), "tell-staff"],
])("without a token because of %p nothing is sent", async (failure, todo) => {
  const client = voice(zalo.url, { tokens: { ...tokens, current: () => Promise.reject(failure) } });
  expect(await client.send(citizen, reply("Dạ"))).toEqual({ kind: "refused", code: failure.code, todo });
  expect(zalo.asked).toEqual([]);
});

// The proof was computed with openssl.
test("with the app's secret each request carries its proof", async () => {
  zalo.answer = sent;
  await voice(zalo.url, { proveWithAppSecret: "app-secret" }).send(citizen, reply("Dạ"));
  expect(zalo.asked[0]?.headers.appsecret_proof).toBe(
    "8e4416844a305cc4fe40bc8a5515230210fdd8442bd755396dd7e12d77c01b4f",
  );
});

test("a message id written as a number keeps every digit, and success without one is success", async () => {
  zalo.answer = raw('{"error":0,"data":{"message_id":1234567890123456789}}');
  expect(await send()).toEqual({ kind: "sent", messageId: "1234567890123456789" });
  zalo.answer = json({ error: 0, message: "Success" });
  expect(await send()).toEqual({ kind: "sent", messageId: "" });
});
