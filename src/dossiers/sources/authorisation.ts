/** How a source is told who asks. Secrets come from the settings by name and go nowhere but into a header. */
import type { AxiosInstance } from "axios";
import { type SourceSettings, whyNotCalled } from "./settings.ts";

export type Authorisation = {
  /** Throws when no token can be had. */
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** The source refused: fetch a new token next time. */
  forget(): void;
};

type Parts = {
  readonly auth: SourceSettings["auth"];
  readonly secrets: Readonly<Record<string, string>>;
  readonly client: AxiosInstance;
  readonly now: () => number;
  readonly settings: Pick<SourceSettings, "hosts" | "allow_http">;
};

/** A token is not used in its last half minute. */
const SPARE_MS = 30_000;

export function createAuthorisation({ auth, secrets, client, now, settings }: Parts): Authorisation {
  const secret = (name: string): string => secrets[name] ?? "";
  let kept: { readonly token: string; readonly until: number } | null = null;

  async function fetchToken(how: Extract<SourceSettings["auth"], { kind: "client_credentials" }>, signal: AbortSignal) {
    if (kept && now() < kept.until) return kept.token;
    if (whyNotCalled(how.token_url, settings.hosts, settings.allow_http)) throw coded("token host");
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: secret(how.client_id),
      client_secret: secret(how.client_secret),
    });
    const response = await client.post<string>(how.token_url, form.toString(), {
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      signal,
    });
    const answer = response.status === 200 ? (JSON.parse(response.data) as Record<string, unknown>) : {};
    if (typeof answer.access_token !== "string") throw coded("no token");
    const lastsMs = typeof answer.expires_in === "number" ? answer.expires_in * 1000 : 60_000;
    kept = { token: answer.access_token, until: now() + lastsMs - SPARE_MS };
    return kept.token;
  }

  return {
    async headers(signal) {
      switch (auth.kind) {
        case "none":
          return {};
        case "bearer":
          return { Authorization: `Bearer ${secret(auth.token)}` };
        case "header":
          return { [auth.name]: secret(auth.value) };
        case "basic": {
          const pair = Buffer.from(`${secret(auth.user)}:${secret(auth.password)}`).toString("base64");
          return { Authorization: `Basic ${pair}` };
        }
        case "client_credentials":
          return { Authorization: `Bearer ${await fetchToken(auth, signal)}` };
      }
    },
    forget() {
      kept = null;
    },
  };
}

const coded = (code: string) => Object.assign(new Error(code), { code });
