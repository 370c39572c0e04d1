/** Messages that were not simply answered, found through the replies that they got. */
import type { Mac } from "../../console/audit/chain.ts";
import { keyOfWords, type LearningStore, type Unanswered } from "../../console/learning/groups.ts";
import type { Database } from "../database.ts";
import type { Db } from "../schema.ts";
import { logDeed } from "./audit-log.ts";
import { wordsIn } from "./recent-words.ts";

const UNANSWERED: ReadonlySet<string> = new Set(["desk", "decline", "ask_back"]);
const TOGETHER = 500;
/** Replies beside those that count. */
const REPLIES_EACH = 6;

export function createLearningStore(database: Database, mac: Mac): LearningStore {
  const { read } = database;
  return {
    async unanswered(since, limit) {
      const rows = await read
        .selectFrom("outbox")
        .select(["provenance", "answers", "created_at"])
        .orderBy("seq", "desc")
        .where("answers", "!=", "[]")
        .limit(limit * REPLIES_EACH)
        .execute();
      const asked = rows.flatMap(({ provenance, answers, created_at }) => {
        const { turn } = JSON.parse(provenance) as { turn?: { decision: string; intent: string | null } };
        if (!turn || !UNANSWERED.has(turn.decision) || turn.intent === "talk_to_staff" || Number(created_at) < since)
          return [];
        return [{ seqs: JSON.parse(answers) as number[], decision: turn.decision, at: Number(created_at) }];
      });
      const words = await wordsOf(
        read,
        asked.flatMap(({ seqs }) => seqs),
      );
      const known = new Set(
        (await read.selectFrom("learning_mark").select("word_key").execute()).map((row) => row.word_key),
      );
      const found = asked.flatMap(({ seqs, decision, at }): Unanswered[] => {
        const said = seqs
          .map((seq) => words.get(seq) ?? "")
          .join(" ")
          .trim();
        return said === "" || said.startsWith("#") || known.has(keyOfWords(said))
          ? []
          : [{ words: said, decision, at }];
      });
      return found.slice(0, limit);
    },
    mark: (keys, what, by, deed) =>
      database.write(async (db) => {
        for (const key of keys) {
          await db
            .insertInto("learning_mark")
            .values({ word_key: key, what, by_officer: by, at: deed.at })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        await logDeed(db, mac, deed);
      }),
  };
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
