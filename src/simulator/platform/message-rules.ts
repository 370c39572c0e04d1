import { type Answer, field, invalid, refuse } from "./answer.ts";
import type { ButtonType, MessageKind, SentButton } from "./types.ts";
import type { Uploads } from "./uploads.ts";

/** A message that the platform would accept. */
export type Readable = {
  readonly kind: MessageKind;
  readonly text: string;
  readonly buttons: readonly SentButton[];
};

type Verdict = { readonly message: Readable } | { readonly refusal: Answer };

const no = (refusal: Answer): Verdict => ({ refusal });
const length = (text: string): number => [...text].length;

/** Applies the rules of §4.2 to a request's `message`. Lengths are counted in code points, without NFC first [I]. */
export function readMessage(message: unknown, uploads: Uploads): Verdict {
  const text = field(message, "text") ?? "";
  if (typeof text !== "string") return no(invalid("message.text"));
  // -201 and -210 are both documented for texts; which one over 2,000 gives is not known [I].
  if (length(text) > 2000) return no(refuse(-210, "message.text is over limit"));
  const attachment = field(message, "attachment");
  if (attachment === undefined) {
    if (text.trim() === "") return no(invalid("message.text"));
    return { message: { kind: "text", text, buttons: [] } };
  }
  if (field(attachment, "type") === "file") return readFile(text, attachment, uploads);
  if (field(attachment, "type") !== "template") return no(invalid("attachment.type"));
  const template = field(attachment, "payload", "template_type");
  if (template === undefined) return readButtons(text, attachment);
  if (template === "media") return readMedia(text, attachment, uploads);
  if (template === "request_user_info") return readRequest(attachment);
  if (template === "list") return readList(text, attachment);
  return no(refuse(-233, "Message type is invalid or unsupported"));
}

function readFile(text: string, attachment: unknown, uploads: Uploads): Verdict {
  const token = field(attachment, "payload", "token");
  if (typeof token !== "string") return no(invalid("payload.token"));
  if (!uploads.has(token)) return no(refuse(-100, "Attachment token is expired"));
  return { message: { kind: "file", text, buttons: [] } };
}

function readButtons(text: string, attachment: unknown): Verdict {
  if (text.trim() === "") return no(invalid("message.text"));
  const buttons = readButtonList(field(attachment, "payload", "buttons"));
  if (!buttons || buttons.length === 0) return no(invalid("buttons"));
  return { message: { kind: "text", text, buttons } };
}

function readMedia(text: string, attachment: unknown, uploads: Uploads): Verdict {
  const elements = field(attachment, "payload", "elements");
  if (!Array.isArray(elements) || elements.length !== 1) return no(invalid("elements"));
  const kind = field(elements[0], "media_type");
  if (kind !== "image" && kind !== "gif" && kind !== "sticker") return no(invalid("media_type"));
  const id = field(elements[0], "attachment_id");
  if (kind === "sticker")
    return typeof id === "string" ? { message: { kind, text, buttons: [] } } : no(invalid("attachment_id"));
  if (kind === "gif" && !(Number(field(elements[0], "width")) > 0 && Number(field(elements[0], "height")) > 0))
    return no(invalid("width"));
  if (id === undefined && kind === "image" && isWebAddress(field(elements[0], "url")))
    return { message: { kind, text, buttons: [] } };
  if (typeof id !== "string") return no(invalid("attachment_id"));
  if (!uploads.has(id)) return no(refuse(-100, "Attachment id is expired"));
  return { message: { kind, text, buttons: [] } };
}

function readRequest(attachment: unknown): Verdict {
  const element = onlyElement(attachment);
  if (!element) return no(invalid("elements"));
  return { message: { kind: "request-info", text: `${element.title}\n${element.subtitle}`.trim(), buttons: [] } };
}

/** Official for v2 only; several v3 clients send it, so the fake accepts it [X]. */
function readList(text: string, attachment: unknown): Verdict {
  const elements = field(attachment, "payload", "elements");
  if (!Array.isArray(elements) || elements.length === 0 || !elements.every(isElement)) return no(invalid("elements"));
  const buttons = readButtonList(field(attachment, "payload", "buttons") ?? []);
  if (!buttons) return no(invalid("buttons"));
  const titles = elements.map((one) => String(field(one, "title")));
  return { message: { kind: "list", text: [text, ...titles].filter(Boolean).join("\n"), buttons } };
}

function onlyElement(attachment: unknown): { title: string; subtitle: string } | null {
  const elements = field(attachment, "payload", "elements");
  if (!Array.isArray(elements) || elements.length !== 1 || !isElement(elements[0])) return null;
  return { title: String(field(elements[0], "title")), subtitle: String(field(elements[0], "subtitle") ?? "") };
}

function isElement(element: unknown): boolean {
  const title = field(element, "title");
  const subtitle = field(element, "subtitle") ?? "";
  return isTextUpTo(title, 100) && typeof subtitle === "string" && length(subtitle) <= 500;
}

function readButtonList(list: unknown): SentButton[] | null {
  if (!Array.isArray(list) || list.length > 5) return null;
  const buttons = list.map(readButton);
  return buttons.every((button) => button !== null) ? buttons : null;
}

function readButton(button: unknown): SentButton | null {
  const title = field(button, "title");
  const type = field(button, "type");
  if (!isTextUpTo(title, 100)) return null;
  const target = targetOf(type, field(button, "payload"));
  return target === null ? null : { title, type: type as ButtonType, target };
}

function targetOf(type: unknown, payload: unknown): string | null {
  switch (type) {
    case "oa.query.show":
    case "oa.query.hide":
      return isTextUpTo(payload, 1000) ? payload : null;
    case "oa.open.url": {
      const url = field(payload, "url");
      return isWebAddress(url) ? url : null;
    }
    case "oa.open.sms":
      if (!isTextUpTo(field(payload, "content"), 160)) return null;
      return phoneOf(payload);
    case "oa.open.phone":
      return phoneOf(payload);
    default:
      return null;
  }
}

function phoneOf(payload: unknown): string | null {
  const phone = field(payload, "phone_code");
  return typeof phone === "string" && /^\+?\d{3,15}$/.test(phone) ? phone : null;
}

function isTextUpTo(value: unknown, limit: number): value is string {
  return typeof value === "string" && value.trim() !== "" && length(value) <= limit;
}

function isWebAddress(value: unknown): value is string {
  const protocol = typeof value === "string" ? URL.parse(value)?.protocol : undefined;
  return protocol === "https:" || protocol === "http:";
}
