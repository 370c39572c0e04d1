import { callApi, closeAll, sendText, startBench } from "./stub-webhook.ts";

afterEach(closeAll);

async function withCitizen(options: Parameters<typeof startBench>[0] = {}) {
  const bench = await startBench(options);
  const citizen = bench.zalo.citizen();
  await citizen.sends("Cho tôi hỏi");
  return { ...bench, citizen, token: bench.zalo.firstTokens().access_token };
}

const HOUR = 3_600_000;

test("an accepted message reaches the phone with its buttons, and its echo and receipt reach the webhook", async () => {
  const { zalo, citizen, token, webhook } = await withCitizen();
  const buttons = [
    { title: "Lệ phí", type: "oa.query.show", payload: "lệ phí" },
    { title: "Mở Cổng", type: "oa.open.url", payload: { url: "https://dichvucong.gov.vn" } },
    { title: "Gọi", type: "oa.open.phone", payload: { phone_code: "113" } },
  ];
  const { json } = await sendText(zalo, token, citizen.id, "Dạ, em nghe", buttons);
  expect(json).toMatchObject({ error: 0, message: "Success", data: { user_id: citizen.id } });

  const message = await citizen.nextMessage();
  expect(message).toMatchObject({ id: json.data.message_id, text: "Dạ, em nghe", via: "cs", billed: false });
  expect(message.buttons.map((one) => one.target)).toEqual(["lệ phí", "https://dichvucong.gov.vn", "113"]);

  await zalo.settled();
  const events = webhook.heard.map((one) => JSON.parse(one.body.toString("utf8")));
  expect(events.map((event) => event.event_name)).toEqual(["user_send_text", "oa_send_text", "user_received_message"]);
  expect(events[1]).toMatchObject({ sender: { id: zalo.oaId }, recipient: { id: citizen.id } });
  expect(events[1].sender.admin_id).toBeUndefined();
  expect(events[2]).toMatchObject({ sender: { id: zalo.oaId }, message: { msg_id: message.id } });
});

test("a tapped button comes back as the citizen's text; an opening one sends nothing", async () => {
  const { zalo, citizen, token } = await withCitizen();
  await sendText(zalo, token, citizen.id, "Chọn", [
    { title: "Tra hồ sơ", type: "oa.query.hide", payload: "#HS" },
    { title: "Mở", type: "oa.open.url", payload: { url: "https://dichvucong.gov.vn" } },
  ]);
  const tapped = await citizen.taps("Tra hồ sơ");
  expect(tapped?.event).toMatchObject({ event_name: "user_send_text", message: { text: "#HS" } });
  expect(await citizen.taps("Mở")).toBeNull();
  await expect(citizen.taps("Không có")).rejects.toThrow("Tra hồ sơ, Mở");
});

test.each([
  ["an empty text", " ", undefined, -201],
  ["2,001 characters", "đ".repeat(2001), undefined, -210],
  ["six buttons", "Chọn", Array(6).fill({ title: "A", type: "oa.query.show", payload: "a" }), -201],
  ["no button in the list", "Chọn", [], -201],
  ["a title of 101", "Chọn", [{ title: "a".repeat(101), type: "oa.query.show", payload: "a" }], -201],
  ["a payload of 1,001", "Chọn", [{ title: "A", type: "oa.query.show", payload: "a".repeat(1001) }], -201],
  ["a script link", "Chọn", [{ title: "A", type: "oa.open.url", payload: { url: "javascript:alert(1)" } }], -201],
  ["an unknown button", "Chọn", [{ title: "A", type: "oa.none", payload: "a" }], -201],
])("%s is refused", async (_what, text, buttons, error) => {
  const { zalo, citizen, token } = await withCitizen();
  const { json, status } = await sendText(zalo, token, citizen.id, text, buttons);
  expect({ status, error: json.error }).toEqual({ status: 200, error });
  expect(zalo.sent).toHaveLength(0);
});

test("2,000 characters beyond the basic plane are accepted: length is counted in code points", async () => {
  const { zalo, citizen, token } = await withCitizen();
  expect((await sendText(zalo, token, citizen.id, "🙂".repeat(2000))).json.error).toBe(0);
});

test("free for 48 hours, billed up to 7 days, refused after", async () => {
  const { zalo, citizen, clock } = await withCitizen();
  clock.at += 48 * HOUR;
  const { access_token } = zalo.firstTokens();
  const free = await sendText(zalo, access_token, citizen.id, "một");
  expect(free.json.data.quota).toBeUndefined();
  clock.at += 1;
  const paid = await sendText(zalo, access_token, citizen.id, "hai");
  expect(paid.json.data.quota.quota_type).toBe("purchase_quota");
  clock.at += 5 * 24 * HOUR;
  const late = await sendText(zalo, zalo.firstTokens().access_token, citizen.id, "ba");
  expect(late.json.error).toBe(-230);
  await citizen.follows();
  expect((await sendText(zalo, zalo.firstTokens().access_token, citizen.id, "bốn")).json.error).toBe(0);
});

test("somebody who never wrote, an unknown id and an id sent as a number are refused", async () => {
  const { zalo, token, citizen } = await withCitizen();
  expect((await sendText(zalo, token, zalo.citizen().id, "chào")).json.error).toBe(-230);
  expect((await sendText(zalo, token, "2468458835291900001", "chào")).json.error).toBe(-201);
  expect((await sendText(zalo, token, Number(citizen.id) as unknown as string, "chào")).json.error).toBe(-201);
  expect(Number.isSafeInteger(Number(citizen.id))).toBe(false);
});

