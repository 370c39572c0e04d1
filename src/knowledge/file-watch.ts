/** Notices that data files changed, by asking for their sizes and times now and then (docs/adr/0009-…). */
import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

export interface FileWatch {
  /** Looks now, as when another instance says that the files changed. */
  look(): void;
  /** Resolves when nothing of the watch runs any more. */
  stop(): Promise<void>;
}

export interface FileWatchOptions {
  readonly folders: readonly string[];
  readonly since: string;
  readonly everyMs: number;
  /**
   * Called once for a change, when the files have stood still for one look: whoever copies a hundred files is waited
   * for. The next look begins after it has finished.
   */
  readonly onChange: () => Promise<void>;
}

/** After the first sight of a change: so long must the files stand still. */
const SETTLED_MS = 500;

/** Watches from `since` on (a `fingerprint` taken before the files were read: an edit meanwhile counts). A folder that is away for a moment is a change too; nothing here throws. */
export function watchFiles({ folders, since, everyMs, onChange }: FileWatchOptions): FileWatch {
  let known = since;
  let last = since;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  let stopped = false;
  const look = async () => {
    const now = await fingerprint(folders);
    const stoodStill = now === last;
    last = now;
    if (now === known || !stoodStill || stopped) return;
    known = now;
    await onChange();
  };
  const next = (inMs: number) => {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        if (!stopped) next(known === last ? everyMs : Math.min(everyMs, SETTLED_MS));
      });
    }, inMs);
    timer.unref();
  };
  next(everyMs);
  return {
    look() {
      clearTimeout(timer);
      looking = looking.then(() => {
        clearTimeout(timer);
        if (!stopped) next(0);
      });
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      return looking;
    },
  };
}

/** Names, sizes and times of all YAML files under the folders, as one text. */
export async function fingerprint(folders: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
    const stats = await Promise.all(files.map((name) => stat(join(folder, name)).catch(() => null)));
    files.forEach((name, i) => void hash.update(`${name}\0${stats[i]?.size}\0${stats[i]?.mtimeMs}\0`));
    hash.update("\u0001");
  }
  return hash.digest("hex");
}
