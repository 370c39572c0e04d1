/**
 * Zalo's event to ours (zalo-oa.md §2). What we do not use is not kept: no attachment address, no coordinates, no
 * name, no shared phone number.
 */
import {
  type Content,
  type Conversation,
  digestOf,
  type EventBody,
  type IncomingEvent,
  type SealedNumber,
} from "../message.ts";
import { type Family, familyOf } from "./catalogue.ts";
import { citizenText, type Mask } from "./citizen-text.ts";
import { eventKey } from "./event-key.ts";
import { type Fields, fieldsOf, idOf, wordOf } from "./fields.ts";

/** A body that is no event of ours: nothing to keep, still answered 200. */
export type NotRead = { readonly notRead: "not-an-event" | "not-our-oa"; readonly name: string };

/**
 * Reads a body made by `parseExactly`. Never throws unless `mask` does. Whatever the event is, the citizen is the side that is not
 * our OA: in receipts the sender is the OA (§2.1). An event without any citizen or of a kind we do not act on is
 * `ignored`; the console's test message, whose parties are strangers (§1.5), is `not-our-oa`.
 */
export function readZaloEvent(parsedBody: unknown, oaIds: ReadonlySet<string>, mask: Mask): IncomingEvent | NotRead {
  const body = fieldsOf(parsedBody);
  const name = body.event_name;
  if (typeof name !== "string" || !/^\w{1,64}$/.test(name)) return { notRead: "not-an-event", name: "unreadable" };
  const oaId = ourOa(body, oaIds);
  if (oaId === null) return { notRead: "not-our-oa", name };
  const citizenId = citizenOf(body, oaIds);
  const citizen = citizenId === null ? null : conversationWith(oaId, citizenId, body);
  const numbers: SealedNumber[] = [];
  const read = bodyOf(name, body, citizen, (text) => mask(text, (number) => void numbers.push(number)));
  return {
    key: eventKey(name, body, citizenId),
    name,
    oaId,
    happenedAt: momentOf(body),
    body: read,
    ...(numbers.length > 0 ? { numbers } : {}),
  };
}

type Masking = (text: string) => string;

function bodyOf(name: string, body: Fields, citizen: Conversation | null, mask: Masking): EventBody {
  const family = familyOf(name);
  if (family.is === "permission-revoked") return { kind: "permission-revoked" };
  if (body.group_id !== undefined) return { kind: "ignored", why: "group" };
  if (citizen === null) return { kind: "ignored", why: family.is === "ignored" ? family.why : "no-citizen" };
  if (name.includes("anonymous_") && citizen.anonymousConversationId === undefined) {
    return { kind: "ignored", why: "no-anonymous-conversation" };
  }
  const messageId = idOf(fieldsOf(body.message).msg_id);
  switch (family.is) {
    case "echo":
      return { kind: "echo", to: citizen, messageId, ...whoseEcho(body, citizen) };
    case "unfollow":
    case "withdraw":
      return { kind: family.is, from: citizen };
    default: {
      const content = contentOf(name, family, body, mask);
      if (content === null) return { kind: "ignored", why: family.is === "ignored" ? family.why : "unknown" };
      return { kind: "message", from: citizen, messageId, content };
    }
  }
}

/**
 * Staff's words settle no send of ours, and to a visitor who is not signed in we send others than the reply's own
 * (compose.ts): of neither a digest would tell anything.
 */
function whoseEcho(body: Fields, to: Conversation): { byStaff: boolean; textDigest?: string } {
  const byStaff = idOf(fieldsOf(body.sender).admin_id) !== null;
  const { text } = fieldsOf(body.message);
  const tells = typeof text === "string" && text !== "" && !byStaff && to.anonymousConversationId === undefined;
  return tells ? { byStaff, textDigest: digestOf(text) } : { byStaff };
}

function contentOf(name: string, family: Family, body: Fields, mask: Masking): Content | null {
  const text = () => citizenText(fieldsOf(body.message).text, mask);
  switch (family.is) {
    case "text":
      return { kind: "text", text: text() };
    case "media": {
      const caption = text();
      return caption === "" ? { kind: family.media } : { kind: family.media, caption };
    }
    case "follow":
    case "opened-chat":
      return { kind: family.is };
    default: {
      // A way of writing that Zalo adds some day: its words are a citizen's words and deserve an answer.
      const words =
        family.is === "ignored" && family.why === "unknown" && /^(user|anonymous)_send_/.test(name) && text();
      return words ? { kind: "text", text: words } : null;
    }
  }
}

const partyIds = (body: Fields) => [fieldsOf(body.sender).id, fieldsOf(body.recipient).id].map(idOf);

/** Which of our OAs the event is about. One that names no OA at all (§2.3: bodies partly unknown) is the only one's. */
function ourOa(body: Fields, oaIds: ReadonlySet<string>): string | null {
  const named = [body.oa_id, body.oaId]
    .map(idOf)
    .concat(partyIds(body))
    .filter((id) => id !== null);
  if (named.length === 0 && oaIds.size === 1) return [...oaIds][0] ?? null;
  return named.find((id) => oaIds.has(id)) ?? null;
}

/** The citizen's id, or null: flat events name one field, messages have two sides of which one must be ours. */
function citizenOf(body: Fields, oaIds: ReadonlySet<string>): string | null {
  const [sender, recipient] = partyIds(body);
  if (sender && recipient) {
    if (oaIds.has(sender) === oaIds.has(recipient)) return null;
    return oaIds.has(sender) ? recipient : sender;
  }
  const id = idOf(fieldsOf(body.follower).id) ?? idOf(body.user_id) ?? sender ?? recipient ?? null;
  return id === null || oaIds.has(id) ? null : id;
}

function conversationWith(oaId: string, citizenId: string, body: Fields): Conversation {
  const anonymousConversationId = idOf(fieldsOf(body.message).conversation_id);
  return anonymousConversationId === null ? { oaId, citizenId } : { oaId, citizenId, anonymousConversationId };
}

/** Epoch milliseconds; 0 when there is none. Its length is not checked: printed samples have 11 to 13 digits (§1.2). */
function momentOf(body: Fields): number {
  const word = wordOf(body.timestamp);
  const moment = /^\d{1,16}$/.test(word) ? Number(word) : 0;
  return Number.isSafeInteger(moment) ? moment : 0;
}
