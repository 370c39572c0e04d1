/**
 * Every setting, described and checked once at start; all problems are reported together. `.env.example` is the same
 * list for people. Nothing else in the program reads the environment.
 */
import { dirname } from "node:path";
import { z } from "zod";
import { Invalid } from "./errors.ts";

export type DossierSettings = {
  /** Null: the register alone answers. */
  readonly sourcesFile: string | null;
  /** `DOSSIER_SECRET_…` by name: what the file of sources refers to. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Null: nothing can be pushed. */
  readonly pushToken: string | null;
  /** How long it is kept who looked up what. */
  readonly accessRetentionMs: number;
  /** How long it is kept who agreed to what. */
  readonly consentRetentionMs: number;
  /** Local clock times between which nobody is told news unasked. */
  readonly quiet: { readonly from: string; readonly to: string };
  /** Dossiers due within so many working days are listed for staff. */
  readonly dueSoonDays: number;
  /** The ZBS template for news of dossiers; null: who has not written for 48 hours is told when they next write. */
  readonly newsTemplateId: string | null;
  /** How long a dossier is kept after it has ended. */
  readonly endedRetentionMs: number;
  /** How long a dossier that has not ended is kept since it was last heard of. */
  readonly openRetentionMs: number;
};

/** What holds when nothing is set. */
export const DOSSIER_DEFAULTS: DossierSettings = {
  sourcesFile: null,
  secrets: {},
  pushToken: null,
  accessRetentionMs: 365 * 86_400_000,
  consentRetentionMs: 1_460 * 86_400_000,
  quiet: { from: "21:00", to: "06:30" },
  dueSoonDays: 2,
  newsTemplateId: null,
  endedRetentionMs: 730 * 86_400_000,
  openRetentionMs: 1_095 * 86_400_000,
};

const DEFAULT_FILE = "data/mot-cua.sqlite";
const DEFAULT_DATABASE = `file:${DEFAULT_FILE}`;
const flag = (text: string) => z.string().trim().min(1).describe(text);

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("Where the server listens"),
  HOST: z.string().optional().describe("Which address it listens on; in demo mode always 127.0.0.1"),
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z
    .string()
    .default(DEFAULT_DATABASE)
    .describe("file:… keeps everything in one embedded SQLite file; postgres://… in a PostgreSQL database"),
  REDIS_URL: z
    .string()
    .optional()
    .describe("Optional Redis: several processes on one database wake each other at once"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters, for example from: openssl rand -hex 32")
    .optional()
    .describe("By this bearer token /metrics may be read from other machines; without it from this one only"),
  PUBLIC_URL: z.url().optional().describe("The address by which citizens and Zalo reach this server"),
  DATA_KEY: flag("32 random bytes in hex or base64: encrypts the tokens kept in the database").optional(),
  ZALO_APP_ID: flag("The Zalo app's id").optional(),
  ZALO_APP_SECRET: flag("The app's secret key: for OAuth").optional(),
  ZALO_OA_ID: flag("The Official Account's id").optional(),
  ZALO_OA_SECRET: flag("OA Secret Key of the Webhook page: proves that a webhook call came from Zalo").optional(),
  ZALO_OA_SECRET_OLD: flag("The OA Secret Key before a reset, accepted as well until you remove it").optional(),
  ZALO_PKCE_VERIFIER: z
    .string()
    .length(43)
    .optional()
    .describe("The fixed code verifier, when the console's Code Challenge is fixed"),
  ZALO_SITE_VERIFICATION: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .describe("The code of the domain verification (zalo_verifier<code>.html)"),
  STAFF_SILENCE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_080)
    .default(60)
    .describe("How long the bot keeps quiet in a conversation after an officer typed there, in minutes"),
  RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(7)
    .max(3_650)
    .default(90)
    .describe("How long the words of conversations are kept, in days"),
  DOSSIER_SOURCES: flag("A YAML file that says which one-stop system answers for which dossier codes").optional(),
  DOSSIER_PUSH_TOKEN: z
    .string()
    .min(32, "must have at least 32 characters, for example from: openssl rand -hex 32")
    .optional()
    .describe("By this token a one-stop system may push dossiers to /api/ho-so; without it there is no such door"),
  ACCESS_LOG_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .max(3_650)
    .default(365)
    .describe("How long it is kept, under pseudonyms, who looked up which dossier, in days"),
  CONSENT_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .max(7_300)
    .default(1_460)
    .describe("How long it is kept, under pseudonyms, who agreed to what: at least as long as OPEN_DOSSIER_DAYS"),
  QUIET_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, "write it as 21:00-06:30")
    .default(`${DOSSIER_DEFAULTS.quiet.from}-${DOSSIER_DEFAULTS.quiet.to}`)
    .describe("When nobody is told news of their dossier unasked, local time"),
  DOSSIER_ZBS_TEMPLATE: z
    .string()
    .regex(/^\d{1,20}$/, "the number of an approved ZBS template with the parameters ma_ho_so and trang_thai")
    .optional()
    .describe("Tells news of a followed dossier to who has not written for 48 hours; Zalo charges for it"),
  ENDED_DOSSIER_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .max(3_650)
    .default(730)
    .describe("How long a dossier is kept after its result was handed over, it was refused or withdrawn"),
  OPEN_DOSSIER_DAYS: z.coerce
    .number()
    .int()
    .min(90)
    .max(7_300)
    .default(1_095)
    .describe("How long a dossier that has not ended is kept after nothing more was heard of it"),
  DUE_SOON_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(30)
    .default(DOSSIER_DEFAULTS.dueSoonDays)
    .describe("Dossiers due within so many working days are listed for staff every morning"),
  SENDS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(3_600)
    .describe("Keeps below Zalo's 4,000 requests a minute"),
});

