/** Keeps every version of every record from the moment it is in use, so that a printed sheet can be compared later. */
import type { Knowledge } from "../../knowledge/index.ts";
import { fieldList } from "./field-list.ts";
import { publishedPart, versionOf, versionOfContent } from "./published.ts";
import type { PublishedVersion, VersionStore } from "./version-store.ts";

/** So many in one transaction; between two the door gets its turn. */
const AT_ONCE = 50;

/** Safe to repeat. `now`: epoch milliseconds UTC. Throws `Unavailable` when they cannot be kept; the next start tries anew. */
export async function publish(knowledge: Knowledge, store: VersionStore, now: number): Promise<void> {
  const procedures = [...knowledge.procedures.values()];
  for (let start = 0; start < procedures.length; start += AT_ONCE) {
    const some = procedures.slice(start, start + AT_ONCE).map((procedure): PublishedVersion => {
      return { id: procedure.id, version: versionOf(procedure), content: publishedPart(procedure), publishedAt: now };
    });
    await store.keep("procedure", some);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const fields = [...(knowledge.fields?.values() ?? [])].map(({ name, slug }): PublishedVersion => {
    const content = JSON.stringify(fieldList(name, knowledge));
    return { id: slug, version: versionOfContent(content), content, publishedAt: now };
  });
  await store.keep("field", fields);
}