test("people who do not follow can be refused", async () => {
  const { zalo, token, citizen } = await withCitizen({ followersOnly: true });
  expect((await sendText(zalo, token, citizen.id, "chào")).json.error).toBe(-213);
  await citizen.follows();
  expect((await sendText(zalo, token, citizen.id, "chào")).json.error).toBe(0);
});

test("over the limit of a minute: -32, until the next minute", async () => {
  const { zalo, token, citizen, clock } = await withCitizen({ requestsPerMinute: 2 });
  expect((await sendText(zalo, token, citizen.id, "một")).headers.get("X-RateLimit-Remain")).toBe("1");
  await sendText(zalo, token, citizen.id, "hai");
  const third = await sendText(zalo, token, citizen.id, "ba");
  expect(third.json.error).toBe(-32);
  expect(third.headers.get("X-RateLimit-Limit")).toBe("2");
  clock.at += 60_000;
  expect((await sendText(zalo, token, citizen.id, "bốn")).json.error).toBe(0);
});

test("uploads keep to type and size, and their ids live seven days", async () => {
  const { zalo, token, citizen, clock } = await withCitizen();
  const upload = (bytes: Buffer, access = token, path = "image") => {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)]), "anh.png");
    return callApi(zalo, access, `/v2.0/oa/upload/${path}`, form);
  };
  const png = Buffer.from("89504e470d0a1a0a0000", "hex");
  expect((await upload(Buffer.from("GIF89a"))).json.error).toBe(-201);
  expect((await upload(Buffer.concat([png, Buffer.alloc(1024 * 1024)]))).json.error).toBe(-210);
  expect((await upload(png, token, "file")).json.error).toBe(-201);
  const id = (await upload(png)).json.data.attachment_id;

  const sendImage = (access: string, elements = [{ media_type: "image", attachment_id: id }]) =>
    callApi(zalo, access, "/v3.0/oa/message/cs", {
      recipient: { user_id: citizen.id },
      message: { attachment: { type: "template", payload: { template_type: "media", elements } } },
    });
  expect((await sendImage(token)).json.error).toBe(0);
  expect((await sendImage(token, Array(2).fill({ media_type: "image", attachment_id: id }))).json.error).toBe(-201);
  clock.at += 7 * 24 * HOUR;
  await citizen.sends("còn đó không");
  expect((await sendImage(zalo.firstTokens().access_token)).json.error).toBe(-100);
});

test("a visitor who is not signed in is answered on the v2 path only", async () => {
  const { zalo, webhook } = await startBench();
  const token = zalo.firstTokens().access_token;
  const visitor = zalo.anonymous();
  await visitor.sends("Mấy giờ mở cửa");
  expect((await sendText(zalo, token, visitor.id, "chào")).json.error).toBe(-201);
  const answer = await callApi(zalo, token, "/v2.0/oa/message", {
    recipient: { anonymous_id: visitor.id, conversation_id: visitor.conversationId },
    message: { text: "Dạ" },
  });
  expect(answer.json.data).toMatchObject({ anonymous_id: visitor.id, conversation_id: visitor.conversationId });
  expect((await visitor.nextMessage()).via).toBe("anonymous");
  await zalo.settled();
  const names = webhook.heard.map((one) => JSON.parse(one.body.toString("utf8")).event_name);
  expect(names).toEqual(["anonymous_send_text", "oa_send_anonymous_text"]);
});

test("a template by user id is accepted without a window; the closed endpoints answer an error", async () => {
  const { zalo } = await startBench();
  const token = zalo.firstTokens().access_token;
  const citizen = zalo.citizen();
  const sent = await callApi(zalo, token, "/v3.0/oa/message/template", {
    user_id: citizen.id,
    template_id: "412345",
    template_data: { ma_ho_so: "H12.34-260804-0583" },
  });
  expect(sent.json.error).toBe(0);
  expect((await citizen.nextMessage()).text).toContain("H12.34-260804-0583");
  expect((await callApi(zalo, token, "/v3.0/oa/message/transaction", {})).json.error).toBe(-240);
  expect((await callApi(zalo, token, "/v3.0/oa/message/promotion", {})).json.error).toBe(-240);
});

test("a citizen's details, quota and conversation can be read", async () => {
  const { zalo, token, citizen } = await withCitizen();
  await citizen.submitsInfo();
  const query = (path: string, data: unknown) =>
    callApi(zalo, token, `${path}?data=${encodeURIComponent(JSON.stringify(data))}`);
  const detail = (await query("/v3.0/oa/user/detail", { user_id: citizen.id })).json.data;
  expect(detail).toMatchObject({ user_last_interaction_date: "23/11/2026", user_is_follower: false });
  expect(detail.shared_info.phone).toBe("84912345678");
  const quota = await callApi(zalo, token, "/v3.0/oa/quota/message", { user_id: citizen.id });
  expect(quota.json.data.cs_reply.remain).toBe(8);
  const talk = (await query("/v2.0/oa/conversation", { user_id: citizen.id, offset: 0, count: 10 })).json.data;
  expect(talk.at(-1)).toMatchObject({ src: 1, message: "Cho tôi hỏi" });
});
