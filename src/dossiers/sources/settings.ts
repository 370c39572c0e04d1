/** The file that says which system answers for which codes (`DOSSIER_SOURCES`). Examples: docs/examples/. */
import { load } from "js-yaml";
import { z } from "zod";
import { Invalid } from "../../errors.ts";

/** `content.0.code`: a way into an answer; numbers are places in a list. */
const path = z.string().regex(/^[\w$-]+(?:\.[\w$-]+)*$/, "a path such as content.0.code");
const paths = z.union([path, z.array(path).min(1)]).transform((one) => (typeof one === "string" ? [one] : one));
const secretName = z
  .string()
  .regex(/^DOSSIER_SECRET_[A-Z0-9_]+$/, "the name of a setting DOSSIER_SECRET_…, not the secret");

const auth = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("bearer"), token: secretName }),
  z.strictObject({ kind: z.literal("header"), name: z.string().regex(/^[\w-]+$/), value: secretName }),
  z.strictObject({ kind: z.literal("basic"), user: secretName, password: secretName }),
  /** OIDC: a token is fetched and kept until shortly before it ends (c8). */
  z.strictObject({
    kind: z.literal("client_credentials"),
    token_url: z.url(),
    client_id: secretName,
    client_secret: secretName,
  }),
]);

const fields = z.strictObject({
  code: paths,
  status: paths,
  procedure_code: paths.optional(),
  procedure_name: paths.optional(),
  unit: paths.optional(),
  received_on: paths.optional(),
  due_on: paths.optional(),
  finished_on: paths.optional(),
  /** A text, or a list of texts. */
  missing: paths.optional(),
  fee_due: paths.optional(),
  phone: paths.optional(),
});

const source = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{2,30}$/, "small letters, digits and dashes"),
    /** Beginnings of the agency part: `H12` is also `H12.34`, and `000.00.19.H12` of the old form. */
    prefixes: z.array(z.string().regex(/^(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{1,3}){0,3}$/)).min(1),
    /** The only hosts that are ever called, as `name` or `name:port`. */
    hosts: z.array(z.string().regex(/^[a-z0-9.-]+(?::\d+)?$/)).min(1),
    /** Without TLS: only inside the centre's own network. */
    allow_http: z.boolean().default(false),
    method: z.enum(["GET", "POST"]).default("GET"),
    /** `{code}` stands for the code that is looked up. */
    url: z.string().includes("{code}").or(z.url()),
    /** For POST: JSON in which `{code}` is replaced. */
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    auth: auth.default({ kind: "none" }),
    timeout_ms: z.number().int().min(100).max(4_000).default(2_500),
    attempts: z.number().int().min(1).max(3).default(2),
    answer: z.strictObject({
      /** The answer counts only when this holds: `error_code` is 0. */
      success: z.strictObject({ path, equals: z.union([z.string(), z.number(), z.boolean()]) }).optional(),
      /** Where the list of dossiers is; absent: the answer is the dossier itself. */
      list: path.optional(),
      /** HTTP statuses that mean "there is no such dossier". */
      unknown_status: z.array(z.number().int()).default([404]),
      fields,
      /** The system's own names of statuses. */
      statuses: z.record(z.string(), z.number().int().min(1).max(10)).default({}),
    }),
  })
  .superRefine((value, context) => {
    const urls = [value.url, ...(value.auth.kind === "client_credentials" ? [value.auth.token_url] : [])];
    for (const url of urls) {
      const wrong = whyNotCalled(url.replaceAll("{code}", "X"), value.hosts, value.allow_http);
      if (wrong) context.addIssue({ code: "custom", path: ["url"], message: wrong });
    }
    if (value.timeout_ms * value.attempts > LONGEST_ASKING_MS) {
      const message = `timeout_ms times attempts must stay within ${LONGEST_ASKING_MS}: somebody is waiting`;
      context.addIssue({ code: "custom", path: ["timeout_ms"], message });
    }
    if (value.method === "GET" && !value.url.includes("{code}")) {
      context.addIssue({ code: "custom", path: ["url"], message: "needs {code}, for a GET has no body" });
    }
  });

/** A turn of conversation must end before its lease does (10 s: docs/architecture.md). */
const LONGEST_ASKING_MS = 7_000;

const file = z.strictObject({ sources: z.array(source).min(1) });

export type SourceSettings = z.infer<typeof source>;

/** Why an address may not be called, or null when it may. Checked when the file is read and again before each call. */
export function whyNotCalled(url: string, hosts: readonly string[], allowHttp: boolean): string | null {
  if (!URL.canParse(url)) return "is no address";
  const { protocol, host, username } = new URL(url);
  if (username !== "") return "holds a user name";
  if (protocol !== "https:" && !(protocol === "http:" && allowHttp)) return "must begin with https://";
  return hosts.includes(host) ? null : `${host} is not one of the hosts that the file names`;
}

/** `text`: the YAML file. `secrets`: settings by name. Throws `Invalid` with every problem. */
export function readSources(text: string, secrets: Readonly<Record<string, string>>): SourceSettings[] {
  const parsed = file.safeParse(parseYaml(text));
  const problems = parsed.success
    ? [...missingSecrets(parsed.data.sources, secrets), ...repeated(parsed.data.sources)]
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (!parsed.success || problems.length > 0) {
    throw new Invalid(
      "dossiers.sources",
      `DOSSIER_SOURCES cannot be used:\n${problems.map((one) => `  - ${one}`).join("\n")}`,
    );
  }
  return parsed.data.sources;
}

function parseYaml(text: string): unknown {
  try {
    return load(text);
  } catch (cause) {
    throw new Invalid("dossiers.sources", `DOSSIER_SOURCES is no YAML: ${(cause as Error).message}`, { cause });
  }
}

function missingSecrets(sources: readonly SourceSettings[], secrets: Readonly<Record<string, string>>): string[] {
  return sources.flatMap(({ name, auth: how }) =>
    Object.values(how)
      .filter((value) => value.startsWith("DOSSIER_SECRET_") && !secrets[value])
      .map((value) => `${name}: the setting ${value} is not set`),
  );
}

function repeated(sources: readonly SourceSettings[]): string[] {
  const prefixes = sources.flatMap((one) => one.prefixes);
  return prefixes
    .filter((prefix, i) => prefixes.indexOf(prefix) !== i)
    .map((prefix) => `the prefix ${prefix} stands twice: one system answers for it`);
}
