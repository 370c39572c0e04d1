/** An officer of the console, the one-time links by which one becomes it, and the stores that keep them. */
import type { Deed } from "../audit/chain.ts";
import type { Role } from "./roles.ts";

export type Officer = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** The commune or ward; null: the whole centre. */
  readonly unit: string | null;
  readonly createdAt: number;
  /** Null: may sign in. */
  readonly disabledAt: number | null;
};

/** `first`: printed at the first start. `new`: an invitation. `password`: for an officer who forgot theirs. */
export type InviteKind = "first" | "new" | "password";

export type Invite = {
  readonly id: string;
  readonly kind: InviteKind;
  readonly officerId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
};

export type NewInvite = Omit<Invite, "createdAt"> & { readonly tokenKey: string };

/** Every change carries the deed that goes into the log with it, in one transaction. */
export type OfficerStore = {
  any(): Promise<boolean>;
  all(): Promise<readonly Officer[]>;
  find(id: string): Promise<Officer | null>;
  /** Also of those who may not sign in any more. `password` in PHC form. */
  byLogin(login: string): Promise<{ readonly officer: Officer; readonly password: string } | null>;
  /** Null: no such link, used, expired; or the first officer's when there is one already. */
  inviteOf(tokenKey: string, now: number): Promise<Invite | null>;
  openInvites(now: number): Promise<readonly Invite[]>;
  invite(invite: NewInvite, deed: Deed | null, now: number): Promise<void>;
  revokeInvite(id: string, deed: Deed): Promise<boolean>;
  /** Uses the link up. `taken`: another officer signs in under that name; `gone`: somebody used the link first. */
  join(
    tokenKey: string,
    officer: Pick<Officer, "id" | "login" | "name"> & { readonly password: string },
    deed: Deed,
    now: number,
  ): Promise<"joined" | "taken" | "gone">;
  /** Sets a new password by a link to one, and uses the link up; false: it was used, taken back or over meanwhile. */
  renew(tokenKey: string, password: string, deed: Deed, now: number): Promise<boolean>;
  /** Sets the password and ends all sessions, except `keepSession`; links to a new one are good no more. */
  setPassword(id: string, password: string, keepSession: string | null, deed: Deed): Promise<void>;
  /** False: it would leave nobody who may administer. Disabling ends all sessions. */
  change(
    id: string,
    to: { readonly role: Role; readonly unit: string | null; readonly disabledAt: number | null },
    deed: Deed,
  ): Promise<boolean>;
};
