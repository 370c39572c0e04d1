/**
 * What `synchronous=FULL` does, beside the event loop: SQLite would hold everybody up for each sync call, which takes ten
 * milliseconds and more on a memory card (docs/adr/0019-the-sync-call-beside-the-loop.md).
 */
import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";
import { Unavailable } from "../../errors.ts";

const datasync = promisify(fdatasync);

/** Resolves when all that was committed to the log before the call is on the disk. */
export type LogSync = { (): Promise<void>; close(): void };

/**
 * `log` is the WAL file, which exists from the first commit until the last connection closes. After a failed call nothing
 * is known of what was written before it, and a second call would say nothing either: it throws `Unavailable` from then on.
 */
export function createLogSync(log: string): LogSync {
  let file: number | null = null;
  let failure: Unavailable | null = null;
  const sync = async () => {
    if (failure) throw failure;
    try {
      file ??= openSync(log, "r+");
      await datasync(file);
    } catch (cause) {
      failure = new Unavailable("storage.sync", "the disk did not take what was written: look at it, then restart", {
        cause,
      });
      throw failure;
    }
  };
  return Object.assign(sync, {
    close() {
      if (file !== null) closeSync(file);
    },
  });
}
