import fc from "fast-check";
import { digestOf, type EventBody, type IncomingEvent } from "../../src/channel/message.ts";
import { readZaloEvent } from "../../src/channel/zalo/event.ts";
import { parseExactly } from "../../src/channel/zalo/fields.ts";
import { bodyLike, CITIZEN, OA, readSample, sampleNames } from "./zalo-samples.ts";

const ours = new Set([OA]);
const mask = (text: string) => text.replaceAll("0912345678", "[số điện thoại]");
const read = (json: string) => readZaloEvent(parseExactly(json), ours, mask);
const readEvent = (json: string) => read(json) as IncomingEvent;
const sample = (name: string) => readEvent(readSample(name));
const from = { oaId: OA, citizenId: CITIZEN };
const anonymous = { oaId: OA, citizenId: "9007199254740990001", anonymousConversationId: "c0a8012e5f7b4d21" };
const messageId = "96d3cdf3af150460909";
const message = (content: object): EventBody => ({ kind: "message", from, messageId, content }) as EventBody;
const unnumbered = (content: object) => ({ kind: "message", from, messageId: null, content }) as EventBody;

test.each(sampleNames)("%s is read as an event of our OA", (name) => {
  const event = sample(name);
  expect(event).toMatchObject({ name: name.split(".")[0], oaId: OA });
  expect(event.happenedAt).toBeGreaterThan(1_763_776_000_000);
});

test("what a citizen sends is read, and nothing of it is kept that we do not use", () => {
  expect(sample("user_send_text").body).toEqual(
    message({ kind: "text", text: "Cho tôi hỏi thủ tục đăng ký khai sinh" }),
  );
  expect(sample("user_send_text.live_minimal").body).toEqual(message({ kind: "text", text: "hello" }));
  expect(sample("user_send_image").body).toEqual(message({ kind: "image", caption: "Ảnh giấy tờ của tôi" }));
  expect(sample("user_send_link").body).toEqual(message({ kind: "link", caption: "https://dichvucong.gov.vn" }));
  expect(sample("user_send_business_card").body).toEqual(message({ kind: "contact" }));
  for (const kind of ["gif", "audio", "video", "sticker", "location", "file"]) {
    expect(sample(`user_send_${kind}`).body).toEqual(message({ kind }));
  }
  expect(sample("user_submit_info").body).toEqual(unnumbered({ kind: "shared-info" }));
  expect(sample("user_submit_info.legacy").body).toEqual(unnumbered({ kind: "shared-info" }));
  expect(sample("user_call_oa").body).toEqual(unnumbered({ kind: "call" }));
  expect(sample("follow").body).toEqual(unnumbered({ kind: "follow" }));
  expect(sample("user_click_chatnow").body).toEqual(unnumbered({ kind: "opened-chat" }));
});

test("no sample leaves an address, a place, a phone number or a name behind", () => {
  const kept = JSON.stringify(sampleNames.filter((name) => name !== "user_send_link").map((name) => sample(name)));
  expect(kept).not.toMatch(/http|16\.0678|84912345678|Hoàng Anh|Hải Châu|\.pdf/);
});

test("a visitor who is not signed in is marked as one", () => {
  expect(sample("anonymous_send_text").body).toMatchObject({ kind: "message", from: anonymous });
  expect(sample("anonymous_send_file").body).toMatchObject({ from: anonymous, content: { kind: "file" } });
  expect(readEvent(bodyLike("anonymous_send_text", { message: { text: "alo", msg_id: "1" } })).body.kind).toBe(
    "ignored",
  );
});

test("our own sends come back as echoes, and an officer's is told apart", () => {
  const textDigest = digestOf("Kính chào công dân");
  expect(sample("oa_send_text").body).toEqual({ kind: "echo", to: from, messageId, byStaff: false, textDigest });
  expect(sample("oa_send_text.by_staff").body).toEqual({ kind: "echo", to: from, messageId, byStaff: true });
  expect(sample("oa_send_anonymous_text").body).toEqual({ kind: "echo", to: anonymous, messageId, byStaff: false });
  for (const kind of ["image", "gif", "list", "file", "sticker", "template"]) {
    expect(sample(`oa_send_${kind}`).body.kind).toBe("echo");
  }
  const video = bodyLike("oa_send_text.by_staff", { event_name: "oa_send_video_someday" });
  expect(readEvent(video).body).toMatchObject({ kind: "echo", byStaff: true });
});

test("leaving, withdrawing and a permission taken back are told", () => {
  expect(sample("unfollow").body).toEqual({ kind: "unfollow", from });
  expect(sample("user_withdraw").body).toEqual({ kind: "withdraw", from });
  expect(sample("permission_revoked").body).toEqual({ kind: "permission-revoked" });
});

test("receipts, reactions, groups, templates and management are received and not acted on", () => {
  const acted =
    /^(user_send_(?!group)|anonymous_|oa_send_(?!group|consent)|user_submit|user_call_oa|follow|unfollow|user_click_chat|user_withdraw|permission)/;
  const rest = sampleNames.filter((name) => !acted.test(name));
  expect(rest.length).toBeGreaterThan(50);
  for (const name of rest) expect([name, sample(name).body.kind]).toEqual([name, "ignored"]);
  for (const name of rest.filter((name) => name.includes("group"))) {
    expect(sample(name).body).toEqual({ kind: "ignored", why: "group" });
  }
});

