/** The door for one-stop systems. Without a token in the settings there is no door. */
import { createHash, timingSafeEqual } from "node:crypto";
import express, { type ErrorRequestHandler, type RequestHandler, Router } from "express";
import { AppError } from "../../errors.ts";
import type { Log } from "../../observability/log.ts";
import type { DossierRegister } from "../dossier.ts";
import type { Pseudonym } from "../phone-key.ts";
import { readBatch, takeBatch } from "./batch.ts";
import { OPENAPI_PATH, openapi, PUSH_PATH } from "./openapi.ts";

export type PushOptions = {
  readonly token: string;
  readonly register: Pick<DossierRegister, "put">;
  readonly pseudonym: Pseudonym;
  readonly now: () => number;
  readonly publicUrl: string | null;
  readonly log: Log;
  /** Called after records changed, so that followers are told at once. */
  readonly onChange: () => void;
  readonly count: (outcome: string, records: number) => void;
};

const LONGEST_BODY = "8mb";

export function createPushRouter(options: PushOptions): Router {
  const router = Router();
  const description = openapi(options.publicUrl);
  router.get(OPENAPI_PATH, (_req, res) => void res.json(description));
  // Who has no token is turned away before the body is read.
  router.post(
    PUSH_PATH,
    onlyWithToken(options.token),
    express.json({ limit: LONGEST_BODY, type: () => true }),
    take(options),
  );
  router.use(failed(options.log));
  return router;
}

function take({ register, pseudonym, now, onChange, count, log }: PushOptions): RequestHandler {
  return async (req, res) => {
    const batch = readBatch(req.body);
    if (batch.kind === "wrong") return void res.status(400).json({ error: batch.reason });
    const answer = await takeBatch(batch.values, register, pseudonym, now());
    count(answer.error_code === 0 ? "taken" : "partly", answer.received);
    if (answer.failed.length > 0) log.warn({ received: answer.received, failed: answer.failed.length }, "push.partly");
    if (answer.new + answer.changed > 0) onChange();
    res.json(answer);
  };
}

function onlyWithToken(token: string): RequestHandler {
  // Digests have one length, so comparing them tells nothing of the token, not even how long it is.
  const wanted = digest(token);
  return (req, res, next) => {
    const [, given = ""] = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? "") ?? [];
    if (timingSafeEqual(digest(given), wanted)) return next();
    res.set("WWW-Authenticate", "Bearer").status(401).json({ error: "thiếu token hoặc token sai" });
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** A machine reads these answers: JSON, and no word of what was sent. */
function failed(log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const status = (error as { status?: unknown } | null)?.status;
    if (status === 413) return void res.status(413).json({ error: "nội dung quá 8 MB, xin chia nhỏ" });
    if (typeof status === "number" && status >= 400 && status < 500) {
      return void res.status(400).json({ error: "nội dung không phải JSON" });
    }
    const unavailable = error instanceof AppError && error.kind === "unavailable";
    log.error({ type: (error as Error)?.name, code: (error as AppError)?.code }, "push.failed");
    res.status(unavailable ? 503 : 500).json({ error: "chưa lưu được hết; xin gửi lại cả loạt sau ít phút" });
  };
}
