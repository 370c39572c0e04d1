/** What lies over the data files, and when it last changed: read at every start, so apart from the console's editing. */
import type { Published, Withdrawal } from "../../knowledge/index.ts";
import type { ItemKind } from "../../knowledge/published.ts";
import type { Db } from "../schema.ts";

const REVISION = "knowledge.revision";

export async function readPublished(db: Db): Promise<Published> {
  const items = await db
    .selectFrom("knowledge_item")
    .select(["kind", "id", "content"])
    .orderBy("kind")
    .orderBy("id")
    .execute();
  const withdrawals = await db
    .selectFrom("knowledge_withdrawal")
    .select(["kind", "id", "part"])
    .orderBy("kind")
    .orderBy("id")
    .orderBy("part")
    .execute();
  return {
    items: items.map(({ kind, id, content }) => ({ kind: kind as ItemKind, id, content: JSON.parse(content) })),
    withdrawals: withdrawals.map(({ kind, id, part }) => ({ kind: kind as Withdrawal["kind"], id, part })),
  };
}

/** Counts up whenever anything of it changes. */
export async function readRevision(db: Db): Promise<number> {
  const row = await db.selectFrom("console_setting").select("value").where("name", "=", REVISION).executeTakeFirst();
  return Number(row?.value ?? 0);
}

/** In the transaction of the change; those of one database wait for each other here. */
export async function countRevision(db: Db): Promise<void> {
  const value = String((await readRevision(db)) + 1);
  await db
    .insertInto("console_setting")
    .values({ name: REVISION, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
