/**
 * The door (zalo-oa.md §1): raw bytes → signature → reading → durable → 200. A plain node:http handler, for it is
 * twice as fast as a web framework and is the one place where that counts. Zalo switches the webhook off when it is
 * answered wrongly for two hours (§1.4), so whatever is rightly signed gets 200 unless it could not be kept.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Unavailable } from "../../errors.ts";
import type { Accept } from "../door.ts";
import type { Mask } from "./citizen-text.ts";
import { readZaloEvent } from "./event.ts";
import { fieldsOf, parseExactly, wordOf } from "./fields.ts";
import { discardRest, readRawBody } from "./read-body.ts";
import { createVerifier, readSignatureHeader, SIGNATURE_HEADER } from "./signature.ts";

export type WebhookSettings = {
  readonly appId: string;
  readonly oaIds: ReadonlySet<string>;
  /** The OA secret key, and the former one while it is being reset. */
  readonly secrets: readonly string[];
  readonly mask: Mask;
  readonly accept: Accept;
  /** Called once for each request; `name` is an event's name, or `-` for what is not rightly signed. */
  readonly count: (name: string, outcome: DoorOutcome) => void;
  readonly log: DoorLog;
  /** 256 KB unless told otherwise (§1.7). */
  readonly maxBytes?: number;
  /** How long a body may take to arrive: 10 s unless told otherwise. */
  readonly bodyTimeoutMs?: number;
};

export type DoorOutcome = keyof typeof STATUS;

/** The part of a pino logger that the door uses. It is told codes and names, never a word of a body. */
export type DoorLog = { error(details: object, message: string): void };

const STATUS = {
  new: 200,
  duplicate: 200,
  /** Rightly signed, but nothing that we act on; nothing is kept of it. */
  ignored: 200,
  "not-our-oa": 200,
  "not-an-event": 200,
  /** Rightly signed and our reading failed on it: a fault of ours that a resend would not mend. */
  unreadable: 200,
  probe: 200,
  alive: 200,
  malformed: 400,
  forged: 401,
  method: 405,
  "too-slow": 408,
  "too-large": 413,
  encoding: 415,
  unavailable: 503,
} as const;

/** The unsigned probe of the console is `{}` (§1.5). A longer unsigned body is refused without being parsed. */
const LONGEST_PROBE = 1024;

/** What a request came to. `name` is the event's, or `-`. */
type Verdict = { readonly name: string; readonly outcome: DoorOutcome };

/** The handler resolves when it has answered, and never rejects. Throws `Invalid` when a secret or the app id is missing. */
export function createWebhook(door: WebhookSettings): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const isSigned = createVerifier(door.appId, door.secrets);
  const limits = { maxBytes: door.maxBytes ?? 256 * 1024, timeoutMs: door.bodyTimeoutMs ?? 10_000 };

  return async (req, res) => {
    const raw = refuseByHead(req) ?? (await readRawBody(req, limits));
    if (raw === "gone") return;
    const { name, outcome } = typeof raw === "string" ? nameless(raw) : await judge(req, raw);
    door.count(name, outcome);
    respond(res, outcome);
    if (STATUS[outcome] >= 400) discardRest(req, limits);
  };

  async function judge(req: IncomingMessage, raw: Buffer): Promise<Verdict> {
    const header = req.headers[SIGNATURE_HEADER];
    const signature = typeof header === "string" ? header : undefined;
    if (raw.length > LONGEST_PROBE && readSignatureHeader(signature) === null) return nameless("forged");
    const body = parseExactly(raw.toString("utf8"));
    if (typeof body !== "object" || body === null || Array.isArray(body)) return nameless("malformed");
    const fields = fieldsOf(body);
    if (isSigned(raw, wordOf(fields.timestamp), signature)) return admit(body);
    return nameless(fields.event_name === undefined ? "probe" : "forged");
  }

  async function admit(body: unknown): Promise<Verdict> {
    const event = read(body);
    if (event === null) return nameless("unreadable");
    if ("notRead" in event) return { name: event.name, outcome: event.notRead };
    if (event.body.kind === "ignored") return { name: event.name, outcome: "ignored" };
    try {
      return { name: event.name, outcome: await door.accept(event) };
    } catch (error) {
      door.log.error({ code: codeOf(error), event: event.name }, "an event could not be kept; Zalo will resend it");
      return { name: event.name, outcome: "unavailable" };
    }
  }

  function read(body: unknown): ReturnType<typeof readZaloEvent> | null {
    try {
      return readZaloEvent(body, door.oaIds, door.mask);
    } catch (error) {
      door.log.error({ code: codeOf(error) }, "a rightly signed event could not be read: this is a fault of ours");
      return null;
    }
  }
}

const nameless = (outcome: DoorOutcome): Verdict => ({ name: "-", outcome });

function respond(res: ServerResponse, outcome: DoorOutcome): void {
  if (outcome === "unavailable") res.setHeader("retry-after", "5");
  if (outcome === "method") res.setHeader("allow", "GET, HEAD, POST");
  // A sender that dribbles is cut off; one that sent too much may finish, or it would see a reset instead.
  if (outcome === "too-slow") res.setHeader("connection", "close");
  res.statusCode = STATUS[outcome];
  res.end();
}

/** What the request line and headers alone decide, before a byte of the body is read. */
function refuseByHead(req: IncomingMessage): DoorOutcome | null {
  // Uptime probes; Zalo itself has no GET challenge (§1.5).
  if (req.method === "GET" || req.method === "HEAD") return "alive";
  if (req.method !== "POST") return "method";
  // A packed body is never unpacked: the signature covers the bytes on the wire, and a bomb costs us nothing.
  return (req.headers["content-encoding"] ?? "identity") === "identity" ? null : "encoding";
}

/** A name for the log. The message is left out: a parser's may quote a citizen's words. */
function codeOf(error: unknown): string {
  if (error instanceof Unavailable) return error.code;
  return error instanceof Error ? error.name : "thrown";
}
