/** Messages that were not simply answered, found through the replies that they got. */
import type { Mac } from "../../console/audit/chain.ts";
import { keyOfWords, type LearningStore, type Unanswered } from "../../console/learning/groups.ts";
import type { Database } from "../database.ts";
import type { Db } from "../schema.ts";
import { logDeed } from "./audit-log.ts";
import { wordsIn } from "./recent-words.ts";

const UNANSWERED: ReadonlySet<string> = new Set(["desk", "decline", "ask_back", "disputed"]);
/** Who is asked back and writes again later than this has begun anew. */
const TALK_MS = 30 * 60_000;
const TOGETHER = 500;
/** Replies beside those that count. */
const REPLIES_EACH = 6;

export function createLearningStore(database: Database, mac: Mac): LearningStore {
  const { read } = database;
  return {
    async unanswered(since, limit) {
      const rows = await read
        .selectFrom("outbox")
        .select(["provenance", "answers", "reply", "created_at", "oa_id", "citizen_id"])
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
        if (decision === "ask_back" && wasAnsweredThen(rows, at)) return [];
        const before = turn.disputes ? rows.slice(at + 1).filter((each) => isSameTalk(each, row)) : [];
        return [{ seqs: seqsOf(about), decision, at: Number(row.created_at), before }];
      });
      const words = await wordsOf(
        read,
        asked.flatMap(({ seqs, before }) => [...seqs, ...before.flatMap(seqsOf)]),
      );
      const saidBy = (seqs: readonly number[]) =>
        seqs
          .map((seq) => words.get(seq) ?? "")
          .join(" ")
          .trim();
      const marks = await read.selectFrom("learning_mark").select(["word_key", "at"]).execute();
      const known = new Map(marks.map(({ word_key, at }) => [word_key, Number(at)]));
      // Called wrong again after somebody looked at it: that is new.
      const isDone = (words: string, decision: string, at: number) =>
        decision === "disputed" ? (known.get(keyOfWords(words)) ?? 0) >= at : known.has(keyOfWords(words));
      const found = asked.flatMap(({ seqs, decision, at, before }): Unanswered[] => {
        const sent = saidBy(seqs);
        const said = decision === "disputed" && sent.startsWith("#") ? tappedAs(sent, before, saidBy) : sent;
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

type Row = {
  provenance: string;
  answers: string;
  reply: string;
  created_at: number;
  oa_id: string;
  citizen_id: string;
};
type Turn = { decision: string; intent: string | null; disputes?: true };

const turnOf = ({ provenance }: Row): Turn | undefined => (JSON.parse(provenance) as { turn?: Turn }).turn;

/** What was called wrong: the newest earlier reply of that conversation. `rows` newest first. */
function replyBefore<T extends Row>(rows: readonly T[], at: number): T | undefined {
  const disputing = rows[at]!;
  return rows.slice(at + 1).find((row) => isSameTalk(row, disputing) && row.answers !== disputing.answers);
}

/** Asked back and then answered: nothing was abandoned. `rows` newest first. */
function wasAnsweredThen(rows: readonly Row[], at: number): boolean {
  const asked = rows[at]!;
  const next = rows.slice(0, at).findLast((row) => isSameTalk(row, asked) && row.answers !== asked.answers);
  if (!next || Number(next.created_at) - Number(asked.created_at) > TALK_MS) return false;
  return turnOf(next)?.decision === "answer";
}

const isSameTalk = (one: Row, other: Row): boolean => one.oa_id === other.oa_id && one.citizen_id === other.citizen_id;

const seqsOf = ({ answers }: Row): number[] => JSON.parse(answers) as number[];

/** A tapped button by what stood on it, with what was typed before: "Lệ phí (bấm nút sau “làm khai sinh cần gì”)". */
function tappedAs(payload: string, before: readonly Row[], saidBy: (seqs: readonly number[]) => string): string {
  const title = before.map(({ reply }) => titleIn(reply, payload)).find((each) => each !== undefined);
  if (title === undefined) return "";
  const typed = before.map((row) => saidBy(seqsOf(row))).find((words) => words !== "" && !words.startsWith("#"));
  return typed === undefined ? `${title} (bấm nút)` : `${title} (bấm nút sau “${typed}”)`;
}

function titleIn(reply: string, payload: string): string | undefined {
  if (reply === "") return undefined;
  const { buttons = [] } = JSON.parse(reply) as { buttons?: readonly { title: string; say?: string }[] };
  return buttons.find(({ say }) => say === payload)?.title;
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
