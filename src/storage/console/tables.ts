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
  /** What officers published of one item; wins over the files. */
  knowledge_item: {
    kind: string;
    id: string;
    /** Counts up with each publication. */
    version: number;
    /** JSON. */
    content: string;
    /** What the files said when it was published, as JSON; null: no file has it. */
    seed: string | null;
    published_at: number;
  };
  /** Every published version of an item; null content: back to what the files say. Never changed. */
  knowledge_revision: {
    kind: string;
    id: string;
    version: number;
    content: string | null;
    note: string;
    /** Ids of officers. */
    by_officer: string;
    approved_by: string;
    at: number;
  };
  /** At most one of an item; several may work on it, one after the other. */
  knowledge_draft: {
    kind: string;
    id: string;
    /** Counts up with each saving: who saves over another's is told. */
    rev: number;
    content: string;
    /** The published version that it grew from; 0: the files'. */
    base_version: number;
    /** The content that it grew from, as JSON; null: a new item. */
    base: string | null;
    /** `draft` or `waiting` for approval. */
    state: string;
    note: string;
    /** JSON list of the ids of all who worked on it. */
    authors: string;
    /** Who saved last. */
    author: string;
    /** Why an approver gave it back. */
    sent_back: string | null;
    created_at: number;
    updated_at: number;
  };
  knowledge_withdrawal: {
    kind: string;
    id: string;
    part: string;
    reason: string;
    by_officer: string;
    at: number;
  };
  /** An Excel file that was looked at and not taken in yet; `sealed`: its bytes (console/excel-files.ts). */
  excel_file: { id: string; officer_id: string; kind: string; name: string; sealed: string; started_at: number };
  /** Messages that an officer has dealt with; `word_key`: a hash of the words, as `keyOfWords` makes it. */
  learning_mark: { word_key: string; what: string; by_officer: string; at: number };
  /** `approval`: `two` or `one`; `knowledge.revision`: counts up with each change of what is published. */
  console_setting: { name: string; value: string };
  /** One row: the newest link and its seal. */
  audit_head: { id: number; seq: number; hash: string; seal: string };
};
