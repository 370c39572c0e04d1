import * as http from "node:http";
import * as https from "node:https";
import type { Delivery } from "./types.ts";

export type PostResult = Pick<Delivery, "status" | "why" | "ms">;

/** Posts exact bytes, as Zalo's webhook caller does, and gives up after `timeoutMs`. Never rejects. */
export function post(
  url: string,
  body: Buffer,
  headers: http.OutgoingHttpHeaders,
  agent: http.Agent,
  timeoutMs: number,
): Promise<PostResult> {
  const started = performance.now();
  const secure = url.startsWith("https:");
  return new Promise((resolve) => {
    const end = (status: number | null, why: PostResult["why"]): void => {
      clearTimeout(timer);
      resolve({ status, why, ms: performance.now() - started });
    };
    const request = (secure ? https : http).request(
      url,
      { method: "POST", headers: { ...headers, "Content-Length": body.length }, ...(secure ? {} : { agent }) },
      (response) => {
        response.resume(); // the body is ignored (§1.3)
        end(response.statusCode ?? null, "answered");
      },
    );
    request.on("error", () => end(null, "no-connection"));
    const timer = setTimeout(() => {
      end(null, "timeout");
      request.destroy();
    }, timeoutMs);
    request.end(body);
  });
}
