/** Messages that were not simply answered, found through the replies that they got. */
import type { Mac } from "../../console/audit/chain.ts";
import { keyOfWords, type LearningStore, type Unanswered } from "../../console/learning/groups.ts";
import type { Database } from "../database.ts";
import type { Db } from "../schema.ts";
import { logDeed } from "./audit-log.ts";
import { wordsIn } from "./recent-words.ts";

const UNANSWERED: ReadonlySet<string> = new Set(["desk", "decline", "ask_back", "disputed"]);
const TOGETHER = 500;
/** Replies beside those that count. */
const REPLIES_EACH = 6;

export function createLearningStore(database: Database, mac: Mac): LearningStore {
  const { read } = database;
  return {
    async unanswered(since, limit) {
      const rows = await read
        .selectFrom("outbox")
        .select(["provenance", "answers", "created_at", "oa_id", "citizen_id"])
        .orderBy("seq", "desc")
        .where("answers", "!=", "[]")
        .limit(limit * REPLIES_EACH)
        .execute();
      const asked = rows.flatMap((row, at) => {
        const turn = turnOf(row);
        if (!turn || Number(row.created_at) < since) return [];
        const about = turn.disputes ? replyBefore(rows, at) : row;
        const decision = turn.disputes ? "disputed" : turn.decision;
        if (!about || turn.intent === "talk_to_staff" || !UNANSWERED.has(decision)) return [];
        return [{ seqs: JSON.parse(about.answers) as number[], decision, at: Number(row.created_at) }];
      });
      const words = await wordsOf(
        read,
        asked.flatMap(({ seqs }) => seqs),
      );
      const marks = await read.selectFrom("learning_mark").select(["word_key", "at"]).execute();
      const known = new Map(marks.map(({ word_key, at }) => [word_key, Number(at)]));
      // Called wrong again after somebody looked at it: that is new.
      const isDone = (words: string, decision: string, at: number) =>
        decision === "disputed" ? (known.get(keyOfWords(words)) ?? 0) >= at : known.has(keyOfWords(words));
      const found = asked.flatMap(({ seqs, decision, at }): Unanswered[] => {
        const said = seqs
          .map((seq) => words.get(seq) ?? "")
          .join(" ")
          .trim();
        return said === "" || said.startsWith("#") || isDone(said, decision, at) ? [] : [{ words: said, decision, at }];
      });
      return found.slice(0, limit);
    },
    mark: (keys, what, by, deed) =>
      database.write(async (db) => {
        for (const key of keys) {
          await db
            .insertInto("learning_mark")
            .values({ word_key: key, what, by_officer: by, at: deed.at })
            .onConflict((conflict) => conflict.column("word_key").doUpdateSet({ what, by_officer: by, at: deed.at }))
            .execute();
        }
        await logDeed(db, mac, deed);
      }),
  };
}

type Row = { provenance: string; answers: string; oa_id: string; citizen_id: string };
type Turn = { decision: string; intent: string | null; disputes?: true };

const turnOf = ({ provenance }: Row): Turn | undefined => (JSON.parse(provenance) as { turn?: Turn }).turn;

/** What was called wrong: the newest earlier reply of that conversation. `rows` newest first. */
function replyBefore<T extends Row>(rows: readonly T[], at: number): T | undefined {
  const { oa_id, citizen_id, answers } = rows[at]!;
  return rows
    .slice(at + 1)
    .find((row) => row.oa_id === oa_id && row.citizen_id === citizen_id && row.answers !== answers);
}

async function wordsOf(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (let at = 0; at < seqs.length; at += TOGETHER) {
    const rows = await db
      .selectFrom("inbox")
      .select(["seq", "body"])
      .where("seq", "in", seqs.slice(at, at + TOGETHER))
      .execute();
    for (const { seq, body } of rows) found.set(Number(seq), wordsIn(body) ?? "");
  }
  return found;
}
