/** A local Zalo for trying and for tests: what zalo-oa.md describes, in memory, on 127.0.0.1, with chosen faults. */
import type { OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { createApiServer } from "./api-server.ts";
import { type Citizen, citizenOf } from "./citizen.ts";
import type { Faults } from "./faults.ts";
import { newMessageId } from "./ids.ts";
import type { TokenPair } from "./tokens.ts";
import type { ApiCall, ChatLine, Delivery, FakeZaloOptions, Notice, SentMessage, WebhookEvent } from "./types.ts";
import { createWorld } from "./world.ts";

export type { Citizen, SendOptions } from "./citizen.ts";
export type { Fault, FaultPlace, Faults } from "./faults.ts";
export type { TokenPair } from "./tokens.ts";
export type * from "./types.ts";
export { RETRY_LADDER_MS } from "./webhook-sender.ts";

export type FakeZalo = {
  readonly oaId: string;
  readonly oaName: string;
  /** Stand for https://oauth.zaloapp.com, https://openapi.zalo.me and https://business.openapi.zalo.me. */
  readonly oauthUrl: string;
  readonly openapiUrl: string;
  readonly businessUrl: string;
  /** A pair as from the API Explorer (§3.1). The pair given before stops working. */
  firstTokens(): TokenPair;
  /** The citizen of this id, made when there is none; without an id a new one. */
  citizen(id?: string, name?: string): Citizen;
  /** A visitor who is not signed in to Zalo. */
  anonymous(id?: string, name?: string): Citizen;
  /** Everybody met so far. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly anonymous: boolean }[];
  isFollower(id: string): boolean;
  /** Somebody writes in a group that the OA is in. */
  groupMessage(text: string, groupId?: string): Promise<Delivery>;
  /** Any event, signed and delivered as it is. */
  sendEvent(event: WebhookEvent, server?: "OA OpenAPI" | "ZNS"): Promise<Delivery>;
  /** Any bytes with any headers, not signed. */
  sendRaw(body: string, headers?: OutgoingHttpHeaders): Promise<Delivery>;
  /** The unsigned `{}` that the console sends when the URL is saved (§1.5). */
  sendProbe(): Promise<Delivery>;
  /** The signed sample of the console's check button (§1.5). */
  sendConsoleTest(): Promise<Delivery>;
  /** The oldest message to anybody that has not been handed out here. */
  nextMessage(timeoutMs?: number): Promise<SentMessage>;
  readonly faults: Faults;
  /** All lists keep their newest 1,000. */
  readonly sent: readonly SentMessage[];
  readonly calls: readonly ApiCall[];
  readonly webhookLog: readonly Delivery[];
  readonly chat: readonly ChatLine[];
  /** False after the last failure of the ladder (§1.4). */
  readonly webhookEnabled: boolean;
  enableWebhook(): void;
  /** Hears everything that happens; returns what ends the subscription. */
  on(listener: (notice: Notice) => void): () => void;
  /** Resolves when no event's first attempt is under way. */
  settled(): Promise<void>;
  /** Stops listening, drops open calls and retries, and ends the page's live streams. */
  close(): Promise<void>;
};

/** Starts the platform; rejects when the port is taken. */
export async function startFakeZalo(options: FakeZaloOptions): Promise<FakeZalo> {
  const world = createWorld(options);
  const server = createApiServer(world);
  const host = options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;

  return {
    oaId: options.oaId,
    oaName: options.oaName ?? "Trung tâm Phục vụ hành chính công",
    oauthUrl: url,
    openapiUrl: url,
    businessUrl: url,
    firstTokens: () => world.tokens.issue(),
    citizen: (id, name) => citizenOf(world, world.people.meet(id, name)),
    anonymous: (id, name = "Khách ẩn danh") => citizenOf(world, world.people.meet(id, name, true)),
    get people() {
      return world.people.all().map(({ id, name, anonymousConversation }) => ({
        id,
        name,
        anonymous: anonymousConversation !== null,
      }));
    },
    isFollower: (id) => world.people.get(id)?.follows ?? false,
    groupMessage: (text, groupId = newMessageId()) =>
      world.webhook.deliver(world.events.inGroup(groupId, world.people.meet(), text)),
    sendEvent: (event, serverName = "OA OpenAPI") => world.webhook.deliver(event, null, serverName),
    sendRaw: (body, headers = {}) => world.webhook.sendRaw(body, headers),
    sendProbe: () => world.webhook.sendRaw("{}", {}),
    sendConsoleTest: () => world.webhook.deliver(consoleTest(options.appId)),
    nextMessage: (timeoutMs = 15_000) =>
      world.mailbox.next(timeoutMs, () => `nobody got a message within ${timeoutMs} ms`),
    faults: world.faults,
    sent: world.sent,
    calls: world.calls,
    webhookLog: world.deliveries,
    chat: world.chat,
    get webhookEnabled() {
      return world.webhook.enabled;
    },
    enableWebhook() {
      world.webhook.enabled = true;
    },
    on(listener) {
      world.listeners.add(listener);
      return () => void world.listeners.delete(listener);
    },
    settled: () => world.webhook.settled(),
    async close() {
      world.announce({ kind: "closed" });
      world.webhook.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function consoleTest(appId: string): WebhookEvent {
  return {
    app_id: appId,
    sender: { id: "1111111111111111111" },
    user_id_by_app: "2222222222222222222",
    recipient: { id: "3333333333333333333" },
    event_name: "user_send_text",
    message: { text: "This is testing message", msg_id: "This is message id" },
    timestamp: "154390853474",
  };
}
