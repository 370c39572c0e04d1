/** The OA's token between real processes: a refresh token works once, so whoever comes second must not use it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { storePair } from "../../src/channel/zalo/link.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import type { TokenProcessOptions } from "../support/token-process.ts";
import { json, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

const PROCESSES = 3;
const CALLERS = 50;
const OA = "3886132808788600001";
const KEY = new Uint8Array(32).fill(3);

describe.each(DATABASES)("the token between processes, on $name", ({ open }) => {
  let opened: OpenDatabase;
  let zalo: ScriptedServer;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    opened = await open();
    zalo = await startScriptedServer();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await zalo.close();
    await opened.remove();
  });

  function startProcess() {
    const options: TokenProcessOptions = {
      databaseUrl: opened.url,
      oauthUrl: zalo.url,
      oaId: OA,
      key: [...KEY],
      callers: CALLERS,
    };
    const file = fileURLToPath(new URL("../support/token-process.ts", import.meta.url));
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", file, JSON.stringify(options)], {
      stdio: ["pipe", "pipe", "inherit"],
      env: {},
    });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const line = async () => String((await lines.next()).value);
    return { line, go: () => void child.stdin.write("go\n") };
  }

  test("50 callers in each of 3 processes at its end: one refresh, and everybody has the new one", async () => {
    let spent = 0;
    zalo.answer = (res, asked) => {
      const isFirst = new URLSearchParams(asked.body).get("refresh_token") === "refresh-0" && spent++ === 0;
      const granted = { access_token: "access-1", refresh_token: "refresh-1", expires_in: "90000" };
      // Slow enough for all processes to be at it at once.
      setTimeout(() => json(isFirst ? granted : { error: -118, error_name: "spent" })(res, asked), 150);
    };
    const store = createTokenStore(opened.database);
    const longAgo = () => Date.now() - 26 * 3_600_000;
    const pair = { accessToken: "access-0", refreshToken: "refresh-0" };
    await storePair({ store, sealer: createSealer(KEY), clock: longAgo }, OA, pair);

    const processes = Array.from({ length: PROCESSES }, startProcess);
    for (const { line } of processes) expect(await line()).toBe("ready");
    for (const { go } of processes) go();
    const got = await Promise.all(processes.map(async ({ line }) => JSON.parse(await line()) as string[]));
    expect(got.flat()).toEqual(Array(PROCESSES * CALLERS).fill("access-1"));
    expect(zalo.asked).toHaveLength(1);
    expect(await store.read(OA)).toMatchObject({ version: 2 });
  }, 60_000);
});
