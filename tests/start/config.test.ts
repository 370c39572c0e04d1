import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readConfig } from "../../src/config.ts";

const KEY = "ab".repeat(32);
const FULL = {
  ZALO_APP_ID: "1",
  ZALO_APP_SECRET: "the-app-secret",
  ZALO_OA_ID: "2",
  ZALO_OA_SECRET: "the-oa-secret",
  DATA_KEY: KEY,
};
const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

test("nothing set is demo mode, on this machine only", () => {
  const config = readConfig({ HOST: "0.0.0.0" });
  expect(config).toMatchObject({ zalo: null, host: "127.0.0.1", port: 3000, databaseUrl: "file:data/mot-cua.sqlite" });
  expect(config.dataFolder).toBe("data");
});

test("any ZALO_* demands all of them, and production demands them too", () => {
  const one = messageOf({ ZALO_SITE_VERIFICATION: "abc" });
  for (const name of Object.keys(FULL)) expect(one).toContain(name);
  expect(messageOf({ NODE_ENV: "production" })).toContain("ZALO_APP_ID");
  expect(readConfig(FULL).zalo).toMatchObject({ appId: "1", oaSecrets: ["the-oa-secret"] });
});

test("every problem is reported at once, and no secret with them", () => {
  const message = messageOf({
    ...FULL,
    PORT: "many",
    DATABASE_URL: "mysql://x",
    DATA_KEY: "too-short-key",
    REDIS_URL: "x",
  });
  for (const name of ["PORT", "DATABASE_URL", "DATA_KEY", "REDIS_URL"]) expect(message).toContain(name);
  for (const secret of ["the-app-secret", "the-oa-secret", "too-short-key"]) expect(message).not.toContain(secret);
});

test("the database is an embedded file or PostgreSQL, and what is not in it has a folder either way", () => {
  const databaseOf = (url: string) => {
    const { databaseUrl, dataFolder } = readConfig({ DATABASE_URL: url });
    return [databaseUrl, dataFolder];
  };
  expect(databaseOf("file:/var/lib/mot-cua/x.sqlite")).toEqual(["file:/var/lib/mot-cua/x.sqlite", "/var/lib/mot-cua"]);
  expect(databaseOf("postgres://u:p@db/mot_cua")).toEqual(["postgres://u:p@db/mot_cua", "data"]);
  for (const wrong of ["file:", "mysql://x", "/var/x.sqlite", "postgres://"]) {
    expect(messageOf({ DATABASE_URL: wrong })).toContain("DATABASE_URL: must begin with file: or postgres://");
  }
});

test("an empty value counts as not set, and an address loses its last slash", () => {
  expect(readConfig({ ZALO_APP_ID: " ", DATA_KEY: "" }).zalo).toBeNull();
  expect(readConfig({ PUBLIC_URL: "https://motcua.example.vn/" }).publicUrl).toBe("https://motcua.example.vn");
});

test("with Zalo's settings it listens everywhere unless HOST says otherwise", () => {
  expect(readConfig(FULL).host).toBe("0.0.0.0");
  expect(readConfig({ ...FULL, HOST: "127.0.0.1" }).host).toBe("127.0.0.1");
});

test("the old OA secret counts beside the new one during a reset", () => {
  expect(readConfig({ ...FULL, ZALO_OA_SECRET_OLD: "former" }).zalo?.oaSecrets).toEqual(["the-oa-secret", "former"]);
});

test("DATA_KEY may be hex or base64, and nothing shorter", () => {
  const base64 = Buffer.alloc(32, 7).toString("base64");
  expect(readConfig({ ...FULL, DATA_KEY: base64 }).dataKey).toHaveLength(32);
  expect(readConfig({ ...FULL, DATA_KEY: KEY.toUpperCase() }).dataKey).toEqual(new Uint8Array(32).fill(0xab));
  for (const wrong of ["abcd", KEY.slice(1), `${KEY}ab`, `${KEY.slice(1)}g`, "khoá của tôi"]) {
    expect(messageOf({ ...FULL, DATA_KEY: wrong })).toContain("DATA_KEY");
  }
});

test(".env.example names every setting, and none that does not exist", () => {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
  const known = [...read("../../src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]);
  const named = [...read("../../.env.example").matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  // A family of names that the owner of the file of sources chooses; two stand there as examples.
  const ours = named.filter((name) => !name?.startsWith("DOSSIER_SECRET_"));
  expect(ours.sort()).toEqual([...known].sort());
});

test("a wrong value is told with what the setting is for", () => {
  expect(messageOf({ PORT: "abc", RETENTION_DAYS: "1" })).toMatch(
    /PORT: .*\(Where the server listens\)\n {2}- RETENTION_DAYS: .*\(How long the words of conversations are kept, in days\)/,
  );
});
