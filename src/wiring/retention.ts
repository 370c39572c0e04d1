/** What is forgotten when, put together for app.ts from the settings. */
import type { Config } from "../config.ts";
import type { Log } from "../observability/log.ts";
import type { Database } from "../storage/database.ts";
import { forgetDossiers, forgetOlderThan } from "../storage/retention.ts";

/** Forgets what has been kept long enough. Never throws: what could not be forgotten today is tomorrow. */
export const wireRetention =
  ({ retentionMs, dossiers }: Config, database: Database, log: Log, now: () => number) =>
  async (): Promise<void> => {
    const before = (ms: number) => now() - ms;
    const limits = {
      access: before(dossiers.accessRetentionMs),
      consents: before(dossiers.consentRetentionMs),
      ended: before(dossiers.endedRetentionMs),
      open: before(dossiers.openRetentionMs),
    };
    await Promise.all([forgetOlderThan(database, before(retentionMs)), forgetDossiers(database, limits, now())]).catch(
      (error: unknown) => log.error({ type: (error as Error)?.name }, "retention.failed"),
    );
  };
