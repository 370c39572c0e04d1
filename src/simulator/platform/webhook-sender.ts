import { Agent, type OutgoingHttpHeaders } from "node:http";
import { setImmediate } from "node:timers/promises";
import type { Fault, Faults } from "./faults.ts";
import { post } from "./post.ts";
import { corrupted, signatureOf } from "./signing.ts";
import type { Delivery, FakeZaloOptions, WebhookEvent } from "./types.ts";
import { toWire } from "./wire-json.ts";

/** §1.4. After the last one the webhook is switched off until somebody switches it on again. */
export const RETRY_LADDER_MS = [30_000, 300_000, 900_000, 1_800_000, 3_600_000] as const;

type Parcel = {
  readonly event: WebhookEvent | null;
  readonly citizenId: string | null;
  readonly body: string;
  readonly signature: string | null;
  readonly headers: OutgoingHttpHeaders;
};

type Settings = Pick<FakeZaloOptions, "appId" | "oaSecret" | "webhookUrl" | "escapes"> & {
  readonly retryScale: number;
  readonly webhookTimeoutMs: number;
  readonly now: () => number;
};

/** Carries events to the webhook: signed exact bytes, 2 s, the ladder, and the chosen faults. */
export class WebhookSender {
  enabled = true;
  readonly #settings: Settings;
  readonly #faults: Faults;
  readonly #onDelivery: (delivery: Delivery) => void;
  readonly #onDisabled: () => void;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #held: (() => void)[] = [];
  #sequence = 0;
  #made = 0;

  constructor(settings: Settings, faults: Faults, onDelivery: (delivery: Delivery) => void, onDisabled: () => void) {
    this.#settings = settings;
    this.#faults = faults;
    this.#onDelivery = onDelivery;
    this.#onDisabled = onDisabled;
  }

  /** Resolves with the first attempt, however it went; later attempts follow the ladder by themselves. */
  deliver(event: WebhookEvent, citizenId: string | null = null, server = "OA OpenAPI"): Promise<Delivery> {
    return this.#track(this.#deliver(this.#pack(event, citizenId, server)));
  }

  /** Any bytes with any headers, once: forged, malformed, oversized. */
  sendRaw(body: string, headers: OutgoingHttpHeaders): Promise<Delivery> {
    const signature = headers["X-ZEvent-Signature"];
    return this.#attempt(
      {
        event: null,
        citizenId: null,
        body,
        signature: typeof signature === "string" ? signature : null,
        headers: { "Content-Type": "application/json", "User-Agent": "ZaloWebhook", ...headers },
      },
      0,
    );
  }

  /** Resolves when no first attempt is under way; retries that wait for the ladder do not count. */
  async settled(): Promise<void> {
    do {
      await Promise.allSettled(this.#underWay);
      await setImmediate(); // a receipt sets out only after its echo, an echo only after the answer has left
    } while (this.#underWay.size > 0);
  }

  close(): void {
    this.enabled = false;
    for (const timer of this.#retries) clearTimeout(timer);
    this.#release();
    this.#agent.destroy();
  }

  #pack(event: WebhookEvent, citizenId: string | null, server: string): Parcel {
    const { appId, oaSecret, escapes = "some" } = this.#settings;
    this.#made += 1;
    const body = toWire(event, escapes === "always" || (escapes === "some" && this.#made % 2 === 0));
    const signature = signatureOf(appId, body, event.timestamp, oaSecret);
    const headers = {
      "Content-Type": "application/json",
      "User-Agent": "ZaloWebhook",
      "X-ZEvent-Server": server,
      "X-ZEvent-Signature": signature,
    };
    return { event, citizenId, body, signature, headers };
  }

  async #deliver(parcel: Parcel): Promise<Delivery> {
    if (this.#takes("reorder-webhooks")) await this.#hold();
    const spoiled = this.#takes("corrupted-signature") ? spoil(parcel) : parcel;
    const copy = this.#takes("duplicate-webhook") ? this.#attempt(parcel, 0) : null;
    const delivery = await this.#attempt(spoiled, 0);
    await copy;
    if (delivery.status !== 200) this.#retryLater(parcel, 0);
    this.#release();
    return delivery;
  }

  async #attempt(parcel: Parcel, retries: number): Promise<Delivery> {
    const { webhookUrl, webhookTimeoutMs, now } = this.#settings;
    const at = now();
    const url = typeof webhookUrl === "string" ? webhookUrl : webhookUrl();
    const headers = retries === 0 ? parcel.headers : { ...parcel.headers, num_retry: String(retries) };
    const result = this.enabled
      ? await post(url, Buffer.from(parcel.body, "utf8"), headers, this.#agent, webhookTimeoutMs)
      : { status: null, why: "disabled" as const, ms: 0 };
    this.#sequence += 1;
    const { event, citizenId, body, signature } = parcel;
    const delivery = { sequence: this.#sequence, at, event, citizenId, body, signature, retries, ...result };
    this.#onDelivery(delivery);
    return delivery;
  }

  /** Every answer but a timely 200 is retried [X]; a retry keeps its bytes and its timestamp [I]. */
  #retryLater(parcel: Parcel, step: number): void {
    if (!this.enabled) return;
    const wait = RETRY_LADDER_MS[step];
    if (wait === undefined) {
      this.enabled = false;
      this.#onDisabled();
      return;
    }
    const timer = setTimeout(async () => {
      this.#retries.delete(timer);
      const delivery = await this.#attempt(parcel, step + 1);
      if (delivery.status !== 200) this.#retryLater(parcel, step + 1);
    }, wait * this.#settings.retryScale);
    timer.unref();
    this.#retries.add(timer);
  }

  #hold(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 2000);
      timer.unref();
      this.#held.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #release(): void {
    const held = this.#held;
    this.#held = [];
    for (const go of held) go();
  }

  #takes(fault: Fault): boolean {
    return this.#faults.take("webhook", (one) => one === fault) !== null;
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
    return work;
  }
}

function spoil(parcel: Parcel): Parcel {
  const signature = corrupted(parcel.signature ?? "");
  return { ...parcel, signature, headers: { ...parcel.headers, "X-ZEvent-Signature": signature } };
}
