/** What citizens wrote lately, already masked at the door: for replaying it on new records. */
import type { Db } from "../schema.ts";

/** Newest first. Buttons (`#TT:…`), pictures and what was erased are left out. */
export async function readRecentWords(db: Db, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("inbox")
    .select("body")
    .orderBy("seq", "desc")
    .limit(limit * EVENTS_EACH)
    .execute();
  const words = rows.flatMap(({ body }) => {
    const words = wordsIn(body);
    return words === null || words === "" || words.startsWith("#") ? [] : [words];
  });
  return words.slice(0, limit);
}

/** Events beside the questions: echoes of our own answers, above all. */
const EVENTS_EACH = 3;

/** Of one stored event; null: it has none. */
export function wordsIn(body: string): string | null {
  if (body === "") return null;
  const event = JSON.parse(body) as { content?: { kind?: string; text?: string } };
  return event.content?.kind === "text" ? (event.content.text ?? "").trim() : null;
}
