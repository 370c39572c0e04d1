import { type Answer, type ApiRequest, field, invalid, readJson, refuse, succeed } from "./answer.ts";
import { echoAttachments, echoName } from "./events.ts";
import { newMessageId } from "./ids.ts";
import { type Readable, readMessage } from "./message-rules.ts";
import type { Person } from "./people.ts";
import { remember, type SentMessage } from "./types.ts";
import type { World } from "./world.ts";

const HOUR = 3_600_000;
const FREE_MS = 48 * HOUR;
const WINDOW_MS = 7 * 24 * HOUR;

/** `POST /v3.0/oa/message/cs` (§4.2): consultation messages, within the windows of §6.1. */
export function sendConsultation(world: World, request: ApiRequest): Answer {
  const body = readJson(request.body);
  // Strings only: a number of 19 digits has lost its last digits before it got here (§0, fact 7).
  const userId = field(body, "recipient", "user_id");
  const person = typeof userId === "string" ? world.people.get(userId) : undefined;
  if (!person || person.anonymousConversation) return invalid("user_id");
  if (world.options.followersOnly && !person.follows) return refuse(-213, "User has not followed OA");
  const silence = world.now() - (person.lastInteraction ?? Number.NEGATIVE_INFINITY);
  if (silence > WINDOW_MS) return refuse(-230, "User has not interacted with the OA in the past 7 days");
  const verdict = readMessage(field(body, "message"), world.uploads);
  if ("refusal" in verdict) return { ...verdict.refusal, citizenId: person.id };
  const message = keep(world, person, verdict.message, "cs", field(body, "message"), silence > FREE_MS);
  const data = { message_id: message.id, user_id: person.id, sent_time: String(message.at) };
  return accepted(world, person, message, message.billed ? { quota: billedQuota(world), ...data } : data);
}

/** `POST /v2.0/oa/message` (§4.6): people who are not signed in. All other uses of it are closed (-240) [I]. */
export function sendAnonymous(world: World, request: ApiRequest): Answer {
  const body = readJson(request.body);
  const anonymousId = field(body, "recipient", "anonymous_id");
  if (anonymousId === undefined) return refuse(-240, "Message API v2 is closed, please use v3");
  const person = typeof anonymousId === "string" ? world.people.get(anonymousId) : undefined;
  if (!person?.anonymousConversation) return invalid("anonymous_id");
  if (field(body, "recipient", "conversation_id") !== person.anonymousConversation) return invalid("conversation_id");
  const verdict = readMessage(field(body, "message"), world.uploads);
  if ("refusal" in verdict) return { ...verdict.refusal, citizenId: person.id };
  const message = keep(world, person, verdict.message, "anonymous", field(body, "message"), false);
  return accepted(world, person, message, {
    message_id: message.id,
    anonymous_id: person.id,
    conversation_id: person.anonymousConversation,
  });
}

/** `POST /v3.0/oa/message/template` (§4.3): by user id, no window. The wording lies with Zalo; the fake shows the data. */
export function sendTemplate(world: World, request: ApiRequest): Answer {
  const body = readJson(request.body);
  const userId = field(body, "user_id");
  const person = typeof userId === "string" ? world.people.get(userId) : undefined;
  if (!person || person.anonymousConversation) return invalid("user_id");
  const readable = readTemplate(body);
  if (!readable) return invalid("template_data");
  const message = keep(world, person, readable, "template", body, true);
  return accepted(world, person, message, {
    message_id: message.id,
    user_id: person.id,
    sent_time: String(message.at),
    quota: billedQuota(world),
  });
}

