/** A request as the routes see it: who comes, with what, from where. */
import type { Request } from "express";
import type { Officer } from "./access/officer.ts";
import type { Right } from "./access/roles.ts";
import { may } from "./access/roles.ts";
import type { Session } from "./access/sessions.ts";
import type { Deed, Mac } from "./audit/chain.ts";
import { Form } from "./form.ts";

export type Visit = {
  /** Epoch milliseconds UTC. */
  readonly now: number;
  readonly form: Form;
  /** A part of the path. */
  param(name: string): string;
  query(name: string): string;
  /** Where the request comes from, for throttling only. */
  readonly address: string;
  /** "Chrome, Windows". */
  readonly device: string;
  /** Scheme and host as the browser knows them: for links to hand over. */
  readonly origin: string;
  /** For what nobody signed in does. */
  deed(action: string, object: string, detail: string): Deed;
};

export type StaffVisit = Visit & {
  readonly officer: Officer;
  readonly session: Session;
  may(right: Right): boolean;
};

export type VisitParts = { readonly now: () => number; readonly publicUrl: string | null };

export function visitOf(request: Request, { now: clock, publicUrl }: VisitParts): Visit {
  const now = clock();
  return {
    now,
    form: new Form(request.body),
    param: (name) => String(request.params[name] ?? ""),
    query: (name) => (typeof request.query[name] === "string" ? request.query[name].trim() : ""),
    address: addressOf(request),
    device: deviceOf(request.get("User-Agent") ?? ""),
    origin: originOf(request, publicUrl),
    deed: (action, object, detail) => ({ at: now, who: null, action, object, detail }),
  };
}

export function staffVisitOf(visit: Visit, officer: Officer, session: Session, mac: Mac): StaffVisit {
  const who = whoIs(officer.id, mac);
  return {
    ...visit,
    officer,
    session,
    may: (right) => may(officer, right),
    deed: (action, object, detail) => ({ at: visit.now, who, action, object, detail }),
  };
}

/** The pseudonym under which an officer stands in the log. */
export const whoIs = (officerId: string, mac: Mac): string => mac(officerId, "audit-officer");

/** The proxy beside us tells who it speaks for; anybody else could tell us anything. */
function addressOf(request: Request): string {
  const from = request.socket.remoteAddress ?? "";
  const told = request.get("X-Forwarded-For")?.split(",").at(-1)?.trim();
  return told && /^(::1|(::ffff:)?127\.)/.test(from) ? told : from;
}

export const isEncrypted = (request: Request, publicUrl: string | null): boolean =>
  originOf(request, publicUrl).startsWith("https:");

function originOf(request: Request, publicUrl: string | null): string {
  const host = request.get("Host") ?? "localhost";
  if (publicUrl !== null && URL.parse(publicUrl)?.host === host) return new URL(publicUrl).origin;
  return `${request.get("X-Forwarded-Proto") === "https" ? "https" : "http"}://${host}`;
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/coc_coc/i, "Cốc Cốc"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iPhone hoặc iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "máy Mac"],
  [/Linux/, "Linux"],
];

function deviceOf(agent: string): string {
  const first = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(agent))?.[1];
  return [first(BROWSERS) ?? "Trình duyệt lạ", first(SYSTEMS)].filter(Boolean).join(", ");
}