const REQUIRED_WITH_ZALO = ["ZALO_APP_ID", "ZALO_APP_SECRET", "ZALO_OA_ID", "ZALO_OA_SECRET", "DATA_KEY"] as const;

export type ZaloSettings = {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  /** The present OA secret first, then the old one during a reset. */
  readonly oaSecrets: readonly string[];
  readonly pkceVerifier: string | null;
  readonly siteVerification: string | null;
};

export type Config = {
  readonly port: number;
  readonly host: string;
  /** `file:…` or `postgres://…`; may hold a password. */
  readonly databaseUrl: string;
  /** Where the program keeps what is not in the database: the SQLite file itself, the demo's key. */
  readonly dataFolder: string;
  /** Null: one process, signals stay inside it. */
  readonly redisUrl: string | null;
  readonly logLevel: string;
  /** Null: /metrics is for this machine only. */
  readonly metricsToken: string | null;
  readonly publicUrl: string | null;
  /** Null in demo mode: the simulator plays Zalo. */
  readonly zalo: ZaloSettings | null;
  /** Null in demo mode: a key is made and kept beside the database. */
  readonly dataKey: Uint8Array | null;
  readonly staffSilenceMs: number;
  readonly retentionMs: number;
  readonly sendsPerMinute: number;
  readonly dossiers: DossierSettings;
};

