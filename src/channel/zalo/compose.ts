/** A reply as the body of a consultation message (zalo-oa.md §4.2, §4.6). */
import { Invalid } from "../../errors.ts";
import { type Button, type Conversation, LIMITS, lengthOf, type Reply } from "../message.ts";

/** Where it is posted, and the JSON to post. */
export type Composed = { readonly path: string; readonly body: string };

/**
 * Throws `Invalid` when the reply breaks one of Zalo's limits: they are counted in code points after NFC (§11), and
 * refusing here says plainly which, where Zalo would only say -201. A visitor who is not signed in gets plain text,
 * for buttons are not among the shapes that the anonymous endpoint is known to take (§4.6).
 */
export function composeMessage(to: Conversation, reply: Reply): Composed {
  if (reply.template !== undefined) return composeTemplate(to, reply.template);
  checkButtons(reply.buttons);
  if (to.anonymousConversationId !== undefined) {
    const recipient = { anonymous_id: to.citizenId, conversation_id: to.anonymousConversationId };
    const text = checkedText(withoutButtons(reply));
    return { path: "/v2.0/oa/message", body: JSON.stringify({ recipient, message: { text } }) };
  }
  const text = checkedText(reply.text);
  const buttons = reply.buttons.map(asZaloButton);
  const message = buttons.length === 0 ? { text } : { text, attachment: { type: "template", payload: { buttons } } };
  const recipient = { user_id: to.citizenId };
  return { path: "/v3.0/oa/message/cs", body: JSON.stringify({ recipient, message }) };
}

/** ZBS by user id (§4.3): no window of interaction. */
function composeTemplate(to: Conversation, { id, data }: NonNullable<Reply["template"]>): Composed {
  if (to.anonymousConversationId !== undefined) {
    throw new Invalid("zalo.template", "a template cannot go to a visitor who is not signed in");
  }
  const body = JSON.stringify({ user_id: to.citizenId, template_id: id, template_data: data });
  return { path: "/v3.0/oa/message/template", body };
}

function checkedText(raw: string): string {
  const text = raw.normalize("NFC");
  if (text.trim() === "") throw new Invalid("zalo.text-empty", "a reply has no text");
  if (lengthOf(text) > LIMITS.text) throw new Invalid("zalo.text-long", `a reply has over ${LIMITS.text} characters`);
  return text;
}

function checkButtons(buttons: readonly Button[]): void {
  if (buttons.length > LIMITS.buttons) {
    throw new Invalid("zalo.buttons", `a reply has ${buttons.length} buttons; Zalo takes ${LIMITS.buttons}`);
  }
  for (const button of buttons) {
    const length = lengthOf(button.title.normalize("NFC"));
    if (length === 0 || length > LIMITS.buttonTitle) {
      throw new Invalid(
        "zalo.button-title",
        `a button's title has ${length} characters; Zalo takes ${LIMITS.buttonTitle}`,
      );
    }
  }
}

/** `say` goes out hidden: the payload is for us, and the citizen sees the conversation as it was (§2.1, §4.2). */
function asZaloButton(button: Button): object {
  const title = button.title.normalize("NFC");
  if ("say" in button) return { title, type: "oa.query.hide", payload: checkedPayload(button.say) };
  if ("open" in button) return { title, type: "oa.open.url", payload: { url: checkedUrl(button.open) } };
  return { title, type: "oa.open.phone", payload: { phone_code: phoneCode(button.call) } };
}

function checkedPayload(say: string): string {
  const length = lengthOf(say);
  if (length > 0 && length <= LIMITS.payload) return say;
  throw new Invalid("zalo.payload", `a button's payload has ${length} characters; Zalo takes ${LIMITS.payload}`);
}

function checkedUrl(url: string): string {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new Invalid("zalo.url", "a button opens something that is not a web address");
}

/** Zalo writes 0912… as 84912…. Short and hotline numbers (111, 1022, 1800…, 1900…) have no country code. */
function phoneCode(call: string): string {
  const digits = call.replace(/[\s.()-]/g, "").replace(/^\+/, "");
  if (!/^\d{3,12}$/.test(digits))
    throw new Invalid("zalo.phone", "a button calls something that is not a phone number");
  return digits.replace(/^0/, "84");
}

/** The buttons as lines, each with what it would have opened. Left out when they no longer fit. */
function withoutButtons(reply: Reply): string {
  const lines = reply.buttons.map((button) => {
    const target = "open" in button ? button.open : "call" in button ? button.call : null;
    return target === null ? `• ${button.title}` : `• ${button.title}: ${target}`;
  });
  const whole = [reply.text, ...lines].join("\n");
  return lengthOf(whole.normalize("NFC")) <= LIMITS.text ? whole : reply.text;
}
