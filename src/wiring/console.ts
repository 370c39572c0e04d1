/** The officers' console put together for app.ts. Its rooms are loaded when somebody opens it, not at the start. */
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Published } from "../knowledge/index.ts";
import { readPublished, readRevision } from "../storage/console/published.ts";
import type { ConsoleWiring } from "./console-parts.ts";

export const CONSOLE_BASE = "/can-bo";
const FIRST_LINK_MS = 86_400_000;
/** How soon what another instance published is seen when its signal was lost. */
const LOOK_MS = 1_000;

export type OfficersConsole = {
  readonly router: RequestHandler;
  /** What officers published, for `loadAssistant`. */
  readonly published: () => Promise<Published>;
  /** From now on what is published anywhere is used here: `relearn` is called, never twice at once. */
  follow(relearn: () => Promise<void>): void;
  /**
   * The path of a one-time link by which the first officer makes an account, good for a day; null when there is an
   * officer. Only a hash of it is kept, so each call makes another.
   */
  firstLink(): Promise<string | null>;
  stop(): Promise<void>;
};

export function wireConsole(parts: ConsoleWiring): OfficersConsole {
  const { database, sealer, signals, now } = parts;
  const mac = sealer.pseudonym;
  let used = 0;
  let relearn: () => Promise<void> = async () => {};
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** One look after the other; each sees whatever was published before it began. */
  function look(): Promise<void> {
    looking = looking.then(async () => {
      try {
        // `published` remembers what it read; a file that is broken meanwhile is not tried again each second.
        if ((await readRevision(database.read)) !== used) await relearn();
      } catch (error) {
        parts.log.error({ type: (error as Error)?.name }, "console.look-failed");
      }
    });
    return looking;
  }

  async function load(): Promise<RequestHandler> {
    const { openConsole } = await import("./console-parts.ts");
    return openConsole(parts, async () => {
      signals.send("knowledge");
      await look();
    });
  }

  let loaded: Promise<RequestHandler> | null = null;
  return {
    async router(request, response, next) {
      // What could not be loaded is tried again by the next visitor.
      loaded ??= load().catch((error: unknown) => {
        loaded = null;
        throw error;
      });
      const router = await loaded;
      return router(request, response, next);
    },
    async published() {
      // Before the items: what is published meanwhile is looked for again.
      used = await readRevision(database.read);
      return readPublished(database.read);
    },
    follow(use) {
      relearn = use;
      signals.on("knowledge", () => void look());
      timer = setInterval(() => void look(), parts.lookMs ?? LOOK_MS);
      timer.unref();
    },
    async firstLink() {
      const [{ createOfficerStore }, { keyOf, newToken }] = await Promise.all([
        import("../storage/console/officers.ts"),
        import("../console/access/tokens.ts"),
      ]);
      const officers = createOfficerStore(database, mac);
      if (await officers.any()) return null;
      const token = newToken();
      const first = { kind: "first", officerId: null, name: "", role: "admin", unit: null } as const;
      const invite = { ...first, id: randomUUID(), tokenKey: keyOf(token), expiresAt: now() + FIRST_LINK_MS };
      await officers.invite(invite, null, now());
      return `${CONSOLE_BASE}/bat-dau/${token}`;
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
