/** Slows down who guesses passwords: by the name that is tried and by the address that tries. */
import type { Deed } from "../audit/chain.ts";

const WINDOW_MS = 15 * 60_000;
const WRONG_PER_LOGIN = 6;
/** An office has one address for all its officers. */
const WRONG_PER_ADDRESS = 30;

export type TryStore = {
  /** Of one pseudonym since then. */
  wrongSince(who: string, since: number): Promise<number>;
  wrong(whos: readonly string[], deed: Deed, now: number): Promise<void>;
  forget(who: string): Promise<void>;
};

export type Throttle = {
  /**
   * Lets `check` look at a password, unless too many were wrong. `check` gives null for a wrong one, which is counted and
   * logged as `deed` says before anybody else's is looked at: many tries at one moment get no further than one after another.
   */
  attempt<T>(
    by: { readonly login: string; readonly address: string; readonly now: number },
    check: () => Promise<T | null>,
    deed: () => Deed,
  ): Promise<Attempt<T>>;
  succeeded(login: string): Promise<void>;
};

export type Attempt<T> =
  | { readonly kind: "right"; readonly value: T }
  | { readonly kind: "wrong" }
  /** Too many were wrong: not looked at. */
  | { readonly kind: "closed" };

export const WAIT_MINUTES = WINDOW_MS / 60_000;

export function createThrottle(store: TryStore, pseudonym: (text: string, context: string) => string): Throttle {
  const byLogin = (login: string) => pseudonym(login, "console-login");
  const byAddress = (address: string) => pseudonym(address, "console-address");
  const isOpen = async (login: string, address: string, now: number) => {
    const since = now - WINDOW_MS;
    if ((await store.wrongSince(byLogin(login), since)) >= WRONG_PER_LOGIN) return false;
    return (await store.wrongSince(byAddress(address), since)) < WRONG_PER_ADDRESS;
  };
  return {
    attempt: ({ login, address, now }, check, deed) =>
      inTurn(async () => {
        if (!(await isOpen(login, address, now))) return { kind: "closed" };
        const value = await check();
        if (value !== null) return { kind: "right", value };
        await store.wrong([byLogin(login), byAddress(address)], deed(), now);
        return { kind: "wrong" };
      }),
    succeeded: (login) => store.forget(byLogin(login)),
  };
}

let last: Promise<unknown> = Promise.resolve();

/** One password at a time in this process: looking at one takes much memory, too. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}
