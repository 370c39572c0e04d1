import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Answer, type ApiRequest, field, refuse } from "./answer.ts";
import { answerOpenApi, isSending } from "./endpoints.ts";
import { type Fault, isAcceptFault } from "./faults.ts";
import { remember } from "./types.ts";
import type { World } from "./world.ts";

const BODY_LIMIT = 6 * 1024 * 1024;
const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };

/** The HTTP side: reads a call, lets a fault happen or an endpoint answer, writes down what was said. */
export function createApiServer(world: World): Server {
  let sequence = 0;
  return createServer(async (incoming, response) => {
    const started = performance.now();
    const request = await readRequest(incoming).catch(() => null);
    if (!request) return void incoming.destroy();
    const oauth = request.path.startsWith("/v4/oa/");
    const fault = world.faults.take(oauth ? "oauth" : "openapi", (one) => fits(one, request));
    const answer = await answerWith(world, request, fault);
    const left = deliver(response, answer, fault);
    sequence += 1;
    const call = {
      sequence,
      at: world.now(),
      method: request.method,
      path: request.path,
      request: describeRequest(request, oauth),
      status: left ? (answer.status ?? 200) : null,
      error: left ? errorOf(answer) : null,
      response: left && !oauth ? textOf(answer) : "",
      ms: performance.now() - started,
      citizenId: answer.citizenId ?? null,
      answerMs: answer.answerMs ?? null,
    };
    remember(world.calls, call);
    world.announce({ kind: "call", call });
    if (fault !== "accepted-but-echo-withheld" && fault !== "timeout-and-echo-withheld") answer.afterwards?.();
  });
}

async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error("body too large");
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? "/", "http://zalo.invalid");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

/** Accept faults wait for a message; those of the refresh wait for a refresh, and `Tokens` takes the refusal itself. */
function fits(fault: Fault, request: ApiRequest): boolean {
  if (isAcceptFault(fault)) return isSending(request);
  if (fault === "refuse-refresh") return false;
  if (fault === "lost-refresh-response") return request.body.includes("grant_type=refresh_token");
  return true;
}

async function answerWith(world: World, request: ApiRequest, fault: Fault | null): Promise<Answer> {
  if (fault === "http-500") return { status: 500, body: "<html><body>Internal Server Error</body></html>" };
  if (fault === "invalid-json") return { headers: JSON_TYPE, body: '{"error":0,"message":"Suc' };
  if (fault === "reset") return refuse(0, "Success");
  if (fault === "rate-limit")
    return { ...refuse(-32, "App has exceeded request rate limit"), headers: world.rate.headers(0) };
  if (fault === "expired-token") world.tokens.expireAccess();
  if (typeof fault === "object" && fault && "errorCode" in fault)
    return refuse(fault.errorCode, fault.message ?? "Chosen by the test");
  if (typeof fault === "object" && fault && "hangMs" in fault)
    await new Promise((resolve) => setTimeout(resolve, fault.hangMs).unref());
  return answerProperly(world, request);
}

function answerProperly(world: World, request: ApiRequest): Answer | Promise<Answer> {
  if (request.path === "/v4/oa/permission" && request.method === "GET") return world.tokens.permission(request.query);
  if (request.path === "/v4/oa/access_token" && request.method === "POST") return world.tokens.exchange(request);
  return answerOpenApi(world, request);
}

/** False: no whole answer left. */
function deliver(response: ServerResponse, answer: Answer, fault: Fault | null): boolean {
  // Held open until the caller gives up or the platform closes.
  if (fault === "timeout-after-accepting" || fault === "timeout-and-echo-withheld") return false;
  if (fault === "lost-refresh-response") {
    response.destroy();
    return false;
  }
  const text = textOf(answer);
  if (fault === "reset") {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
    return false;
  }
  response.writeHead(answer.status ?? 200, {
    ...(typeof answer.body === "string" ? { "Content-Type": "text/html; charset=utf-8" } : JSON_TYPE),
    ...answer.headers,
  });
  response.end(text);
  return true;
}

const textOf = (answer: Answer): string =>
  typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);

function errorOf(answer: Answer): number | null {
  const error = field(answer.body, "error");
  if (typeof error === "number") return error;
  return typeof answer.body === "object" ? 0 : null;
}

/** Tokens and codes stay out of the record, and so do uploaded bytes. */
function describeRequest(request: ApiRequest, oauth: boolean): string {
  if (oauth) return new URLSearchParams(request.body.toString("utf8")).get("grant_type") ?? "";
  if (request.headers["content-type"]?.startsWith("multipart/")) return `(${request.body.length} bytes)`;
  return request.method === "GET" ? (request.query.get("data") ?? "") : request.body.toString("utf8");
}
