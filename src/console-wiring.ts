/** The officers' console put together for app.ts. Its rooms are loaded when somebody opens it, not at the start. */
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Assistant } from "./assistant.ts";
import type { Config } from "./config.ts";
import type { Sealer } from "./secrets/seal.ts";
import type { Database } from "./storage/database.ts";

export const CONSOLE_BASE = "/can-bo";
const FIRST_LINK_MS = 86_400_000;

export type ConsoleWiring = {
  readonly config: Config;
  readonly database: Database;
  readonly sealer: Sealer;
  readonly now: () => number;
  /** Null while the knowledge is not loaded. */
  readonly assistant: () => Assistant | null;
};

export type OfficersConsole = {
  readonly router: RequestHandler;
  /**
   * The path of a one-time link by which the first officer makes an account, good for a day; null when there is an
   * officer. Only a hash of it is kept, so each call makes another.
   */
  firstLink(): Promise<string | null>;
};

export function wireConsole(parts: ConsoleWiring): OfficersConsole {
  const { config, database, sealer, now, assistant } = parts;
  const mac = sealer.pseudonym;

  async function load(): Promise<RequestHandler> {
    const [{ createConsoleRouter }, { createConsoleStores }] = await Promise.all([
      import("./console/index.ts"),
      import("./storage/console/index.ts"),
    ]);
    const stores = createConsoleStores(database, mac);
    await stores.sessions.tidy(now());
    return createConsoleRouter({
      ...stores,
      mac,
      now,
      publicUrl: config.publicUrl,
      centreName: () => assistant()?.current().knowledge.centre.name ?? "Một Cửa",
      unitNames: () =>
        assistant()
          ?.current()
          .knowledge.units?.units.map(({ full_name }) => full_name) ?? [],
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
    async firstLink() {
      const [{ createOfficerStore }, { keyOf, newToken }] = await Promise.all([
        import("./storage/console/officers.ts"),
        import("./console/access/tokens.ts"),
      ]);
      const officers = createOfficerStore(database, mac);
      if (await officers.any()) return null;
      const token = newToken();
      const first = { kind: "first", officerId: null, name: "", role: "admin", unit: null } as const;
      const invite = { ...first, id: randomUUID(), tokenKey: keyOf(token), expiresAt: now() + FIRST_LINK_MS };
      await officers.invite(invite, null, now());
      return `${CONSOLE_BASE}/bat-dau/${token}`;
    },
  };
}
