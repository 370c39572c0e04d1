/** Changes of data files are noticed by looking: once each, and only when the files stand still. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprint, watchFiles } from "../../src/knowledge/index.ts";
import { until } from "../support/until.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mot-cua-watch-"));
  await writeFile(join(folder, "a.yaml"), "a: 1\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("an edit made while the files were still being read counts", async () => {
  const since = await fingerprint([folder]);
  await writeFile(join(folder, "a.yaml"), "a: 20\n");
  let changes = 0;
  const watch = watchFiles({ folders: [folder], since, everyMs: 5, onChange: async () => void changes++ });
  await until("the edit is noticed", () => changes === 1);
  await watch.stop();
});

test("a file that comes or goes is a change, another kind of file is none", async () => {
  let changes = 0;
  const since = await fingerprint([folder]);
  const watch = watchFiles({ folders: [folder], since, everyMs: 5, onChange: async () => void changes++ });
  await writeFile(join(folder, "b.yaml"), "b: 1\n");
  await until("the new file is noticed", () => changes === 1);
  await writeFile(join(folder, "a.yaml~"), "editor's own\n");
  await rm(join(folder, "b.yaml"));
  await until("the missing file is noticed", () => changes === 2);
  await watch.stop();
  expect(changes).toBe(2);
});
