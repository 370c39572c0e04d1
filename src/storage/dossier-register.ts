/** The register of dossiers: a table that the centre fills, and the last known answer of every other source. */
import type { Selectable } from "kysely";
import type { Dossier, DossierRecord, DossierRegister, PutOutcome, Status } from "../dossiers/dossier.ts";
import type { Database } from "./database.ts";
import { oneAtATime } from "./dialect.ts";
import type { Db, Schema } from "./schema.ts";

type Row = Selectable<Schema["dossier"]>;

export function createDossierRegister(database: Database): DossierRegister {
  return {
    async find(code) {
      const row = await database.read.selectFrom("dossier").selectAll().where("code", "=", code).executeTakeFirst();
      return row ? { kind: "found", dossier: dossierOf(row), freshness: "current" } : { kind: "unknown-code" };
    },
    put: (records, now = Date.now()) =>
      database.write(async (db) => {
        await oneAtATime(db, "dossier");
        const outcomes: PutOutcome[] = [];
        for (const record of records) outcomes.push(await putOne(db, record, now));
        return outcomes;
      }),
    async count() {
      const row = await database.read
        .selectFrom("dossier")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}

export function dossierOf(row: Row): Dossier {
  return {
    code: row.code,
    status: row.status as Status,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    unit: row.unit,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    finishedOn: row.finished_on,
    missing: JSON.parse(row.missing) as string[],
    feeDue: row.fee_due,
    phoneKey: row.phone_key,
    knownAt: row.known_at,
  };
}

const UNKNOWN = {
  procedure_code: null,
  procedure_name: null,
  unit: null,
  received_on: null,
  due_on: null,
  finished_on: null,
  missing: "[]",
  fee_due: null,
  phone_key: null,
} as const;

async function putOne(db: Db, record: DossierRecord, now: number): Promise<PutOutcome> {
  const known = await db.selectFrom("dossier").selectAll().where("code", "=", record.code).executeTakeFirst();
  // A clock ahead of ours must not make everything after it come too late.
  const toldAt = record.knownAt === undefined ? null : Math.min(record.knownAt, now);
  const told = { status: record.status, ...columnsOf(record) };
  // What is missing and what is to be paid is said of one status: it does not outlive it.
  const ofStatus = known?.status === record.status ? {} : { missing: "[]", fee_due: null };
  if (!known) {
    await db
      .insertInto("dossier")
      .values({ ...UNKNOWN, ...told, code: record.code, known_at: now, told_at: toldAt })
      .execute();
    return "new";
  }
  if (toldAt !== null && known.told_at !== null && toldAt < known.told_at) return "stale";
  const isSame = Object.entries(told).every(([column, value]) => known[column as keyof Row] === value);
  await db
    .updateTable("dossier")
    .set({ ...ofStatus, ...told, known_at: now, told_at: toldAt ?? known.told_at })
    .where("code", "=", record.code)
    .execute();
  return isSame ? "same" : "changed";
}

/** Only what was told: the rest stays as it is known. */
function columnsOf(record: DossierRecord): Partial<Omit<Row, "code" | "status" | "known_at" | "told_at">> {
  const all = {
    procedure_code: record.procedureCode,
    procedure_name: record.procedureName,
    unit: record.unit,
    received_on: record.receivedOn,
    due_on: record.dueOn,
    finished_on: record.finishedOn,
    missing: record.missing === undefined ? undefined : JSON.stringify(record.missing),
    fee_due: record.feeDue,
    phone_key: record.phoneKey,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
