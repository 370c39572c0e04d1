import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openPair } from "../../src/channel/zalo/sealed-tokens.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";

const COMMAND = fileURLToPath(new URL("../../src/commands/zalo-link.ts", import.meta.url));
const DATA_KEY = "ab".repeat(32);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mot-cua-link-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function link(piped: string): Promise<{ code: number | null; output: string }> {
  const env = {
    DATABASE_URL: `file:${folder}/x.sqlite`,
    ZALO_APP_ID: "1",
    ZALO_APP_SECRET: "s",
    ZALO_OA_ID: "2",
    ZALO_OA_SECRET: "o",
    DATA_KEY,
  };
  const child = spawn(process.execPath, [COMMAND, "--pair"], { env, cwd: folder });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  child.stdin.end(piped);
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, output })));
}

test("a pair that is piped in, both lines at once, is kept sealed", async () => {
  const { code, output } = await link(" access-1 \nrefresh-1\n");
  expect(output).toContain("Đã liên kết");
  expect(code).toBe(0);
  const database = openSqliteDatabase(`${folder}/x.sqlite`);
  const kept = await createTokenStore(database).read("2");
  await database.close();
  expect(kept?.sealed).not.toContain("access-1");
  const opened = openPair(createSealer(Buffer.from(DATA_KEY, "hex")), kept!);
  expect(opened).toEqual({ accessToken: "access-1", refreshToken: "refresh-1" });
});

test("input that ends too early is said, and nothing is kept", async () => {
  const { code, output } = await link("access-1\n");
  expect(code).toBe(1);
  expect(output).toContain("Chưa có đủ câu trả lời");
  expect(output).not.toMatch(/^\s+at /m);
});
