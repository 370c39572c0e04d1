/** The exact bytes of a request, within a size and a time. */
import type { IncomingMessage } from "node:http";

export type BodyLimits = { readonly maxBytes: number; readonly timeoutMs: number };

/** `gone`: the sender left before the end. */
export type RawBody = Buffer | "too-large" | "too-slow" | "gone";

/**
 * Never rejects, and never holds more than `maxBytes`. The signature covers these bytes (zalo-oa.md §1.2), so they
 * are neither decoded nor unpacked.
 */
export function readRawBody(req: IncomingMessage, limits: BodyLimits): Promise<RawBody> {
  if (Number(req.headers["content-length"]) > limits.maxBytes) return Promise.resolve("too-large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // The whole body has one deadline: a byte a second would keep an idle timer happy for days.
    const deadline = setTimeout(() => settle("too-slow"), limits.timeoutMs);
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.maxBytes) settle("too-large");
      else chunks.push(chunk);
    };
    const onEnd = () => settle(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, bytes));
    const onGone = () => settle("gone");
    const settle = (outcome: RawBody) => {
      clearTimeout(deadline);
      req.off("data", onData).off("end", onEnd);
      resolve(outcome);
    };
    // A sender that leaves is an error of the request. The listener stays: one that leaves later must do no harm.
    req.on("data", onData).on("end", onEnd).on("error", onGone);
  });
}

/**
 * Lets the rest of a refused body run by unread, so that the sender gets our answer rather than a reset; but only so
 * much of it and for so long.
 */
export function discardRest(req: IncomingMessage, limits: BodyLimits): void {
  if (req.complete || req.destroyed) return;
  let bytes = 0;
  const giveUp = setTimeout(() => req.destroy(), limits.timeoutMs);
  req.on("error", () => {});
  req.on("close", () => clearTimeout(giveUp));
  req.on("end", () => clearTimeout(giveUp));
  req.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > 16 * limits.maxBytes) req.destroy();
  });
  req.resume();
}
