/** One name for an event in every log line, from the webhook to the reply, in whatever process and after a restart. */
import { hash } from "node:crypto";
import type { IncomingEvent } from "./message.ts";

/** A digest of its key, which says nothing about the citizen. The `t` tells it from any number. */
export const traceOf = ({ oaId, key }: Pick<IncomingEvent, "oaId" | "key">): string =>
  `t${hash("sha256", `${oaId} ${key}`).slice(0, 12)}`;
