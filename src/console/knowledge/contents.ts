/** All items of a kind as they are in use, withdrawn parts included: what is taken out and compared with. */
import { itemName } from "../../knowledge/index.ts";
import type { InUse } from "./desk.ts";
import { itemsOf } from "./kinds.ts";
import type { ItemKey, KnowledgeStore } from "./store.ts";

/** By id, in the order of the list. Like `readItem`, but for all of them with two questions to the store. */
export async function contentsOf(
  store: KnowledgeStore,
  { knowledge, originals }: InUse,
  kind: ItemKey["kind"],
): Promise<ReadonlyMap<string, unknown>> {
  const published = new Map((await store.items()).map((row) => [itemName(row), row.content]));
  const contents = new Map<string, unknown>();
  for (const [id, known] of itemsOf(kind, knowledge)) {
    const name = itemName({ kind, id });
    contents.set(id, published.get(name) ?? originals.get(name) ?? known);
  }
  return contents;
}