test("an event that names a group is a group's, whatever it is called", () => {
  expect(readEvent(bodyLike("user_send_text", { group_id: "f414c8f76fa586fbdfb4" })).body).toEqual({
    kind: "ignored",
    why: "group",
  });
});

test("the citizen is the side that is not our OA, whichever side that is", () => {
  const turned = bodyLike("user_send_text", { sender: { id: OA }, recipient: { id: CITIZEN } });
  expect(readEvent(turned).body).toMatchObject({ kind: "message", from });
  expect(readEvent(bodyLike("user_send_text", { sender: { id: OA } })).body.kind).toBe("ignored");
});

test("a message between strangers, the console's test, is not ours", () => {
  expect(read(readSample("_console_test.user_send_text"))).toEqual({ notRead: "not-our-oa", name: "user_send_text" });
});

test("ids written as numbers keep every digit", () => {
  const json = readSample("user_send_text").replace(`"${CITIZEN}"`, CITIZEN).replace(`"${OA}"`, OA);
  expect(json).toContain(`"id": ${CITIZEN}`);
  expect(readEvent(json).body).toMatchObject({ from });
});

test("text is composed, freed of what a database refuses, masked and cut", () => {
  const textOf = (text: unknown) => {
    const { body } = readEvent(bodyLike("user_send_text", { message: { text, msg_id: "1" } }));
    return body.kind === "message" && body.content.kind === "text" ? body.content.text : body;
  };
  expect(textOf("Thủ tục đất đai".normalize("NFD"))).toBe("Thủ tục đất đai");
  expect(textOf("a\0b\ud800c 👨‍👩‍👧 \u200f")).toBe("abc 👨‍👩‍👧 \u200f");
  expect(textOf("gọi 0912345678")).toBe("gọi [số điện thoại]");
  expect(textOf("x".repeat(4995) + "0912345678")).toHaveLength(5000);
  expect(textOf("x".repeat(4995) + "0912345678")).not.toContain("09");
  expect(textOf("x".repeat(4999) + "👨‍👩‍👧")).toBe("x".repeat(4999));
  expect(textOf(undefined)).toBe("");
  expect(textOf(["a"])).toBe("");
});

test("a new way of writing is answered when it carries words, else ignored", () => {
  const body = bodyLike("user_send_text", { event_name: "user_send_poem" });
  expect(readEvent(body).body).toMatchObject({ kind: "message", content: { kind: "text" } });
  expect(readEvent(bodyLike("user_send_image", { event_name: "user_send_hologram", message: {} })).body).toEqual({
    kind: "ignored",
    why: "unknown",
  });
  expect(readEvent(bodyLike("follow", { event_name: "constructor" })).body).toEqual({
    kind: "ignored",
    why: "unknown",
  });
});

test("a resent event has the same key, another event another", () => {
  const key = (name: string, change: Record<string, unknown> = {}) => readEvent(bodyLike(name, change)).key;
  expect(key("user_send_text")).toBe(`user_send_text|${messageId}`);
  expect(key("user_send_text", { timestamp: "1763776899999" })).toBe(key("user_send_text"));
  expect(key("anonymous_send_text")).toBe(`anonymous_send_text|${messageId}|c0a8012e5f7b4d21`);
  expect(key("follow")).toBe(`follow|${CITIZEN}|1763776800123`);
  expect(key("follow", { timestamp: "1763776800124" })).not.toBe(key("follow"));
  expect(key("user_seen_message")).toBe(
    key("user_seen_message", { message: { msg_ids: ["96d3cdf3af150460908", messageId] }, timestamp: "1" }),
  );
  expect(key("user_reacted_message")).toBe(`user_reacted_message|${messageId}|/-strong|1763776800123`);
  expect(key("user_click_response_button")).toBe("user_click_response_button|15a0cc0bbb13bd4ce403|1763776800000");
  expect(key("user_send_text", { message: { text: "a" } })).toBe(`user_send_text|${CITIZEN}|1763776800123`);
  expect(key("user_seen_message", { message: { msg_ids: Array(500).fill(messageId) } }).length).toBeLessThan(200);
});

test("reading never throws, whatever the body is", () => {
  const word = fc.oneof(fc.constantFrom(OA, CITIZEN, "user_send_text", "oa_send_text", "__proto__"), fc.string());
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.double(),
      fc.constant(null),
      fc.array(tie("any"), { maxLength: 3 }),
      tie("node"),
    ),
    node: fc.dictionary(fc.constantFrom("id", "msg_id", "text", "msg_ids", "tag", "conversation_id", "x"), tie("any")),
  })).any;
  const fields = ["event_name", "sender", "recipient", "message", "oa_id", "follower", "user_id", "timestamp"];
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(fc.constantFrom(...fields), value), value), (body) => {
      expect(readZaloEvent(body, ours, mask)).toBeDefined();
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      parseExactly(text);
    }),
    { numRuns: 1000 },
  );
});
