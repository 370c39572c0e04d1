/** The tables of the officers' console. */
export type ConsoleTables = {
  officer: {
    id: string;
    /** Lower case; what is typed to sign in. */
    login: string;
    name: string;
    role: string;
    /** The commune or ward whose officer this is; null: the whole centre's. */
    unit: string | null;
    /** Argon2id in PHC form. */
    password: string;
    created_at: number;
    disabled_at: number | null;
  };
  /** A one-time link: the first officer's, an invitation, or a new password. Only a hash of the link is kept. */
  officer_invite: {
    id: string;
    token_key: string;
    kind: string;
    /** Whose password is set anew; null: a new officer. */
    officer_id: string | null;
    name: string;
    role: string;
    unit: string | null;
    created_at: number;
    expires_at: number;
    used_at: number | null;
  };
  officer_session: {
    id: string;
    officer_id: string;
    token_key: string;
    /** The token before the last rotation: good for a moment, for requests that were under way. */
    former_key: string | null;
    csrf: string;
    device: string;
    created_at: number;
    rotated_at: number;
    seen_at: number;
  };
  /** Wrong passwords, by pseudonym of the login and of the address. */
  sign_in_try: { id: string; who: string; at: number };
  /** What staff did; each row's hash covers the row before (console/audit/chain.ts). Never changed. */
  audit_log: {
    seq: number;
    at: number;
    /** Pseudonym of the officer; null: nobody was signed in. */
    who: string | null;
    action: string;
    object: string;
    detail: string;
    hash: string;
  };
  /** One row: the newest link and its seal. */
  audit_head: { id: number; seq: number; hash: string; seal: string };
};
