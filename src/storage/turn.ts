/** Writes everything that one turn of conversation changed: all in the caller's transaction. */
import { digestOf } from "../channel/message.ts";
import { traceOf } from "../channel/trace.ts";
import type { Claim, TurnResult } from "../intake/inbox.ts";
import { forgetNumbers, openQuestion, settleNumbers } from "./callback-numbers.ts";
import { locked } from "./dialect.ts";
import { eraseDossierTraces, writeDossierEffect } from "./dossier-effects.ts";
import { type Db, INBOX, literally, OPEN, OUTBOX, WAITING } from "./schema.ts";
import { settledWords } from "./settled-words.ts";

export async function writeTurn(db: Db, claim: Claim, result: TurnResult, now: number): Promise<"written" | "lost"> {
  const conversation = db
    .selectFrom("conversation")
    .select("lease_owner")
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId);
  const still = await locked(db, conversation).executeTakeFirst();
  if (still?.lease_owner !== claim.owner) return "lost";

  if (result.erase) await erase(db, claim, result.done, now);
  if (result.done.length > 0) await mark(db, result.done, { status: INBOX.done, done_at: now });
  if (result.dead) await mark(db, result.dead.seqs, { status: INBOX.dead, done_at: now, error: result.dead.error });
  if (result.echo) await settleByEcho(db, claim, result.echo, now);
  if (result.silencedUntil !== undefined) await leaveToOfficer(db, claim, now);
  await addReplies(db, claim, result, now);
  const question = await addTasks(db, claim, result, now);
  await settleNumbers(db, claim, [...result.done, ...(result.dead?.seqs ?? [])], question);
  for (const effect of result.dossier ?? []) await writeDossierEffect(db, claim, effect, now);
  await release(db, claim, result, now);
  return "written";
}

/** So long a question is read no more: what is added then becomes a question of its own. */
const LONGEST_QUESTION = 8_000;

/**
 * The id of what was asked of staff, or null. A citizen has one open question: what they say of it later stands under
 * it, and once an officer closed it the next words open another.
 */
