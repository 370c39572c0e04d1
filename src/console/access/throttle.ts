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
  /** Whether a try may be made now. */
  isOpen(login: string, address: string, now: number): Promise<boolean>;
  failed(login: string, address: string, deed: Deed, now: number): Promise<void>;
  succeeded(login: string): Promise<void>;
};

export const WAIT_MINUTES = WINDOW_MS / 60_000;

export function createThrottle(store: TryStore, pseudonym: (text: string, context: string) => string): Throttle {
  const byLogin = (login: string) => pseudonym(login, "console-login");
  const byAddress = (address: string) => pseudonym(address, "console-address");
  return {
    async isOpen(login, address, now) {
      const since = now - WINDOW_MS;
      if ((await store.wrongSince(byLogin(login), since)) >= WRONG_PER_LOGIN) return false;
      return (await store.wrongSince(byAddress(address), since)) < WRONG_PER_ADDRESS;
    },
    failed: (login, address, deed, now) => store.wrong([byLogin(login), byAddress(address)], deed, now),
    succeeded: (login) => store.forget(byLogin(login)),
  };
}
