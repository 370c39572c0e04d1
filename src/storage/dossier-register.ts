/** The register of dossiers: a table that the centre fills. */
import type { Dossier, DossierRegister, Status } from "../dossiers/dossier.ts";
import type { Database } from "./database.ts";

export function createDossierRegister(database: Database): DossierRegister {
  return {
    async find(code) {
      const row = await database.read.selectFrom("dossier").selectAll().where("code", "=", code).executeTakeFirst();
      if (!row) return { kind: "unknown-code" };
      const dossier: Dossier = {
        code: row.code,
        status: row.status as Status,
        procedureName: row.procedure_name,
        unit: row.unit,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        finishedOn: row.finished_on,
        missing: JSON.parse(row.missing) as string[],
        knownAt: row.known_at,
      };
      return { kind: "found", dossier };
    },
    put: (dossiers) =>
      database.write(async (db) => {
        for (const dossier of dossiers) {
          const values = {
            status: dossier.status,
            procedure_name: dossier.procedureName,
            unit: dossier.unit,
            received_on: dossier.receivedOn,
            due_on: dossier.dueOn,
            finished_on: dossier.finishedOn,
            missing: JSON.stringify(dossier.missing),
            known_at: dossier.knownAt,
          };
          await db
            .insertInto("dossier")
            .values({ code: dossier.code, ...values })
            .onConflict((conflict) => conflict.column("code").doUpdateSet(values))
            .execute();
        }
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
