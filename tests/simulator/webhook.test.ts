import { createHash } from "node:crypto";
import { RETRY_LADDER_MS } from "../../src/simulator/platform/index.ts";
import { signatureOf } from "../../src/simulator/platform/signing.ts";
import { closeAll, IDENTITY, type StubWebhook, sendText, startBench } from "./stub-webhook.ts";

afterEach(closeAll);

const names = (webhook: StubWebhook) =>
  webhook.heard.map((one) => JSON.parse(one.body.toString("utf8")).message?.text as string);

test("the signature agrees with the published vector", () => {
  const body =
    '{"app_id":"1234567890123456789","sender":{"id":"2468458835291900001"},"recipient":{"id":"3886132808788600001"},' +
    '"event_name":"user_send_text","message":{"text":"Xin ch\\u00e0o \\/ Tôi hỏi  thủ tục","msg_id":"96d3cdf3af150460909"},' +
    '"timestamp":"1763776800123"}';
  expect(Buffer.byteLength(body)).toBe(262);
  expect(signatureOf("1234567890123456789", body, "1763776800123", "ExampleOaSecretKey0000")).toBe(
    "mac=c35bc642bc6624fc9b6eb47f487cf852dca2d72bfc844149cb1bae11a7eab513",
  );
});

test("every event carries the signature of its exact bytes and the real headers", async () => {
  const { zalo, webhook } = await startBench({ escapes: "always" });
  await zalo.citizen().sends("Thủ tục / khai sinh 🙂");
  const heard = webhook.heard[0]!;
  const text = heard.body.toString("utf8");
  expect(text).toContain("Th\\u1ee7 t\\u1ee5c \\/ khai sinh \\ud83d\\ude42");
  expect(JSON.parse(text).message.text).toBe("Thủ tục / khai sinh 🙂");
  const mac = createHash("sha256")
    .update(IDENTITY.appId + text + JSON.parse(text).timestamp + IDENTITY.oaSecret)
    .digest("hex");
  expect(heard.headers).toMatchObject({
    "x-zevent-signature": `mac=${mac}`,
    "x-zevent-server": "OA OpenAPI",
    "user-agent": "ZaloWebhook",
    "content-type": "application/json",
  });
  expect(heard.headers.num_retry).toBeUndefined();
});

test("some bodies are escaped and some are not, unless told otherwise", async () => {
  const { zalo, webhook } = await startBench();
  const citizen = zalo.citizen();
  await citizen.sends("đất");
  await citizen.sends("đất");
  expect(webhook.heard.map((one) => one.body.includes("đất"))).toEqual([true, false]);
  expect(names(webhook)).toEqual(["đất", "đất"]);
});

test("each deed of a citizen becomes its own event", async () => {
  const { zalo, webhook } = await startBench();
  const citizen = zalo.citizen();
  await citizen.follows();
  await citizen.sendsImage("giấy tờ");
  await citizen.sendsLocation();
  await citizen.sendsSticker();
  await citizen.sendsFile();
  await citizen.sendsVoice();
  await citizen.sendsContact("84912345678");
  await citizen.submitsInfo();
  await citizen.staffReplies("Cán bộ đang hỗ trợ");
  await zalo.groupMessage("cả nhóm ơi");
  await citizen.unfollows();
  const events = webhook.heard.map((one) => JSON.parse(one.body.toString("utf8")));
  expect(events.map((event) => event.event_name)).toEqual([
    "follow",
    "user_send_image",
    "user_send_location",
    "user_send_sticker",
    "user_send_file",
    "user_send_audio",
    "user_send_business_card",
    "user_submit_info",
    "oa_send_text",
    "user_send_group_text",
    "unfollow",
  ]);
  expect(events[0].follower.id).toBe(citizen.id);
  expect(JSON.parse(events[6].message.attachments[0].payload.description).phone).toBe("84912345678");
  expect(events[8].sender.admin_id).toMatch(/^\d{19}$/);
  for (const event of events) expect(event.timestamp).toMatch(/^\d{13}$/);
});

test("a refused event climbs the whole ladder with the same bytes, then the webhook is switched off", async () => {
  const { zalo, webhook } = await startBench({ retryScale: 0.000_001 });
  webhook.answer = () => 503;
  const disabled = new Promise<void>((resolve) => {
    zalo.on((notice) => notice.kind === "webhook-disabled" && resolve());
  });
  const first = await zalo.citizen().sends("alo");
  expect(first.status).toBe(503);
  await disabled;
  expect(webhook.heard).toHaveLength(1 + RETRY_LADDER_MS.length);
  expect(webhook.heard.map((one) => one.headers.num_retry)).toEqual([undefined, "1", "2", "3", "4", "5"]);
  expect(new Set(webhook.heard.map((one) => one.body.toString("hex"))).size).toBe(1);
  expect(zalo.webhookEnabled).toBe(false);

  expect((await zalo.citizen().sends("còn ai không")).why).toBe("disabled");
  expect(webhook.heard).toHaveLength(6);
  zalo.enableWebhook();
  webhook.answer = () => 200;
  expect((await zalo.citizen().sends("alo")).status).toBe(200);
});

