import type { IncomingHttpHeaders } from "node:http";

export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** What an endpoint answers. Zalo's failures are HTTP 200 as well (§0, fact 4). */
export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Echo and receipt of an accepted message, to be sent once the answer has left. */
  readonly afterwards?: () => void;
  readonly citizenId?: string;
  readonly answerMs?: number | null;
};

export const succeed = (data: unknown): Answer => ({ body: { data, error: 0, message: "Success" } });

export const refuse = (error: number, message: string): Answer => ({ body: { error, message } });

/** Zalo's form of a wrong parameter (§7). */
export const invalid = (field: string): Answer => refuse(-201, `${field} is invalid!`);

export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Reads one field of something unknown; undefined when there is none. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}
