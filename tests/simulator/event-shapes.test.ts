import { readFileSync } from "node:fs";
import type { Citizen } from "../../src/simulator/platform/index.ts";
import { callApi, closeAll, type Json, startBench } from "./stub-webhook.ts";

afterEach(closeAll);

const sample = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../fixtures/zalo-events/${name}.json`, import.meta.url), "utf8"));

/** Field names and types, without the values. */
function shape(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

const signedIn: [string, (citizen: Citizen) => Promise<unknown>][] = [
  ["user_send_text", (citizen) => citizen.sends("alo")],
  ["user_send_text.quote", (citizen) => citizen.sends("alo", { quoteMessageId: "96d3cdf3af150460909" })],
  ["user_send_image", (citizen) => citizen.sendsImage("giấy tờ")],
  ["user_send_location", (citizen) => citizen.sendsLocation()],
  ["user_send_sticker", (citizen) => citizen.sendsSticker()],
  ["user_send_file", (citizen) => citizen.sendsFile()],
  ["user_send_audio", (citizen) => citizen.sendsVoice()],
  ["user_send_business_card", (citizen) => citizen.sendsContact()],
  ["user_submit_info", (citizen) => citizen.submitsInfo()],
  ["follow", (citizen) => citizen.follows()],
  ["unfollow", (citizen) => citizen.unfollows()],
  ["oa_send_text.by_staff", (citizen) => citizen.staffReplies("Cán bộ đây")],
];

test.each(signedIn)("%s has the fields of the sample", async (name, does) => {
  const { zalo, webhook } = await startBench();
  await does(zalo.citizen());
  const event = JSON.parse(webhook.heard[0]!.body.toString("utf8"));
  expect(shape(event)).toEqual(shape(sample(name)));
  expect(event.event_name).toBe(sample(name).event_name);
});

const anonymous: [string, (citizen: Citizen) => Promise<unknown>][] = [
  ["anonymous_send_text", (visitor) => visitor.sends("alo")],
  ["anonymous_send_image", (visitor) => visitor.sendsImage()],
  ["anonymous_send_sticker", (visitor) => visitor.sendsSticker()],
  ["anonymous_send_file", (visitor) => visitor.sendsFile()],
];

test.each(anonymous)("%s has the fields of the sample", async (name, does) => {
  const { zalo, webhook } = await startBench();
  await does(zalo.anonymous());
  const event = JSON.parse(webhook.heard[0]!.body.toString("utf8"));
  expect(shape(event)).toEqual(shape(sample(name)));
});

test("a group's message has the fields of the sample", async () => {
  const { zalo, webhook } = await startBench();
  await zalo.groupMessage("cả nhóm ơi");
  expect(shape(JSON.parse(webhook.heard[0]!.body.toString("utf8")))).toEqual(shape(sample("user_send_group_text")));
});

const media = (element: unknown) => ({
  attachment: { type: "template", payload: { template_type: "media", elements: [element] } },
});
const button = { title: "A", type: "oa.query.show", payload: "a" };

test.each([
  ["oa_send_text", { text: "Dạ" }],
  ["oa_send_text.template", { text: "Dạ", attachment: { type: "template", payload: { buttons: [button] } } }],
  ["oa_send_image", media({ media_type: "image", url: "https://example.vn/a.jpg" })],
  ["oa_send_sticker", media({ media_type: "sticker", attachment_id: "bfe458bf64fa8da4d4eb" })],
  [
    "oa_send_template",
    {
      attachment: {
        type: "template",
        payload: { template_type: "request_user_info", elements: [{ title: "Xin thông tin", subtitle: "" }] },
      },
    },
  ],
])("the echo %s and its receipts have the fields of the samples", async (name, message) => {
  const { zalo, webhook } = await startBench({ sendsSeen: true });
  const citizen = zalo.citizen();
  await citizen.sends("alo");
  await callApi(zalo, zalo.firstTokens().access_token, "/v3.0/oa/message/cs", {
    recipient: { user_id: citizen.id },
    message,
  });
  await zalo.settled();
  const [, echo, received, seen] = webhook.heard.map((one) => JSON.parse(one.body.toString("utf8")));
  expect(shape(echo)).toEqual(shape(sample(name)));
  expect(echo.event_name).toBe(sample(name).event_name);
  expect(shape(received)).toEqual(shape(sample("user_received_message")));
  expect(shape(seen)).toEqual(shape(sample("user_seen_message")));
});

test("the console's test is the sample itself but for the app, and every sample can be sent as it is", async () => {
  const { zalo, webhook } = await startBench();
  await zalo.sendConsoleTest();
  const heard = JSON.parse(webhook.heard[0]!.body.toString("utf8"));
  expect(heard).toEqual({ ...sample("_console_test.user_send_text"), app_id: heard.app_id });
  await zalo.sendEvent(sample("user_received_message.zns"), "ZNS");
  expect(webhook.heard[1]!.headers["x-zevent-server"]).toBe("ZNS");
});
