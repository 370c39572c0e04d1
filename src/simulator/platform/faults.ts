/** What the fake can be told to do wrong. Each is used up by the next thing it fits. */
export type Fault = ApiFault | AcceptFault | OauthFault | WebhookFault;

/** Happen instead of a proper answer; nothing is accepted. */
export type ApiFault =
  | "http-500"
  /** The connection breaks in the middle of the answer. */
  | "reset"
  | "invalid-json"
  /** -32, with the rate headers at zero. */
  | "rate-limit"
  /** The current access token expires before the call is looked at: -220 until it is refreshed. */
  | "expired-token"
  /** Waits, then behaves as usual. */
  | { readonly hangMs: number }
  | { readonly errorCode: number; readonly message?: string };

/** The message is accepted and reaches the citizen, and yet: */
export type AcceptFault =
  /** the echo comes, the answer never does; */
  | "timeout-after-accepting"
  /** the answer comes, the echo and the receipt never do; */
  | "accepted-but-echo-withheld"
  /** neither comes. */
  | "timeout-and-echo-withheld";

export type OauthFault =
  | "refuse-refresh"
  /** The pair is rotated, the answer lost: the caller's refresh token is spent. */
  | "lost-refresh-response";

export type WebhookFault =
  /** The same bytes twice, with no `num_retry`. */
  | "duplicate-webhook"
  | "corrupted-signature"
  /** Held back until the next event has been delivered (2 s at most). */
  | "reorder-webhooks";

export type FaultPlace = "openapi" | "oauth" | "webhook";

const ACCEPT_FAULTS: readonly unknown[] = [
  "timeout-after-accepting",
  "accepted-but-echo-withheld",
  "timeout-and-echo-withheld",
];
const OAUTH_FAULTS: readonly unknown[] = ["refuse-refresh", "lost-refresh-response"];
const WEBHOOK_FAULTS: readonly unknown[] = ["duplicate-webhook", "corrupted-signature", "reorder-webhooks"];

export const isAcceptFault = (fault: Fault): fault is AcceptFault => ACCEPT_FAULTS.includes(fault);

function naturalPlace(fault: Fault): FaultPlace {
  if (OAUTH_FAULTS.includes(fault)) return "oauth";
  return WEBHOOK_FAULTS.includes(fault) ? "webhook" : "openapi";
}

export class Faults {
  #waiting: { fault: Fault; place: FaultPlace; left: number }[] = [];

  /** The next `times` fitting calls go wrong; `Infinity` lasts until `clear`. `place` moves an ApiFault to OAuth. */
  next(times: number, fault: Fault, place: FaultPlace = naturalPlace(fault)): void {
    this.#waiting.push({ fault, place, left: times });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** What is still to come, oldest first. */
  get pending(): readonly { readonly fault: Fault; readonly place: FaultPlace; readonly left: number }[] {
    return this.#waiting.map((one) => ({ ...one }));
  }

  /** Uses up the oldest fault of this place that `fits`. */
  take(place: FaultPlace, fits: (fault: Fault) => boolean = () => true): Fault | null {
    const found = this.#waiting.find((one) => one.place === place && fits(one.fault));
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((one) => one !== found);
    return found.fault;
  }
}
