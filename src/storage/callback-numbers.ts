/**
 * Phone numbers that a citizen wrote, sealed, in a table of their own. One waits here only until its message is handled:
 * then it belongs to what the citizen asked a person for, or it is gone. It goes with the task, with the words
 * (retention), and when the citizen asks for erasure.
 */
import type { SealedNumber } from "../channel/message.ts";
import { locked } from "./dialect.ts";
import { type Db, INBOX } from "./schema.ts";

/** For `Sealer`: a number of one OA does not open as another's. */
export const numberContext = (oaId: string) => `callback-number/${oaId}`;

type Citizen = { readonly oaId: string; readonly citizenId: string };

export async function keepNumbers(
  db: Db,
  from: Citizen & { readonly eventKey: string },
  numbers: readonly SealedNumber[],
  now: number,
): Promise<void> {
  const row = { oa_id: from.oaId, citizen_id: from.citizenId, event_key: from.eventKey, created_at: now };
  for (const number of numbers)
    await db
      .insertInto("callback_number")
      .values({ ...row, ...number })
      .execute();
}

/**
 * Those of the handled events: for `task`, else for what this citizen still waits for, else forgotten. `task`: the id of
 * what was asked of staff just now.
 */
export async function settleNumbers(
  db: Db,
  citizen: Citizen,
  handled: readonly number[],
  task: number | null,
): Promise<void> {
  const loose = await db
    .selectFrom("callback_number")
    .select(["id", "event_key"])
    .where("oa_id", "=", citizen.oaId)
    .where("citizen_id", "=", citizen.citizenId)
    .where("staff_task_id", "is", null)
    .execute();
  if (loose.length === 0) return;
  const ids = await ofHandled(db, citizen, loose, handled);
  if (ids.length === 0) return;
  const forTask = task ?? (await openQuestion(db, citizen))?.id ?? null;
  if (forTask === null) await db.deleteFrom("callback_number").where("id", "in", ids).execute();
  else await db.updateTable("callback_number").set({ staff_task_id: forTask }).where("id", "in", ids).execute();
}

async function ofHandled(
  db: Db,
  { oaId }: Citizen,
  loose: readonly { id: number; event_key: string }[],
  handled: readonly number[],
): Promise<number[]> {
  const events = await db
    .selectFrom("inbox")
    .select("event_key")
    .where("oa_id", "=", oaId)
    .where("seq", "in", [...handled, -1])
    .where("status", "!=", INBOX.waiting)
    .execute();
  const keys = new Set(events.map((event) => event.event_key));
  return loose.filter((number) => keys.has(number.event_key)).map(({ id }) => id);
}

/** What this citizen waits for a person to answer; nobody closes it before the caller's transaction has ended. */
export async function openQuestion(
  db: Db,
  { oaId, citizenId }: Citizen,
): Promise<{ readonly id: number; readonly detail: string } | null> {
  const latest = db
    .selectFrom("staff_task")
    .select(["id", "detail"])
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("kind", "=", "ask-staff")
    .where("done_at", "is", null)
    .orderBy("id", "desc")
    .limit(1);
  const task = await locked(db, latest).executeTakeFirst();
  return task ?? null;
}

/** What is kept of this citizen for tasks. */
export const forgetNumbers = (db: Db, { oaId, citizenId }: Citizen) =>
  db
    .deleteFrom("callback_number")
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("staff_task_id", "is not", null)
    .execute();