async function addTasks(db: Db, claim: Claim, result: TurnResult, now: number): Promise<number | null> {
  let question: number | null = null;
  for (const task of result.tasks ?? []) {
    const open = task.kind === "ask-staff" ? await openQuestion(db, claim) : null;
    if (open && open.detail.length + task.detail.length < LONGEST_QUESTION) {
      question = open.id;
      if (open.detail.split("\n").includes(task.detail)) continue;
      const detail = [open.detail, task.detail].filter((each) => each !== "").join("\n");
      await db.updateTable("staff_task").set({ detail }).where("id", "=", open.id).execute();
      continue;
    }
    const { id } = await db
      .insertInto("staff_task")
      .values({
        oa_id: claim.oaId,
        citizen_id: claim.citizenId,
        kind: task.kind,
        detail: task.detail,
        due_at: task.dueAt,
        created_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (task.kind === "ask-staff") question = id;
  }
  return question;
}

const mark = (db: Db, seqs: readonly number[], set: { status: number; done_at: number; error?: string }) =>
  db
    .updateTable("inbox")
    .set(set)
    .where("seq", "in", [...seqs])
    .execute();

async function addReplies(db: Db, claim: Claim, result: TurnResult, now: number): Promise<void> {
  const answered = [...result.done, ...(result.dead?.seqs ?? [])];
  const answers = JSON.stringify(answered);
  const first = claim.events.find(({ seq }) => answered.includes(seq));
  const trace = first && traceOf(first.event);
  for (const { to, reply } of result.replies ?? []) {
    await db
      .insertInto("outbox")
      .values({
        oa_id: claim.oaId,
        citizen_id: claim.citizenId,
        anonymous_conversation_id: to.anonymousConversationId ?? null,
        reply: JSON.stringify({ text: reply.text, buttons: reply.buttons, trace }),
        text_digest: digestOf(reply.text),
        provenance: JSON.stringify(reply.provenance),
        answers,
        not_before: now,
        created_at: now,
        urgent: reply.urgent ? 1 : 0,
      })
      .execute();
  }
}

/** Gives the lease back and says when to look again: now if more waits, and now if there is something to send. */
async function release(db: Db, claim: Claim, result: TurnResult, now: number): Promise<void> {
  const more = await db
    .selectFrom("inbox")
    .select("seq")
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .where("status", "=", WAITING)
    .limit(1)
    .executeTakeFirst();
  const isUrgent = result.replies?.some(({ reply }) => reply.urgent) ?? false;
  await db
    .updateTable("conversation")
    .set((eb) => ({
      lease_owner: null,
      lease_until: 0,
      due_at: more ? now : null,
      updated_at: now,
      ...(result.state === undefined || result.erase ? {} : { state: JSON.stringify(result.state) }),
      ...(result.silencedUntil === undefined ? {} : { silenced_until: result.silencedUntil }),
      ...(result.followed === undefined ? {} : { followed: result.followed ? 1 : 0 }),
      ...(result.replies?.length ? { send_due_at: isUrgent ? now : eb.fn.coalesce("send_due_at", eb.val(now)) } : {}),
    }))
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .execute();
}

/** Zalo repeats an event that it could not hand over for some two hours. */
const LATEST_ECHO_MS = 3 * 3_600_000;

/**
 * Our own send came back. An echo whose message id we know settles nothing; an unknown one belongs to the send that is
 * under way or uncertain and has the same text. A citizen has one such send at most, and an urgent one beside it. If there
 * is none, it comes late for one that was given up as unconfirmed: then that is known after all. An echo without text is
 * believed only where a single send can be meant: a reply that is wrongly thought to have arrived would be lost.
 */
async function settleByEcho(db: Db, claim: Claim, echo: NonNullable<TurnResult["echo"]>, now: number): Promise<void> {
  if (echo.messageId !== null) {
    const known = await db
      .selectFrom("outbox")
      .select("seq")
      .where("oa_id", "=", claim.oaId)
      .where("message_id", "=", echo.messageId)
      .executeTakeFirst();
    if (known) return;
  }
  const ofCitizen = db
    .selectFrom("outbox")
    .select(["seq", "text_digest", "status"])
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .orderBy("seq");
  const isMeant = (row: { status: number; text_digest: string }) =>
    row.status !== OUTBOX.waiting && (echo.textDigest === undefined || echo.textDigest === row.text_digest);
  const open = (await ofCitizen.where("status", "in", OPEN).execute()).filter(isMeant);
  const givenUp = ofCitizen
    .where("status", "=", literally(OUTBOX.unconfirmed)[0]!)
    .where("settled_at", ">", now - LATEST_ECHO_MS);
  const candidates = open.length > 0 ? open : (await givenUp.execute()).filter(isMeant);
  const isSure = echo.textDigest !== undefined || candidates.length === 1;
  const [meant] = candidates;
  if (!meant || !isSure) return;
  await db
    .updateTable("outbox")
    .set((eb) => ({
      status: OUTBOX.sent,
      message_id: echo.messageId,
      error: null,
      settled_at: now,
      ...settledWords(eb),
    }))
    .where("seq", "=", meant.seq)
    .execute();
  if (open.length === 0) return;
  await db
    .updateTable("conversation")
    .set({ send_due_at: now })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .execute();
}

/**
 * An officer answers: what still waits to answer the same citizen would talk across, and so would the second send of one
 * of which nobody knows. Untold news is no answer, and stays.
 */
async function leaveToOfficer(db: Db, claim: Claim, now: number): Promise<void> {
  for (const [from, to] of [
    [OUTBOX.waiting, OUTBOX.dead],
    [OUTBOX.uncertain, OUTBOX.unconfirmed],
  ] as const) {
    await db
      .updateTable("outbox")
      .set((eb) => ({ status: to, error: "officer-took-over", settled_at: now, ...settledWords(eb) }))
      .where("oa_id", "=", claim.oaId)
      .where("citizen_id", "=", claim.citizenId)
      .where("status", "in", OPEN)
      .where("status", "=", from)
      .where("answers", "!=", "[]")
      .execute();
  }
  // What comes next need not wait for what was set aside.
  await db
    .updateTable("conversation")
    .set({ send_due_at: now })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .where("send_due_at", "is not", null)
    .execute();
}

/** Keeps the keys (so that Zalo's retries stay duplicates) and forgets every word. */
async function erase(db: Db, claim: Claim, current: readonly number[], now: number): Promise<void> {
  await forgetNumbers(db, claim);
  await eraseDossierTraces(db, claim);
  await db
    .updateTable("inbox")
    .set({ body: "{}" })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .where((eb) => eb.or([eb("status", "!=", INBOX.waiting), eb("seq", "in", [...current, -1])]))
    .execute();
  await db
    .updateTable("outbox")
    .set({ reply: "{}", answers: "[]" })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .where("status", "not in", [OUTBOX.waiting, OUTBOX.sending, OUTBOX.uncertain])
    .execute();
  // What is on its way still arrives; its words go when it has.
  await db
    .updateTable("outbox")
    .set({ forget: 1 })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .where("status", "in", OPEN)
    .execute();
  await db
    .updateTable("staff_task")
    .set({ detail: "", done_at: now })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .execute();
  await db
    .updateTable("conversation")
    .set({ state: null })
    .where("oa_id", "=", claim.oaId)
    .where("citizen_id", "=", claim.citizenId)
    .execute();
}
