import http from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { IncomingEvent } from "../../src/channel/message.ts";
import { signZaloBody } from "../../src/channel/zalo/signature.ts";
import { createWebhook, type WebhookSettings } from "../../src/channel/zalo/webhook.ts";
import { Unavailable } from "../../src/errors.ts";
import { APP, bodyLike, OA, readSample, SECRET, sampleNames } from "./zalo-samples.ts";

let accepted: IncomingEvent[] = [];
let counted: string[] = [];
let logged: string[] = [];
let accept: WebhookSettings["accept"];
let server: http.Server;
let port: number;

beforeEach(async () => {
  [accepted, counted, logged] = [[], [], []];
  const keys = new Set<string>();
  accept = async (event) => {
    accepted.push(event);
    if (keys.has(event.key)) return "duplicate";
    keys.add(event.key);
    return "new";
  };
  server = http.createServer(
    createWebhook({
      appId: APP,
      oaIds: new Set([OA]),
      secrets: ["new secret", SECRET],
      mask: (text) => (text.includes("poison") ? crash() : text),
      accept: (event) => accept(event),
      count: (name, outcome) => counted.push(`${name} ${outcome}`),
      log: { error: (details, message) => logged.push(JSON.stringify(details) + message) },
      bodyTimeoutMs: 300,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function crash(): never {
  throw new Error("the citizen wrote poison");
}

type Answer = { readonly status: number; readonly headers: Headers };
async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body, headers });
  await answer.text();
  return answer;
}

function signed(body: string | Uint8Array, timestamp = "1763776800123"): Record<string, string> {
  const rawBody = typeof body === "string" ? Buffer.from(body) : body;
  return { "X-ZEvent-Signature": signZaloBody({ appId: APP, rawBody, timestamp, secret: SECRET }) };
}
const postSigned = (body: string) => post(body, signed(body));
const lastText = () => {
  const body = accepted.at(-1)?.body;
  return body?.kind === "message" && body.content.kind === "text" ? body.content.text : undefined;
};

test("every sample is answered 200, and only what we act on is handed on", async () => {
  for (const name of sampleNames) {
    const body = readSample(name);
    const { timestamp } = JSON.parse(body) as { timestamp: string };
    expect([name, (await post(body, signed(body, timestamp))).status]).toEqual([name, 200]);
  }
  expect(counted).toHaveLength(sampleNames.length);
  expect(accepted.length).toBeGreaterThan(25);
  expect(accepted.map((event) => event.body.kind)).not.toContain("ignored");
  expect(accepted.map((event) => event.name).join()).not.toMatch(/group|received|seen/);
});

test("the console's probe and its test message are answered 200 and not handed on", async () => {
  expect((await post(readSample("_probe_empty"))).status).toBe(200);
  const test = readSample("_console_test.user_send_text");
  expect((await post(test, signed(test, "154390853474"))).status).toBe(200);
  expect(counted).toEqual(["- probe", "user_send_text not-our-oa"]);
  expect(accepted).toEqual([]);
});

test("a duplicate is answered 200 and counted as one", async () => {
  await postSigned(bodyLike("user_send_text"));
  expect((await postSigned(bodyLike("user_send_text"))).status).toBe(200);
  expect(counted).toEqual(["user_send_text new", "user_send_text duplicate"]);
});

test("a body that is not signed, wrongly signed or changed is answered 401", async () => {
  const body = bodyLike("user_send_text");
  const right = signed(body);
  const changed = body.replace("khai sinh", "khai tử");
  const wrongly = [{}, { "X-ZEvent-Signature": "mac=" }, { "X-ZEvent-Signature": "mac=" + "0".repeat(64) }];
  for (const headers of wrongly) expect((await post(body, headers)).status).toBe(401);
  expect((await post(changed, right)).status).toBe(401);
  expect((await post(JSON.stringify(JSON.parse(body), null, 1), right)).status).toBe(401);
  expect((await post("x".repeat(5000))).status).toBe(401);
  const timeless = bodyLike("user_send_text", { timestamp: undefined });
  expect((await post(timeless, signed(timeless, ""))).status).toBe(401);
  expect(accepted).toEqual([]);
  expect((await post(body, right)).status).toBe(200);
});

test("a signature header sent twice is answered 401", async () => {
  const body = bodyLike("user_send_text");
  const value = signed(body)["X-ZEvent-Signature"]!;
  const status = await new Promise((resolve) => {
    const headers = { "X-ZEvent-Signature": [value, value], "content-length": Buffer.byteLength(body) };
    http.request({ port, method: "POST", headers }, (res) => resolve(res.statusCode)).end(body);
  });
  expect(status).toBe(401);
});

test.each([
  ["empty", ""],
  ["null", "null"],
  ["an array", "[]"],
  ["a word", '"user_send_text"'],
  ["a number", "1"],
  ["cut short", '{"event_name":"user_send_te'],
  ["a very deep array", "[".repeat(10_000) + "]".repeat(10_000)],
  ["a deep array never closed", '{"a":'.repeat(30_000)],
  ["long numbers nested deep", `{"a":${"[".repeat(30_000)}12345678901234567890${"]".repeat(30_000)}}`],
])("a body that is %s is refused as the sender's fault", async (_name, body) => {
  expect((await post(body, signed(body, ""))).status).toBe(400);
  expect(accepted).toEqual([]);
  expect((await post("{}")).status).toBe(200);
});

test("what is rightly signed is answered 200, however odd", async () => {
  const event = (change: Record<string, unknown>) => bodyLike("user_send_text", change);
  const text = (words: string) => event({ message: { text: words, msg_id: String(Math.random()) } });
  const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  const odd = [
    event({ event_name: "never_heard_of" }),
    event({ event_name: "__proto__" }),
    event({ event_name: 7 }),
    event({ event_name: null }),
    event({ message: null }),
    event({ message: { text: "không có msg_id" } }),
    event({ sender: "x", recipient: [] }),
    event({ sender: { id: OA } }),
    '{"__proto__":{"event_name":"follow"},"constructor":1,"timestamp":"1763776800123"}',
    bodyLike("user_send_text").replace(/"text":"[^"]*"/, `"text":${deep}`),
    bodyLike("user_send_text").replace(/"text":"[^"]*"/, '"text":"\\ud800 \\u0000 x"'),
    text("\u200b\u202etrái\u2066 👨‍👩‍👧‍👦"),
    text("x".repeat(5000)),
    text("thủ tục".normalize("NFD")),
  ];
  for (const body of odd)
    expect([body.slice(0, 200), (await postSigned(body)).status]).toEqual([body.slice(0, 200), 200]);
  expect(lastText()).toBe("thủ tục");
});

test("a byte order mark before a signed body is passed over", async () => {
  expect((await postSigned("\ufeff" + bodyLike("user_send_text"))).status).toBe(200);
  expect(accepted).toHaveLength(1);
});

test("ids beyond 2^53 written as numbers keep every digit", async () => {
  await postSigned(bodyLike("user_send_text").replace('"2468458835291900001"', "2468458835291900001"));
  expect(accepted[0]?.body).toMatchObject({ from: { citizenId: "2468458835291900001" } });
});

test("an event on which our own reading fails is answered 200 and logged without a word of it", async () => {
  expect((await postSigned(bodyLike("user_send_text", { message: { text: "poison", msg_id: "1" } }))).status).toBe(200);
  expect(counted).toEqual(["- unreadable"]);
  expect(logged).toHaveLength(1);
  expect(logged.join()).not.toContain("poison");
});

test("what cannot be kept is answered 503 and asked for again", async () => {
  for (const failure of [new Unavailable("storage.full", "no room"), new Error("a bug")]) {
    accept = () => Promise.reject(failure);
    const answer = await postSigned(bodyLike("user_send_text"));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
  }
});

test("over 256 KB is answered 413, whether the length is told or not", async () => {
  const big = "x".repeat(256 * 1024 + 1);
  expect((await post(big)).status).toBe(413);
  expect((await post("x".repeat(3_000_000))).status).toBe(413);
  const chunked = await new Promise((resolve) => {
    const req = http.request({ port, method: "POST" }, (res) => resolve(res.statusCode));
    for (let sent = 0; sent < 5; sent++) req.write("x".repeat(100_000));
    req.end();
  });
  expect(chunked).toBe(413);
  const fits = bodyLike("user_send_text", { padding: "x".repeat(250_000) });
  expect((await postSigned(fits)).status).toBe(200);
});

test("a packed body is refused, never unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  expect((await post(new Uint8Array(bomb), { "content-encoding": "gzip" })).status).toBe(415);
  expect((await post("{}", { "content-encoding": "identity" })).status).toBe(200);
});

test("GET and HEAD say that the door is there; other methods are refused", async () => {
  const ask = (method: string) => fetch(`http://127.0.0.1:${port}/`, { method }).then((res) => res.status);
  expect(await Promise.all(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].map(ask))).toEqual([200, 200, 405, 405, 405]);
});

