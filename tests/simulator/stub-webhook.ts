import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type FakeZalo, type FakeZaloOptions, startFakeZalo } from "../../src/simulator/platform/index.ts";

export type Heard = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

export type StubWebhook = {
  readonly url: string;
  readonly heard: Heard[];
  /** Decides the status of the next answers; a promise that never ends is a receiver that never answers. */
  answer: (heard: Heard) => number | Promise<number>;
  close(): Promise<void>;
};

/** A receiver that keeps what it hears. */
export async function startStubWebhook(): Promise<StubWebhook> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one = { headers: request.headers, body: Buffer.concat(chunks) };
    heard.push(one);
    response.statusCode = await stub.answer(one);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stub: StubWebhook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo`,
    heard,
    answer: () => 200,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}

export const IDENTITY = {
  appId: "3608465248940900001",
  appSecret: "InventedAppSecret",
  oaId: "3886132808788600001",
  oaSecret: "InventedOaSecret",
} as const;

export type Bench = { zalo: FakeZalo; webhook: StubWebhook; clock: { at: number } };

const open: (() => Promise<unknown>)[] = [];

/** A fake Zalo and a receiver, with a clock that the test moves. Closed by `closeAll`. */
export async function startBench(options: Partial<FakeZaloOptions> = {}): Promise<Bench> {
  const clock = { at: Date.UTC(2026, 10, 23, 2) };
  const webhook = await startStubWebhook();
  const zalo = await startFakeZalo({ ...IDENTITY, webhookUrl: () => webhook.url, now: () => clock.at, ...options });
  open.push(() => zalo.close(), webhook.close);
  return { zalo, webhook, clock };
}

export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((close) => close()));
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON
export type Json = any;

export async function callApi(
  zalo: FakeZalo,
  token: string,
  path: string,
  body?: unknown,
): Promise<{ json: Json; headers: Headers; status: number }> {
  const response = await fetch(zalo.openapiUrl + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { access_token: token, ...(body instanceof FormData ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(3000),
  });
  return { json: await response.json(), headers: response.headers, status: response.status };
}

export const sendText = (zalo: FakeZalo, token: string, userId: string, text: string, buttons?: unknown) =>
  callApi(zalo, token, "/v3.0/oa/message/cs", {
    recipient: { user_id: userId },
    message: { text, ...(buttons ? { attachment: { type: "template", payload: { buttons } } } : {}) },
  });

export async function askToken(
  zalo: FakeZalo,
  fields: Record<string, string>,
  secret: string = IDENTITY.appSecret,
): Promise<Json> {
  const response = await fetch(`${zalo.oauthUrl}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: secret },
    body: new URLSearchParams({ app_id: IDENTITY.appId, ...fields }),
  });
  return response.json();
}
