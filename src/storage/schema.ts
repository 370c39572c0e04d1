/** The tables as kysely sees them. TEXT ids, epoch milliseconds, JSON as TEXT, flags as 0/1: one SQL for both databases. */
import { type Generated, type Kysely, sql } from "kysely";
import type { ConsoleTables } from "./console/tables.ts";

/**
 * Values written into a statement instead of bound to it: only then does SQLite see that a partial index (`where status
 * in (0, 1, 2)`) covers it, and with it a query costs the same however much is stored.
 */
export const literally = <T extends string | number>(...values: readonly T[]) => values.map((value) => sql.lit(value));

/** Codes of `inbox.status`. `waiting` rows are the only ones a worker looks at. */
export const INBOX = { waiting: 0, done: 1, dead: 2 } as const;
/**
 * Codes of `outbox.status`; `unconfirmed` was resent once and never echoed: kept for staff, as is `dead`. `dismissed`: an
 * officer saw it and nothing more is to be done.
 */
export const OUTBOX = { waiting: 0, sending: 1, uncertain: 2, sent: 3, dead: 4, unconfirmed: 5, dismissed: 6 } as const;
/** What is not settled yet: the rows of the index `outbox_open`. */
export const OPEN = literally(OUTBOX.waiting, OUTBOX.sending, OUTBOX.uncertain);
/** What nobody has handled yet: the rows of the index `inbox_waiting`. */
export const WAITING = literally(INBOX.waiting)[0]!;

export type Schema = {
  inbox: {
    seq: Generated<number>;
    oa_id: string;
    event_key: string;
    citizen_id: string;
    name: string;
    /** The reduced event as JSON; emptied when retention ends or the citizen asks for erasure. */
    body: string;
    happened_at: number;
    received_at: number;
    status: Generated<number>;
    attempts: Generated<number>;
    /** After a failed attempt: when the next one may begin. */
    not_before: Generated<number>;
    /** How often its conversation was claimed and never given back: the process died or hung in it. */
    crashes: Generated<number>;
    error: string | null;
    done_at: number | null;
  };
  conversation: {
    oa_id: string;
    citizen_id: string;
    state: string | null;
    /** When the intake should look here next; null: nothing waits. */
    due_at: number | null;
    /** Who has it, or had it and never gave it back: then `lease_until` is over. */
    lease_owner: string | null;
    lease_until: Generated<number>;
    /** When the delivery should look here next; null: nothing to send. */
    send_due_at: number | null;
    send_owner: string | null;
    send_lease_until: Generated<number>;
    /** Until when the bot keeps quiet because an officer took over. */
    silenced_until: Generated<number>;
    followed: Generated<number>;
    updated_at: number;
  };
  outbox: {
    seq: Generated<number>;
    oa_id: string;
    citizen_id: string;
    anonymous_conversation_id: string | null;
    /** Text and buttons as JSON. */
    reply: string;
    text_digest: string;
    /** Records, facts and knowledge version as JSON. */
    provenance: string;
    /** Inbox rows that it answers, as a JSON list. */
    answers: string;
    status: Generated<number>;
    attempts: Generated<number>;
    resends: Generated<number>;
    not_before: number;
    message_id: string | null;
    error: string | null;
    created_at: number;
    /** When the current attempt began, or when it became uncertain. */
    since: number | null;
    settled_at: number | null;
    /** 1: its citizen asked to be forgotten while it was open (settled-words.ts). */
    forget: Generated<number>;
    /** The followed dossier of which this tells, and its status; null: an answer, or the follow has ended. */
    news_code: string | null;
    news_status: number | null;
    /** 1: leaves before everything else that waits for the same citizen. */
    urgent: Generated<number>;
  };
  oa_token: {
    oa_id: string;
    sealed: string;
    expires_at: number;
    refreshed_at: number;
    version: number;
    refresh_owner: string | null;
    refresh_until: number;
  };
  dossier: {
    code: string;
    status: number;
    procedure_name: string | null;
    unit: string | null;
    received_on: string | null;
    due_on: string | null;
    finished_on: string | null;
    /** A JSON list. */
    missing: string;
    known_at: number;
    procedure_code: string | null;
    fee_due: number | null;
    phone_key: string | null;
    /** When it was so by the source's own clock; null: it never said. What is older than this comes too late. */
    told_at: number | null;
  };
  /** Rows of a file that is being imported; they become dossiers all at once. */
  dossier_staging: Omit<Schema["dossier"], "known_at" | "told_at" | "missing"> & {
    import_id: string;
    line: number;
    missing: string | null;
  };
  /** How the columns of a file with these headers were understood. */
  dossier_mapping: { headers: string; mapping: string; used_at: number };
  dossier_follow: {
    oa_id: string;
    citizen_id: string;
    code: string;
    /** The status that this citizen knows of, 0: of none; another one in the register is news to be told. */
    status_told: number;
    /** A status of which a message could not be sent, or nobody knows whether it was: told when they next write. */
    not_sent: number | null;
    /** By which shared code; null: proven with the phone's digits. */
    share_id: number | null;
    since: number;
  };
  dossier_share: {
    id: Generated<number>;
    share_key: string;
    code: string;
    /** Who handed it out. */
    oa_id: string;
    citizen_id: string;
    created_at: number;
    expires_at: number;
    used_at: number | null;
    revoked_at: number | null;
  };
  /** Who agreed to what, or did not: `who` is a pseudonym, so the proof outlives an erasure. */
  consent: {
    id: Generated<number>;
    who: string;
    purpose: string;
    answer: string;
    notice_version: string;
    at: number;
  };
  /** How often a day got which score; nobody knows from whom. */
  rating: { day: string; score: number; times: number };
  /** Who looked up what, both as pseudonyms. */
  dossier_access: {
    id: Generated<number>;
    at: number;
    who: string;
    code_key: string;
    door: string;
    outcome: string;
  };
  /** What was published of a procedure, in every version since issue 3; never changed, never forgotten. */
  procedure_version: { procedure_id: string; version: string; content: string; published_at: number };
  /** The list of a field as an index sheet prints it, likewise. */
  field_version: { field_slug: string; version: string; content: string; published_at: number };
  /** What staff must see or do: a question for a person, an erasure request, an alarm. */
  staff_task: {
    id: Generated<number>;
    oa_id: string;
    citizen_id: string | null;
    kind: string;
    detail: string;
    due_at: number | null;
    created_at: number;
    done_at: number | null;
  };
  /** A phone number to call back; see callback-numbers.ts. */
  callback_number: {
    id: Generated<number>;
    oa_id: string;
    citizen_id: string;
    /** Of the message in which it stood. */
    event_key: string;
    /** Null: its message waits for its turn. */
    staff_task_id: number | null;
    sealed: string;
    /** `09xx xxx x78` */
    shown: string;
    created_at: number;
  };
  /** Who opened a number or closed a task, and when. Nothing about the citizen. */
  staff_audit: {
    id: Generated<number>;
    at: number;
    actor: string;
    action: string;
    staff_task_id: number;
  };
} & ConsoleTables;

export type Db = Kysely<Schema>;
