/**
 * Sessions: a random token in a cookie, its hash in the store. The token is changed every ten minutes; the one before is
 * good for one minute more, for requests under way. Ends after two hours without use, or twelve hours.
 */
import { randomUUID } from "node:crypto";
import type { Deed } from "../audit/chain.ts";
import type { Officer } from "./officer.ts";
import { keyOf, newToken } from "./tokens.ts";

export const IDLE_MS = 2 * 3_600_000;
export const LONGEST_MS = 12 * 3_600_000;
const ROTATE_MS = 10 * 60_000;
const GRACE_MS = 60_000;
/** A row is touched no more often than this. */
const SEEN_MS = 60_000;

export type Session = {
  readonly id: string;
  readonly officerId: string;
  readonly tokenKey: string;
  readonly formerKey: string | null;
  /** Stands in every form of this session. */
  readonly csrf: string;
  /** "Chrome, Windows": for its owner to recognise. */
  readonly device: string;
  readonly createdAt: number;
  readonly rotatedAt: number;
  readonly seenAt: number;
};

export type SessionStore = {
  open(session: Session, deed: Deed): Promise<void>;
  /** By the token's hash or the former one's; with its officer, who may sign in. */
  find(key: string): Promise<{ readonly session: Session; readonly officer: Officer } | null>;
  of(officerId: string): Promise<readonly Session[]>;
  seen(id: string, now: number): Promise<void>;
  /** Only when `from` is still the token: of two at once one rotates. */
  rotate(id: string, from: string, to: string, now: number): Promise<boolean>;
  /** `officerId`: whose it must be. */
  end(id: string, officerId: string, deed: Deed): Promise<boolean>;
  /** Removes those that ended by themselves, and tries older than a day. */
  tidy(now: number): Promise<void>;
};

export type Entered = {
  readonly session: Session;
  readonly officer: Officer;
  /** To be set as the cookie: the token was changed. */
  readonly newToken: string | null;
};

export async function openSession(
  store: SessionStore,
  officer: Officer,
  device: string,
  deed: Deed,
  now: number,
): Promise<string> {
  const token = newToken();
  await store.open(
    {
      id: randomUUID(),
      officerId: officer.id,
      tokenKey: keyOf(token),
      formerKey: null,
      csrf: newToken(),
      device,
      createdAt: now,
      rotatedAt: now,
      seenAt: now,
    },
    deed,
  );
  return token;
}

/** Who comes with this cookie; null: nobody, or not any more. */
export async function enter(store: SessionStore, token: string, now: number): Promise<Entered | null> {
  const key = keyOf(token);
  const found = await store.find(key);
  if (!found) return null;
  const { session, officer } = found;
  if (now > session.seenAt + IDLE_MS || now > session.createdAt + LONGEST_MS) return null;
  if (key !== session.tokenKey)
    return now <= session.rotatedAt + GRACE_MS ? { session, officer, newToken: null } : null;
  if (now < session.rotatedAt + ROTATE_MS) {
    if (now >= session.seenAt + SEEN_MS) await store.seen(session.id, now);
    return { session, officer, newToken: null };
  }
  const fresh = newToken();
  const rotated = await store.rotate(session.id, key, keyOf(fresh), now);
  return { session, officer, newToken: rotated ? fresh : null };
}
