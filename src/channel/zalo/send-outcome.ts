/** What each of Zalo's error codes means for a message that we wanted to send (zalo-oa.md §7). */
import type { SendOutcome, SendTodo } from "../voice.ts";
import { fieldsOf, idOf } from "./fields.ts";
import type { HttpAnswer } from "./http.ts";

/**
 * The token is refused: refreshed once for each send, inside the client. The last four are not in Zalo's table but
 * were met by running integrations (§7, last lines).
 */
const TOKEN_CODES: ReadonlySet<string> = new Set(["-216", "-220", "-124", "216", "401", "-401"]);

const codes = (todo: SendTodo, ...numbers: number[]): [string, SendTodo][] => numbers.map((code) => [`${code}`, todo]);

const TODO: ReadonlyMap<string, SendTodo> = new Map([
  // A passing fault; the generic one is worth one more try only (§7: "R2 ×1, then alert").
  ...codes("retry-once", -200),
  ...codes("retry", -214),
  // Over a limit of requests, quota or of this recipient, or at night.
  ...codes("wait", -32, -211, -218, -234),
  // This person cannot be reached: not followed, blocked, banned, no interaction for 7 days, refused.
  ...codes("give-up", -213, -217, -227, -230, -232, -244),
  // This one message is wrong and stays wrong; others are not concerned, so nothing else stops for it.
  ...codes("give-up", -100, -201, -210, -233, -249, -403),
  // Set-up, permission, package, money, or a message that the platform finds improper: an officer must act.
  ...codes("tell-staff", -204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -238, -240, -241, -242, -248),
  ...codes("tell-staff", -320, -321, -1340, -1341),
]);

export const isTokenCode = (code: string): boolean => TOKEN_CODES.has(code);

/** A code that we do not know is never tried again blindly (§7). */
export const todoFor = (code: string): SendTodo => TODO.get(code) ?? "tell-staff";

/**
 * Zalo answers errors with HTTP 200 and `error` ≠ 0 (§4.1). A 5xx without such a body is *unknown*, not a refusal:
 * a gateway says 502 or 504 also after the service behind it has sent the message, and nothing would stop a second
 * copy. So is an answer that is not JSON or has no `error`.
 */
export function sendOutcomeOf(answer: HttpAnswer): SendOutcome {
  if (answer.kind === "not-sent") return { kind: "refused", code: answer.why, todo: todoBeforeSending(answer.why) };
  if (answer.kind === "lost") return { kind: "unknown", why: answer.why };
  const body = fieldsOf(answer.body);
  const code = idOf(body.error);
  // Success without a message id would be told apart from nothing later, but it is a success: never sent twice.
  if (code === "0") return { kind: "sent", messageId: idOf(fieldsOf(body.data).message_id) ?? "" };
  if (code !== null) return { kind: "refused", code, todo: todoFor(code) };
  return withoutCode(answer.status);
}

/** An answer that does not come from Zalo's API itself but from something before it. */
function withoutCode(status: number): SendOutcome {
  if (status === 429) return { kind: "refused", code: "http.429", todo: "wait" };
  if (status === 401) return { kind: "refused", code: "401", todo: "tell-staff" };
  if (status >= 300 && status < 500) return { kind: "refused", code: `http.${status}`, todo: "tell-staff" };
  return { kind: "unknown", why: status < 300 ? "http.no-answer" : `http.${status}` };
}

/** Nothing has left us. A certificate that is not trusted does not mend itself; everything else may. */
const todoBeforeSending = (why: string): SendTodo => (/CERT|TLS|SIGNED|UNABLE_/.test(why) ? "tell-staff" : "retry");