/** `POST /message/template` on the business host (§8.1): by phone; the id is `msg_id`, the receipt comes as ZNS. */
export function sendPhoneTemplate(world: World, request: ApiRequest): Answer {
  const body = readJson(request.body);
  const phone = field(body, "phone");
  if (typeof phone !== "string" || !/^\+?84\d{8,10}$/.test(phone)) return refuse(-108, "Phone number is invalid");
  const tracking = field(body, "tracking_id");
  if (typeof tracking !== "string" || !/^[\w-]{1,48}$/.test(tracking)) return refuse(-1123, "tracking_id is invalid");
  const readable = readTemplate(body);
  if (!readable) return refuse(-109, "Template id is invalid");
  const to = phone.replace("+", "");
  const message = remembered(world, {
    ...readable,
    to,
    via: "phone-template",
    raw: body,
    billed: true,
    answerMs: null,
  });
  const data = {
    msg_id: message.id,
    sent_time: String(message.at),
    sending_mode: "1",
    quota: { dailyQuota: "500", remainingQuota: "499" },
  };
  return { ...succeed(data), afterwards: () => void deliverZnsReceipt(world, message, tracking) };
}

function deliverZnsReceipt(world: World, message: SentMessage, tracking: string): Promise<unknown> {
  const event = {
    sender: { id: world.options.oaId },
    recipient: { id: message.to },
    event_name: "user_received_message",
    message: { delivery_time: String(world.now()), msg_id: message.id, tracking_id: tracking },
    app_id: world.options.appId,
    timestamp: String(world.now()),
  };
  return world.webhook.deliver(event, null, "ZNS");
}

function readTemplate(body: unknown): Readable | null {
  const id = field(body, "template_id");
  const data = field(body, "template_data");
  if (typeof id !== "string" || typeof data !== "object" || data === null) return null;
  const lines = Object.entries(data).map(([name, value]) => `${name}: ${String(value)}`);
  return { kind: "template", text: [`[Mẫu ${id}]`, ...lines].join("\n"), buttons: [] };
}

const billedQuota = (world: World) => ({
  quota_type: "purchase_quota",
  owner_type: "OA",
  owner_id: world.options.oaId,
});

function keep(
  world: World,
  person: Person,
  readable: Readable,
  via: SentMessage["via"],
  raw: unknown,
  billed: boolean,
): SentMessage {
  const answerMs = person.askedAt === null ? null : performance.now() - person.askedAt;
  person.askedAt = null;
  return remembered(world, { ...readable, to: person.id, via, raw, billed, answerMs });
}

function remembered(world: World, parts: Omit<SentMessage, "id" | "at">): SentMessage {
  const message = { id: newMessageId(), at: world.now(), ...parts };
  remember(world.sent, message);
  return message;
}

/** The phone shows the message at once; echo and receipts follow the answer. */
function accepted(world: World, person: Person, message: SentMessage, data: unknown): Answer {
  const { id, at, kind, text, buttons, answerMs } = message;
  remember(person.received, message);
  world.write({ id, at, citizenId: person.id, from: "oa", kind, text, buttons, answerMs });
  world.announce({ kind: "sent", message });
  person.mailbox.push(message);
  world.mailbox.push(message);
  return {
    ...succeed(data),
    citizenId: person.id,
    answerMs,
    afterwards: () => void deliverEchoes(world, person, message),
  };
}

/** The other echoes have been seen without a text (§2.2). */
const WITH_TEXT: readonly string[] = ["text", "image", "list"];

async function deliverEchoes(world: World, person: Person, message: SentMessage): Promise<void> {
  const { events, webhook } = world;
  const anonymous = person.anonymousConversation !== null;
  const attached = echoAttachments(message.kind, message.text, message.buttons.length > 0);
  const parts = {
    ...(WITH_TEXT.includes(message.kind) ? { text: message.text } : {}),
    msg_id: message.id,
    ...(attached ? { attachments: attached } : {}),
  };
  await webhook.deliver(events.fromOa(person, echoName(message.kind, anonymous), parts), person.id);
  if (anonymous) return; // receipts are published for people who are signed in only
  await webhook.deliver(events.fromOa(person, "user_received_message", { msg_id: message.id }), person.id);
  if (world.options.sendsSeen)
    await webhook.deliver(events.fromOa(person, "user_seen_message", { msg_ids: [message.id] }), person.id);
}
