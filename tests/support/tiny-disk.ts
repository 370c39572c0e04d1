/** A disk of a few megabytes that a test fills up or finds read-only. Needs the right to mount, as in a container of root's. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TinyDisk = {
  readonly folder: string;
  fillUp(): void;
  makeRoom(): void;
  makeReadOnly(): void;
  remove(): void;
};

const run = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

function tinyDisk(megabytes: number): TinyDisk | null {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-disk-"));
  if (!run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder)) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fillUp() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    makeRoom: () => rmSync(filler, { force: true }),
    makeReadOnly() {
      if (!run("mount", "-o", "remount,ro", folder)) throw new Error(`${folder} could not be made read-only`);
    },
    remove() {
      run("umount", "-l", folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const tried = tinyDisk(1);
tried?.remove();

export function describeWithTinyDisk(name: string, suite: (make: (megabytes: number) => TinyDisk) => void): void {
  const make = (megabytes: number) => tinyDisk(megabytes) as TinyDisk;
  if (tried) describe(name, () => suite(make));
  else describe.skip(`NOT RUN: ${name} (no right to mount a disk)`, () => suite(make));
}
