import type { RequestHandler } from "express";

const LOCAL_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Headers of every answer, and two refusals: a host name that is not ours (a page elsewhere that had its own name
 * point to this machine), and a POST that another site's page could send.
 */
export function guard(hosts: readonly string[] = LOCAL_HOSTS): RequestHandler {
  return (request, response, next) => {
    response.set({
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    });
    const host = request.get("Host") ?? "";
    if (!hosts.includes(host.replace(/:\d+$/, ""))) return void response.status(403).send("Chỉ mở được trên máy này.");
    if (request.method === "POST" && !isOurs(request.get.bind(request), host))
      return void response.status(403).json({ error: "Chỉ nhận lệnh từ chính trang này." });
    next();
  };
}

/** JSON from a page of the same origin; a browser says so in at least one of two headers. */
function isOurs(header: (name: string) => string | undefined, host: string): boolean {
  if (!/^application\/json\b/i.test(header("Content-Type") ?? "")) return false;
  const site = header("Sec-Fetch-Site");
  const origin = header("Origin");
  if (site !== undefined && site !== "same-origin") return false;
  if (origin !== undefined && URL.parse(origin)?.host !== host) return false;
  return site !== undefined || origin !== undefined;
}
