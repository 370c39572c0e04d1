/** Counts requests by the minute of the platform's clock (§6.3). */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  #minute = -1;
  #used = 0;

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Counts one request. False: over the limit. */
  allows(): boolean {
    const minute = Math.floor(this.#now() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#used = 0;
    }
    this.#used += 1;
    return this.#used <= this.#perMinute;
  }

  /** `X-RateLimit-Remain` is Zalo's own spelling (§4.1). */
  headers(remain = Math.max(0, this.#perMinute - this.#used)): Record<string, string> {
    return { "X-RateLimit-Limit": String(this.#perMinute), "X-RateLimit-Remain": String(remain) };
  }
}
