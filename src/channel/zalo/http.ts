/** One way out to Zalo's servers. What comes back is a value; no error that carries a header or a token leaves here. */
import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import axios, { type AxiosInstance, isAxiosError } from "axios";
import { parseExactly } from "./fields.ts";

export type HttpAnswer =
  /** `body` is undefined when it is not JSON. */
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown }
  /** No connection was made, or nothing was written to it: the request cannot have had an effect. */
  | { readonly kind: "not-sent"; readonly why: string }
  /** It left us and no whole answer came: it may have had its effect. */
  | { readonly kind: "lost"; readonly why: string };

export interface Http {
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  close(): void;
}

/** An answer of Zalo's is a few hundred bytes. */
const LONGEST_ANSWER = 256 * 1024;

/** `timeoutMs` is for the whole exchange, from looking up the name to the last byte. Never throws. */
export function createHttp(timeoutMs: number): Http {
  const agents = { httpAgent: new PlainAgent({ keepAlive: true }), httpsAgent: new TlsAgent({ keepAlive: true }) };
  const client = axios.create({
    ...agents,
    adapter: "http",
    // Every status is an answer to be judged, and a redirect would carry the token to somebody else.
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: LONGEST_ANSWER,
    // Read with `parseExactly`: axios would turn a 19-digit id into a double.
    responseType: "text",
    transformResponse: (text: unknown) => text,
    transformRequest: (text: unknown) => text,
    // The environment is read in one place of this program, and this is not it.
    proxy: false,
  });
  return {
    post: (url, body, headers) => post(client, url, body, headers, timeoutMs),
    close() {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}

async function post(
  client: AxiosInstance,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<HttpAnswer> {
  try {
    const response = await client.post<string>(url, body, { headers, signal: AbortSignal.timeout(timeoutMs) });
    return { kind: "answered", status: response.status, body: parseExactly(response.data) };
  } catch (error) {
    // Only a code is taken along: the error itself holds the headers, and with them the token.
    return { kind: mayHaveBeenSent(error) ? "lost" : "not-sent", why: faultOf(error) };
  }
}

function faultOf(error: unknown): string {
  if (!isAxiosError(error)) return "http.fault";
  return error.code === "ERR_CANCELED" ? "http.timeout" : `http.${error.code ?? "fault"}`;
}

/** Node's own codes of the steps before a request is written: name, route, connection, certificate. */
const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|UNABLE_|SELF_SIGNED|DEPTH_ZERO|ERR_INVALID_URL)/;

function mayHaveBeenSent(error: unknown): boolean {
  if (!isAxiosError(error)) return true;
  if (BEFORE_SENDING.test(error.code ?? "")) return false;
  // A connection that was still being made when the time ran out has carried nothing. One that was kept alive has
  // carried earlier requests, so it counts as sent: the safe side.
  const socket = (error.request as { socket?: { bytesWritten: number; connecting: boolean } | null } | undefined)
    ?.socket;
  return socket ? !socket.connecting && socket.bytesWritten > 0 : error.request === undefined;
}
