/** How the door hands an event on. Resolves only once the event is durable. */
import type { IncomingEvent } from "./message.ts";

/** `duplicate`: the same key was accepted before. Throws `Unavailable` when it cannot be kept: the door answers 503. */
export type Accept = (event: IncomingEvent) => Promise<"new" | "duplicate">;
