/** The door and the voice together, against the local Zalo. */
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Conversation, IncomingEvent, Reply } from "../../src/channel/message.ts";
import type { Voice } from "../../src/channel/voice.ts";
import { createZaloClient } from "../../src/channel/zalo/client.ts";
import { createHttp, type Http } from "../../src/channel/zalo/http.ts";
import { storePair } from "../../src/channel/zalo/link.ts";
import { createOauth } from "../../src/channel/zalo/oauth.ts";
import { createZaloTokens } from "../../src/channel/zalo/tokens.ts";
import { createWebhook } from "../../src/channel/zalo/webhook.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { type FakeZalo, startFakeZalo } from "../../src/simulator/platform/index.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import { APP, OA, SECRET } from "./zalo-samples.ts";

let zalo: FakeZalo;
let door: Server;
let http: Http;
let opened: OpenDatabase;
let voice: Voice;
let events: IncomingEvent[];

beforeEach(async () => {
  events = [];
  const appSecret = "app-secret";
  const handler = createWebhook({
    appId: APP,
    oaIds: new Set([OA]),
    secrets: [SECRET],
    mask: (text) => text,
    accept: async (event) => {
      events.push(event);
      return "new";
    },
    count: () => {},
    log: { error: () => {} },
  });
  door = createServer(handler);
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const webhookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  zalo = await startFakeZalo({ appId: APP, appSecret, oaId: OA, oaSecret: SECRET, webhookUrl, escapes: "always" });
  opened = await DATABASES[0]!.open();
  http = createHttp(400);
  const sealed = {
    store: createTokenStore(opened.database),
    sealer: createSealer(randomBytes(32)),
    clock: () => Date.now(),
  };
  const pair = zalo.firstTokens();
  await storePair(sealed, OA, { accessToken: pair.access_token, refreshToken: pair.refresh_token });
  const oauth = createOauth({ oauthUrl: zalo.oauthUrl, appId: APP, appSecret }, http);
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const tokens = createZaloTokens({ ...sealed, oauth, sleep, owner: "test", alarm: () => {} });
  voice = createZaloClient({ openapiUrl: zalo.openapiUrl, http, tokens });
});
afterEach(async () => {
  http.close();
  await zalo.close();
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
  await opened.remove();
});

const reply: Reply = {
  text: "Dạ, anh/chị cần hỏi gì ạ?",
  buttons: [{ title: "Lệ phí", say: "#phi" }],
  provenance: { records: [], facts: [], knowledgeVersion: "1" },
};
const bodies = () => events.map((event) => event.body);
const lastFrom = (): Conversation => {
  const body = events.at(-1)?.body;
  if (body?.kind !== "message") throw new Error("no message came");
  return body.from;
};

test("a citizen writes, is answered, and taps the button: each step arrives, the echo with our message's id", async () => {
  const citizen = zalo.citizen();
  await citizen.sends("thủ tục khai sinh / lệ phí");
  expect(bodies()).toMatchObject([{ kind: "message", content: { kind: "text", text: "thủ tục khai sinh / lệ phí" } }]);
  const outcome = await voice.send(lastFrom(), reply);
  expect(outcome.kind).toBe("sent");
  await citizen.nextMessage();
  await zalo.settled();
  const messageId = outcome.kind === "sent" && outcome.messageId;
  expect(bodies().at(-1)).toMatchObject({ kind: "echo", messageId, byStaff: false, to: { citizenId: citizen.id } });
  await citizen.taps("Lệ phí");
  expect(bodies().at(-1)).toMatchObject({ kind: "message", content: { kind: "text", text: "#phi" } });
});

test("an approved template reaches somebody who has not written", async () => {
  const citizen = zalo.citizen();
  const template = { id: "412345", data: { ma_ho_so: "H12.34-260804-0583", trang_thai: "Đã có kết quả" } };
  const outcome = await voice.send({ oaId: OA, citizenId: citizen.id }, { ...reply, template });
  expect(outcome.kind).toBe("sent");
  const { text } = await citizen.nextMessage();
  expect(text).toContain("Đã có kết quả");
  expect(text).not.toContain("cần hỏi gì");
});

test("a visitor who is not signed in is answered too", async () => {
  const visitor = zalo.anonymous();
  await visitor.sends("giờ làm việc");
  expect((await voice.send(lastFrom(), reply)).kind).toBe("sent");
  expect((await visitor.nextMessage()).text).toContain("• Lệ phí");
});

test("an officer who writes in Zalo's own tool is told apart", async () => {
  await zalo.citizen().staffReplies("Tôi là cán bộ");
  expect(bodies()).toMatchObject([{ kind: "echo", byStaff: true }]);
});

test("everything else a citizen can do arrives as what it is", async () => {
  const citizen = zalo.citizen();
  await citizen.follows();
  await citizen.sendsImage("giấy khai sinh");
  await citizen.sendsLocation();
  await citizen.sendsVoice();
  await citizen.sendsContact();
  await citizen.submitsInfo();
  await zalo.groupMessage("chào cả nhóm");
  const kinds = bodies().map((body) => (body.kind === "message" ? body.content.kind : body.kind));
  expect(kinds).toEqual(["follow", "image", "location", "audio", "contact", "shared-info"]);
  await citizen.unfollows();
  expect(bodies().at(-1)?.kind).toBe("unfollow");
});

test("a token that ends in the midst of a send is renewed", async () => {
  await zalo.citizen().sends("alo");
  zalo.faults.next(1, "expired-token");
  expect((await voice.send(lastFrom(), reply)).kind).toBe("sent");
  expect((await voice.send(lastFrom(), reply)).kind).toBe("sent");
});

test("a grant that was taken back is for staff, and no storm follows", async () => {
  await zalo.citizen().sends("alo");
  zalo.firstTokens();
  expect(await voice.send(lastFrom(), reply)).toMatchObject({ kind: "refused", todo: "tell-staff" });
  for (let times = 0; times < 10; times++) {
    expect(await voice.send(lastFrom(), reply)).toEqual({
      kind: "refused",
      code: "zalo.refresh-paused",
      todo: "wait",
    });
  }
});

test("a message that was accepted while its answer got lost is unknown, and its echo comes", async () => {
  await zalo.citizen().sends("alo");
  zalo.faults.next(1, "timeout-after-accepting");
  expect((await voice.send(lastFrom(), reply)).kind).toBe("unknown");
  await zalo.settled();
  expect(bodies().at(-1)).toMatchObject({ kind: "echo", byStaff: false });
});

test("the probe and the console's check are passed", async () => {
  expect((await zalo.sendProbe()).status).toBe(200);
  expect((await zalo.sendConsoleTest()).status).toBe(200);
  expect(events).toEqual([]);
});
