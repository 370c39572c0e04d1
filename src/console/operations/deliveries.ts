/** Replies that did not arrive, or of which nobody knows: read, tried again, or put aside with a reason. */
import type { Deed } from "../audit/chain.ts";

export type FailedDelivery = {
  readonly seq: number;
  /** `dead`: refused for good. `unconfirmed`: sent twice, never echoed. */
  readonly kind: "dead" | "unconfirmed";
  readonly text: string;
  /** The last digits of whom it was for. */
  readonly citizen: string;
  readonly error: string;
  readonly createdAt: number;
  readonly settledAt: number;
};

export type DeliveryStore = {
  failedCount(): Promise<number>;
  /** Newest first, after a number. */
  failed(limit: number): Promise<readonly FailedDelivery[]>;
  /** Puts it back into the queue. False: it is not failed any more. */
  retry(seq: number, deed: Deed): Promise<boolean>;
  dismiss(seq: number, deed: Deed): Promise<boolean>;
};
