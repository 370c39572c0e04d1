/** Whether a form was sent by a page of ours: the browser says where it comes from in at least one of two headers. */
import type { Request } from "express";

export function isSameSite(request: Request, publicUrl: string | null): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin") return false;
  const origin = request.get("Origin");
  if (origin === undefined) return site !== undefined;
  const host = URL.parse(origin)?.host;
  return host === request.get("Host") || (publicUrl !== null && host === URL.parse(publicUrl)?.host);
}
