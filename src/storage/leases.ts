/** What a process that died had in hand is free at once, instead of when its leases run out. */
import type { Database } from "./database.ts";

/**
 * Call once at start, before anything is claimed, and only when this process is alone at work (`Database.join`). Whose
 * turn it was stays written: a conversation that was never given back is tried by itself (intake/worker.ts), and a reply
 * that was being sent becomes uncertain and waits for its echo.
 */
export const endLeasesOfTheDead = (database: Database): Promise<void> =>
  database.write(async (db) => {
    await db.updateTable("conversation").set({ lease_until: 0 }).where("lease_until", ">", 0).execute();
    await db.updateTable("conversation").set({ send_lease_until: 0 }).where("send_lease_until", ">", 0).execute();
    await db.updateTable("oa_token").set({ refresh_until: 0 }).where("refresh_until", ">", 0).execute();
  });
