/** The tables as kysely sees them. TEXT ids, epoch milliseconds, JSON as TEXT, flags as 0/1: one SQL for both databases. */
import type { Generated, Kysely } from "kysely";

/** Codes of `inbox.status`. `waiting` rows are the only ones a worker looks at. */
export const INBOX = { waiting: 0, done: 1, dead: 2 } as const;
/** Codes of `outbox.status`; `unconfirmed` was resent once and never echoed: kept for staff. */
export const OUTBOX = { waiting: 0, sending: 1, uncertain: 2, sent: 3, dead: 4, unconfirmed: 5 } as const;

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
    missing: string;
    known_at: number;
  };
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
};

export type Db = Kysely<Schema>;