/** Throws `Invalid` whose message lists every problem and what to set. An empty value counts as not set. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = settings.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}${meaningOf(issue.path[0])}`);
  const isProduction = given.NODE_ENV === "production";
  const anyZalo = Object.keys(given).some((name) => name.startsWith("ZALO_"));
  if (anyZalo || isProduction) {
    const why = anyZalo ? "needed as soon as any ZALO_* is set" : "needed when NODE_ENV is production";
    for (const name of REQUIRED_WITH_ZALO) if (given[name] === undefined) problems.push(`${name}: set it, ${why}`);
  }
  const dataKey = given.DATA_KEY === undefined ? null : readKey(given.DATA_KEY);
  if (dataKey === "wrong")
    problems.push("DATA_KEY: must be 32 bytes in hex or base64, for example from: openssl rand -hex 32");
  const databaseUrl = given.DATABASE_URL ?? DEFAULT_DATABASE;
  if (!isDatabaseUrl(databaseUrl)) problems.push("DATABASE_URL: must begin with file: or postgres://");
  if (given.REDIS_URL !== undefined && !/^rediss?:\/\//.test(given.REDIS_URL)) {
    problems.push("REDIS_URL: must begin with redis:// or rediss://");
  }
  if (parsed.success && parsed.data.CONSENT_DAYS < parsed.data.OPEN_DOSSIER_DAYS) {
    problems.push("CONSENT_DAYS: must not be less than OPEN_DOSSIER_DAYS, or a consent ends before what it allows");
  }
  if (!parsed.success || problems.length > 0 || dataKey === "wrong") {
    throw new Invalid("config", `The settings cannot be used:\n${problems.map((line) => `  - ${line}`).join("\n")}`);
  }
  const values = parsed.data;
  const zalo = anyZalo || isProduction ? zaloOf(values) : null;
  return {
    port: values.PORT,
    host: zalo === null ? "127.0.0.1" : (values.HOST ?? "0.0.0.0"),
    databaseUrl,
    dataFolder: dirname(databaseUrl.startsWith("file:") ? databaseUrl.slice("file:".length) : DEFAULT_FILE),
    redisUrl: values.REDIS_URL ?? null,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, "") ?? null,
    zalo,
    dataKey,
    staffSilenceMs: values.STAFF_SILENCE_MINUTES * 60_000,
    retentionMs: values.RETENTION_DAYS * 86_400_000,
    sendsPerMinute: values.SENDS_PER_MINUTE,
    dossiers: {
      sourcesFile: values.DOSSIER_SOURCES ?? null,
      secrets: secretsOf(given),
      pushToken: values.DOSSIER_PUSH_TOKEN ?? null,
      accessRetentionMs: values.ACCESS_LOG_DAYS * 86_400_000,
      consentRetentionMs: values.CONSENT_DAYS * 86_400_000,
      quiet: quietOf(values.QUIET_HOURS),
      dueSoonDays: values.DUE_SOON_DAYS,
      newsTemplateId: values.DOSSIER_ZBS_TEMPLATE ?? null,
      endedRetentionMs: values.ENDED_DOSSIER_DAYS * 86_400_000,
      openRetentionMs: values.OPEN_DOSSIER_DAYS * 86_400_000,
    },
  };
}

/** Only called once the required names were checked to be there. */
function zaloOf(values: z.infer<typeof settings>): ZaloSettings {
  return {
    appId: values.ZALO_APP_ID ?? "",
    appSecret: values.ZALO_APP_SECRET ?? "",
    oaId: values.ZALO_OA_ID ?? "",
    oaSecrets: [values.ZALO_OA_SECRET ?? "", values.ZALO_OA_SECRET_OLD ?? ""].filter((secret) => secret !== ""),
    pkceVerifier: values.ZALO_PKCE_VERIFIER ?? null,
    siteVerification: values.ZALO_SITE_VERIFICATION ?? null,
  };
}

/** What a wrong setting is for, so that whoever reads the problem knows what to set. */
function meaningOf(name: PropertyKey | undefined): string {
  const setting = settings.shape[name as keyof typeof settings.shape];
  return setting?.description === undefined ? "" : ` (${setting.description})`;
}

function readKey(text: string): Uint8Array | "wrong" {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  return bytes.length === 32 ? bytes : "wrong";
}

function quietOf(text: string): DossierSettings["quiet"] {
  const [from = "", to = ""] = text.split("-");
  return { from, to };
}

const secretsOf = (given: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name.startsWith("DOSSIER_SECRET_") && value ? [[name, value.trim()]] : [],
    ),
  );

const isDatabaseUrl = (url: string): boolean => /^(file:.|postgres(ql)?:\/\/.)/.test(url);
