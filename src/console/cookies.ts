/** The two cookies of the console: the session, and what to say on the next page. */
import type { Request, Response } from "express";
import { BASE } from "./menu.ts";
import { isEncrypted } from "./visit.ts";

const SESSION = "mc_phien";
const SAY = "mc_noi";

export const sessionToken = (request: Request): string | null => cookieOf(request, SESSION);
export const toSay = (request: Request): string | null => cookieOf(request, SAY);

/** Null ends it. */
export function setSession(request: Request, response: Response, token: string | null, publicUrl: string | null): void {
  set(request, response, SESSION, token, publicUrl);
}

/** Null: it was said. */
export function setToSay(request: Request, response: Response, say: string | null, publicUrl: string | null): void {
  set(request, response, SAY, say, publicUrl, 60_000);
}

function set(
  request: Request,
  response: Response,
  name: string,
  value: string | null,
  publicUrl: string | null,
  maxAge?: number,
) {
  const options = { httpOnly: true, sameSite: "lax", secure: isEncrypted(request, publicUrl), path: BASE } as const;
  if (value === null) response.clearCookie(name, options);
  else response.cookie(name, value, maxAge === undefined ? options : { ...options, maxAge });
}

function cookieOf(request: Request, name: string): string | null {
  for (const pair of (request.get("Cookie") ?? "").split(/;\s*/)) {
    if (!pair.startsWith(`${name}=`)) continue;
    try {
      return decodeURIComponent(pair.slice(name.length + 1)) || null;
    } catch {
      return null;
    }
  }
  return null;
}