test("a receiver that comes back is not troubled further", async () => {
  const { zalo, webhook } = await startBench({ retryScale: 0.000_001 });
  let times = 0;
  webhook.answer = () => (++times < 3 ? 500 : 200);
  const delivered = new Promise<number>((resolve) => {
    zalo.on(
      (notice) => notice.kind === "delivery" && notice.delivery.status === 200 && resolve(notice.delivery.retries),
    );
  });
  await zalo.citizen().sends("alo");
  expect(await delivered).toBe(2);
  expect(zalo.webhookEnabled).toBe(true);
});

test("a receiver that is silent for too long, or not there, has failed", async () => {
  const { zalo, webhook } = await startBench({ webhookTimeoutMs: 50 });
  webhook.answer = () => new Promise(() => {});
  const slow = await zalo.citizen().sends("alo");
  expect(slow).toMatchObject({ status: null, why: "timeout" });
  expect(slow.ms).toBeGreaterThanOrEqual(45);
  await webhook.close();
  expect(await zalo.citizen().sends("alo")).toMatchObject({ status: null, why: "no-connection" });
});

test("events can be doubled, forged and reordered", async () => {
  const { zalo, webhook } = await startBench();
  const citizen = zalo.citizen();
  zalo.faults.next(1, "duplicate-webhook");
  await citizen.sends("hai lần");
  expect(names(webhook)).toEqual(["hai lần", "hai lần"]);
  expect(webhook.heard[0]!.body.equals(webhook.heard[1]!.body)).toBe(true);

  zalo.faults.next(1, "corrupted-signature");
  const forged = await citizen.sends("giả");
  const right = signatureOf(IDENTITY.appId, forged.body, forged.event!.timestamp, IDENTITY.oaSecret);
  expect(webhook.heard.at(-1)!.headers["x-zevent-signature"]).not.toBe(right);
  expect(webhook.heard.at(-1)!.headers["x-zevent-signature"]).toMatch(/^mac=[0-9a-f]{64}$/);

  zalo.faults.next(1, "reorder-webhooks");
  await Promise.all([citizen.sends("trước"), citizen.sends("sau")]);
  expect(names(webhook).slice(-2)).toEqual(["sau", "trước"]);
});

test("the probe is unsigned, the console's test is signed, raw bytes go as they are", async () => {
  const { zalo, webhook } = await startBench();
  await zalo.sendProbe();
  await zalo.sendConsoleTest();
  await zalo.sendRaw("{không phải JSON", { "X-ZEvent-Signature": "mac=0" });
  const [probe, test, raw] = webhook.heard;
  expect(probe!.body.toString()).toBe("{}");
  expect(probe!.headers["x-zevent-signature"]).toBeUndefined();
  expect(JSON.parse(test!.body.toString()).message.msg_id).toBe("This is message id");
  expect(raw!.body.toString()).toBe("{không phải JSON");
});

describe("faults of the API", () => {
  async function bench() {
    const made = await startBench();
    const citizen = made.zalo.citizen();
    await citizen.sends("alo");
    const { access_token } = made.zalo.firstTokens();
    return { ...made, citizen, send: () => sendText(made.zalo, access_token, citizen.id, "Dạ") };
  }

  test("chosen answers come as often as chosen, and nothing is accepted meanwhile", async () => {
    const { zalo, send } = await bench();
    zalo.faults.next(2, { errorCode: -200 });
    zalo.faults.next(1, "rate-limit");
    expect((await send()).json.error).toBe(-200);
    expect((await send()).json.error).toBe(-200);
    const limited = await send();
    expect(limited.json.error).toBe(-32);
    expect(limited.headers.get("X-RateLimit-Remain")).toBe("0");
    for (const fault of ["http-500", "reset", "invalid-json"] as const) {
      zalo.faults.next(1, fault);
      await expect(send()).rejects.toThrow();
    }
    expect(zalo.sent).toHaveLength(0);
    expect((await send()).json.error).toBe(0);
  });

  test("an expired token stays expired until it is refreshed", async () => {
    const { zalo, send } = await bench();
    zalo.faults.next(1, "expired-token");
    expect((await send()).json.error).toBe(-220);
    expect((await send()).json.error).toBe(-220);
  });

  test("a hanging call answers in the end", async () => {
    const { zalo, send } = await bench();
    zalo.faults.next(1, { hangMs: 30 });
    expect((await send()).json.error).toBe(0);
    expect(zalo.calls.at(-1)!.ms).toBeGreaterThanOrEqual(25);
  });

  test("a message can be accepted and echoed while the caller never learns of it", async () => {
    const { zalo, citizen, webhook, send } = await bench();
    zalo.faults.next(1, "timeout-after-accepting");
    const answer = send().catch((error: Error) => error.name);
    expect((await citizen.nextMessage()).text).toBe("Dạ");
    await zalo.settled();
    expect(webhook.heard.map((one) => JSON.parse(one.body.toString("utf8")).event_name)).toContain("oa_send_text");
    await zalo.close();
    expect(await answer).toBe("TypeError");
  });

  test("an echo can be withheld", async () => {
    const { zalo, webhook, send } = await bench();
    zalo.faults.next(1, "accepted-but-echo-withheld");
    expect((await send()).json.error).toBe(0);
    await zalo.settled();
    expect(webhook.heard).toHaveLength(1);
  });
});

test("a citizen who gets nothing is told so in time", async () => {
  const { zalo } = await startBench();
  await expect(zalo.citizen(undefined, "Chú Ba").nextMessage(10)).rejects.toThrow("Chú Ba got no message");
});
