/** Every event Zalo is known to send (zalo-oa.md §2.3) and the family it belongs to. */
import type { UnreadableKind } from "../message.ts";

/** What we do with an event of this name. */
export type Family =
  | { readonly is: "text" }
  | { readonly is: "media"; readonly media: UnreadableKind }
  | { readonly is: "follow" | "opened-chat" | "unfollow" | "withdraw" | "permission-revoked" | "echo" }
  | { readonly is: "ignored"; readonly why: IgnoredWhy };

/** Why an event is received and counted, but not acted on. */
export type IgnoredWhy = "receipt" | "reaction" | "group" | "template" | "management" | "widget" | "call" | "unknown";

const TEXT: Family = { is: "text" };
const ECHO: Family = { is: "echo" };
const UNKNOWN: Family = { is: "ignored", why: "unknown" };
const GROUP: Family = { is: "ignored", why: "group" };
const media = (kind: UnreadableKind): Family => ({ is: "media", media: kind });
const ignored = (why: IgnoredWhy, names: string): [string, Family][] =>
  names.split(" ").map((name) => [name, { is: "ignored", why }]);

/** A Map, not an object: an event may be called `constructor` or `__proto__`. */
const FAMILIES: ReadonlyMap<string, Family> = new Map<string, Family>([
  ["user_send_text", TEXT],
  ["user_send_image", media("image")],
  ["user_send_gif", media("gif")],
  ["user_send_link", media("link")],
  ["user_send_audio", media("audio")],
  ["user_send_video", media("video")],
  ["user_send_sticker", media("sticker")],
  ["user_send_location", media("location")],
  ["user_send_business_card", media("contact")],
  ["user_send_file", media("file")],
  ["user_submit_info", media("shared-info")],
  ["user_call_oa", media("call")],
  ["anonymous_send_text", TEXT],
  ["anonymous_send_image", media("image")],
  ["anonymous_send_file", media("file")],
  ["anonymous_send_sticker", media("sticker")],
  ["follow", { is: "follow" }],
  ["unfollow", { is: "unfollow" }],
  ["user_click_chatnow", { is: "opened-chat" }],
  ["user_withdraw", { is: "withdraw" }],
  ["permission_revoked", { is: "permission-revoked" }],
  ...ignored("receipt", "user_received_message user_seen_message"),
  ...ignored("reaction", "user_reacted_message oa_reacted_message"),
  ...ignored("call", "oa_send_consent user_reply_consent oa_call_user"),
  ...ignored("widget", "widget_interaction_accepted widget_failed_to_sync_user_external_id"),
  ...ignored("management", "add_user_to_tag remove_user_from_tag remove_tag update_user_info"),
  ...ignored("management", "extension_purchased shop_has_order"),
  ...ignored("template", "user_feedback user_click_response_button change_template_status change_template_quality"),
  ...ignored("template", "change_oa_daily_quota change_oa_template_tags change_template_quota"),
  ...ignored("template", "event_journey_time_out event_journey_acknowledged"),
]);

/**
 * The family of a name, also of a name that is new to us. Group events have two spellings and many kinds (§2.3), all
 * of which say `group`; whatever else begins with `oa_send_` is a message of ours coming back, or an officer's.
 */
export function familyOf(name: string): Family {
  const known = FAMILIES.get(name);
  if (known !== undefined) return known;
  if (/(?:^|_)group(?:_|$)/.test(name)) return GROUP;
  return name.startsWith("oa_send_") ? ECHO : UNKNOWN;
}
