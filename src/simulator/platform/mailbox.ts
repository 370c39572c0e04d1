/** Hands out what arrives, in order, each once; `next` waits for it and never polls. */
export class Mailbox<T> {
  #unread: T[] = [];
  #waiting: ((item: T) => void)[] = [];

  push(item: T): void {
    const first = this.#waiting.shift();
    if (first) first(item);
    else this.#unread.push(item);
    if (this.#unread.length > 1000) this.#unread.shift();
  }

  /** The oldest item not handed out yet. Rejects with `complaint()` after `timeoutMs`. */
  next(timeoutMs: number, complaint: () => string): Promise<T> {
    const ready = this.#unread.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one !== take);
        reject(new Error(complaint()));
      }, timeoutMs);
      const take = (item: T): void => {
        clearTimeout(timer);
        resolve(item);
      };
      this.#waiting.push(take);
    });
  }
}
