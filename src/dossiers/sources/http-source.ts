/** One one-stop system over HTTP: asks for one code, within a time, and says what came of it. */
import axios, { type AxiosInstance } from "axios";
import type { DossierRecord } from "../dossier.ts";
import type { Pseudonym } from "../phone-key.ts";
import { createAuthorisation } from "./authorisation.ts";
import { createBreaker } from "./breaker.ts";
import { readAnswer } from "./read-answer.ts";
import { type SourceSettings, whyNotCalled } from "./settings.ts";

export type HttpOutcome =
  | { readonly kind: "record"; readonly record: DossierRecord }
  | { readonly kind: "unknown-code" }
  /** `why` names no code and no secret: for counting and the log. */
  | { readonly kind: "unavailable"; readonly why: string };

export type HttpSource = {
  readonly name: string;
  /** Never throws. At most `attempts` times `timeout_ms` and the pauses between. */
  ask(code: string): Promise<HttpOutcome>;
};

export type HttpSourceParts = {
  readonly settings: SourceSettings;
  readonly secrets: Readonly<Record<string, string>>;
  readonly pseudonym: Pseudonym;
  readonly now: () => number;
};

const LONGEST_ANSWER = 512 * 1024;
const PAUSE_MS = 200;

export function createHttpSource({ settings, secrets, pseudonym, now }: HttpSourceParts): HttpSource {
  const breaker = createBreaker();
  const client = createClient();
  const authorisation = createAuthorisation({ auth: settings.auth, secrets, client, now, settings });

  async function ask(code: string): Promise<HttpOutcome> {
    if (!breaker.mayCall(now())) return { kind: "unavailable", why: "resting" };
    let outcome: HttpOutcome = { kind: "unavailable", why: "never asked" };
    for (let attempt = 0; attempt < settings.attempts; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      outcome = await askOnce(code);
      if (outcome.kind !== "unavailable") {
        breaker.succeeded();
        return outcome;
      }
    }
    breaker.failed(now());
    return outcome;
  }

  async function askOnce(code: string): Promise<HttpOutcome> {
    const url = settings.url.replaceAll("{code}", encodeURIComponent(code));
    // Checked when the file was read; again here, so that no later change can let a call go elsewhere.
    const forbidden = whyNotCalled(url, settings.hosts, settings.allow_http);
    if (forbidden) return { kind: "unavailable", why: "host not named in the settings" };
    const signal = AbortSignal.timeout(settings.timeout_ms);
    try {
      const headers = { Accept: "application/json", ...settings.headers, ...(await authorisation.headers(signal)) };
      const body = settings.body === undefined ? undefined : withCode(settings.body, code);
      const response = await client.request<string>({ method: settings.method, url, headers, data: body, signal });
      if (settings.answer.unknown_status.includes(response.status)) return { kind: "unknown-code" };
      if (response.status === 401 || response.status === 403) authorisation.forget();
      if (response.status !== 200) return { kind: "unavailable", why: `status ${response.status}` };
      const reading = readAnswer(parseJson(response.data), code, settings, pseudonym);
      return reading.kind === "unreadable" ? { kind: "unavailable", why: reading.why } : reading;
    } catch (error) {
      // Only a code is taken along: the error itself holds the headers, and with them the secret.
      return { kind: "unavailable", why: signal.aborted ? "timeout" : ((error as { code?: string }).code ?? "fault") };
    }
  }

  return { name: settings.name, ask };
}

const createClient = (): AxiosInstance =>
  axios.create({
    adapter: "http",
    validateStatus: () => true,
    // A redirect would lead to a host that nobody named.
    maxRedirects: 0,
    maxContentLength: LONGEST_ANSWER,
    responseType: "text",
    transformResponse: (text: unknown) => text,
    // The environment is read in one place of this program, and this is not it.
    proxy: false,
  });

/** A captcha or an error page is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function withCode(body: unknown, code: string): unknown {
  if (typeof body === "string") return body.replaceAll("{code}", code);
  if (Array.isArray(body)) return body.map((each) => withCode(each, code));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, withCode(value, code)]));
}
