import { type Answer, type ApiRequest, refuse } from "./answer.ts";
import { describeOa, describeQuota, describeUser, listConversation, listUsers } from "./directory.ts";
import { sendAnonymous, sendConsultation, sendPhoneTemplate, sendTemplate } from "./sending.ts";
import type { World } from "./world.ts";

type Endpoint = (world: World, request: ApiRequest) => Answer | Promise<Answer>;

/** The OA API as far as the fake plays it. Everything here asks for the `access_token` header first. */
const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "POST /v3.0/oa/message/cs": sendConsultation,
  "POST /v3.0/oa/message/template": sendTemplate,
  "POST /v2.0/oa/message": sendAnonymous,
  "POST /message/template": sendPhoneTemplate,
  // Closed on 2026-03-01 (§4.4); what they answer is not published [I].
  "POST /v3.0/oa/message/transaction": () => refuse(-240, "This API is closed"),
  "POST /v3.0/oa/message/promotion": () => refuse(-240, "This API is closed"),
  "POST /v2.0/oa/upload/image": (world, request) => world.uploads.accept("image", request),
  "POST /v2.0/oa/upload/gif": (world, request) => world.uploads.accept("gif", request),
  "POST /v2.0/oa/upload/file": (world, request) => world.uploads.accept("file", request),
  "GET /v2.0/oa/getoa": describeOa,
  "GET /v3.0/oa/user/detail": describeUser,
  "GET /v3.0/oa/user/getlist": listUsers,
  "GET /v2.0/oa/conversation": listConversation,
  "POST /v3.0/oa/quota/message": describeQuota,
};

/** The endpoints that put a message on somebody's phone. */
export const isSending = (request: ApiRequest): boolean =>
  request.method === "POST" && /\/message(\/cs|\/template)?$/.test(request.path) && !request.path.includes("/quota/");

/** Token, rate and then the endpoint itself (§12.2, §12.3). */
export async function answerOpenApi(world: World, request: ApiRequest): Promise<Answer> {
  const endpoint = ENDPOINTS[`${request.method} ${request.path}`];
  if (!endpoint) return { status: 404, body: { error: 404, message: "Not found" } };
  const refusal = world.tokens.refusal(request.headers);
  if (refusal) return refusal;
  if (!world.rate.allows())
    return { ...refuse(-32, "App has exceeded request rate limit"), headers: world.rate.headers() };
  return { headers: world.rate.headers(), ...(await endpoint(world, request)) };
}
