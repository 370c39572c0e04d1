/** The key by which a resent event is recognised (zalo-oa.md §1.4). The OA id is stored beside it, not in it. */
import { hash } from "node:crypto";
import { type Fields, fieldsOf, idOf, wordOf } from "./fields.ts";

const LONGEST_KEY = 200;

/** The same event resent gives the same key; two events of one OA give two. At most 200 printable ASCII characters. */
export function eventKey(name: string, body: Fields, citizenId: string | null): string {
  const key = [name, ...distinguishing(name, body, citizenId)].join("|");
  // A key is short and printable: whatever else stands in an event, a database can index it and nobody's name is in it.
  return key.length <= LONGEST_KEY && /^[\x20-\x7e]*$/.test(key)
    ? key
    : `${name.slice(0, 64)}|sha256:${hash("sha256", key)}`;
}

function distinguishing(name: string, body: Fields, citizenId: string | null): string[] {
  const message = fieldsOf(body.message);
  const messageId = idOf(message.msg_id);
  const timestamp = wordOf(body.timestamp);
  if (name === "user_click_response_button") return [wordOf(body.msg_id), wordOf(message.submit_time)];
  if (name === "user_seen_message") return [seenIds(message).join(","), citizenId ?? ""];
  if (messageId === null) return [citizenId ?? subjectOf(body), timestamp];
  if (name === "user_reacted_message" || name === "oa_reacted_message") {
    return [messageId, wordOf(message.react_icon), timestamp];
  }
  const conversationId = idOf(message.conversation_id);
  return conversationId === null ? [messageId] : [messageId, conversationId];
}

/** Some handlers saw a single `msg_id` instead of the list (§2.3, status events). */
function seenIds(message: Fields): string[] {
  const ids = message.msg_ids;
  return Array.isArray(ids) ? ids.map(wordOf).sort() : [wordOf(message.msg_id)];
}

/** Whom or what an event without a message is about. */
function subjectOf(body: Fields): string {
  const subject = [fieldsOf(body.follower).id, body.user_id, body.group_id, body.template_id];
  const tag = fieldsOf(body.tag);
  return subject.map(idOf).find((id) => id !== null) ?? wordOf(tag.name);
}
