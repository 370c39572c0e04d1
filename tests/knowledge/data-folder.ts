import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DataFolder {
  readonly data: string;
  readonly intents: string;
  remove(): Promise<void>;
}

/** A copy of the real data that a test may break. */
export async function copyOfTheData(): Promise<DataFolder> {
  const root = await mkdtemp(join(tmpdir(), "mot-cua-"));
  const [data, intents] = [join(root, "procedures-data"), join(root, "intents")];
  await cp("procedures-data", data, { recursive: true });
  await cp("intents", intents, { recursive: true });
  return { data, intents, remove: () => rm(root, { recursive: true, force: true }) };
}