const head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";
const opened = () =>
  new Promise<Socket>((resolve) => {
    const socket: Socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.on("error", () => {});
  });

test("a body that tells it is too large is refused before it arrives", async () => {
  const socket = await opened();
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n");
  const said = await new Promise<Buffer>((resolve) => socket.once("data", resolve));
  expect(said.toString()).toContain("HTTP/1.1 413");
  socket.destroy();
});

test("slow senders are cut off with 408 while others are served", async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, opened));
  const answers = slow.map((socket) => {
    socket.write(`${head}{`);
    const drip = setInterval(() => socket.write(" "), 20);
    return new Promise<string>((resolve) => {
      let said = "";
      socket.on("data", (chunk) => {
        said += chunk;
      });
      socket.on("close", () => {
        clearInterval(drip);
        resolve(said.slice(0, 12));
      });
    });
  });
  expect((await postSigned(bodyLike("user_send_text"))).status).toBe(200);
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["HTTP/1.1 408"]));
});

test("a sender that leaves in the middle of a body disturbs nobody", async () => {
  for (let times = 0; times < 20; times++) {
    const socket = await opened();
    socket.write(`${head}{"event_name":`);
    socket.resetAndDestroy();
  }
  expect((await postSigned(bodyLike("user_send_text"))).status).toBe(200);
  expect(counted).toEqual(["user_send_text new"]);
});

test("random bodies and headers never bring a 5xx", async () => {
  const json = fc.json({ maxDepth: 4 });
  const event = fc
    .record({
      event_name: fc.constantFrom("user_send_text", "follow", "x"),
      message: fc.anything(),
      sender: fc.anything(),
    })
    .map((body) => JSON.stringify({ ...body, timestamp: "1763776800123", oa_id: OA }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(json, event, fc.string({ unit: "binary" })), fc.boolean(), async (body, sign) => {
      const { status } = await post(body, sign ? signed(body) : {});
      expect([200, 400, 401]).toContain(status);
    }),
    { numRuns: 1000 },
  );
});
