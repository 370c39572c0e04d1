/**
 * Parts of a message: where one question ends and the next begins ("khai sinh cần gì, còn kết hôn mất bao lâu"), and
 * which part of a long story is the question.
 */
import { type AspectCue, findAspectsOfClause } from "./aspects.ts";
import { needWords } from "./features.ts";
import type { Token } from "./tokens.ts";

export type Clause = {
  readonly tokens: readonly Token[];
  readonly cues: readonly AspectCue[];
  /** Opened by a joining word ("và", "với", "còn") rather than by punctuation alone, or closed by "nữa". */
  readonly joined: boolean;
  /** Opened by "và" or "với", which set two things side by side. */
  readonly beside: boolean;
  /** Opened by words that say that a further question comes ("sẵn cho hỏi", "nhân tiện"). */
  readonly announced: boolean;
};

/** Words that open a further question. Folded; the marked form keeps "con" (child) apart from "còn" (and what of). */
const JOINS = new Set(["va", "voi", "con", "dong thoi", "roi", "them", "kem", "sau do", "ngoai ra"]);

const BESIDE = new Set(["va", "voi"]);
/** These join only where a comma stands before them. */
const BEHIND_A_COMMA = new Set(["ma", "hay", "san"]);

/** "Sinh con khai sinh", "cho con nhập học": behind these an unmarked "con" is a child. */
const BEFORE_A_CHILD = new Set(["sinh", "cho", "nuoi", "nhan", "cua", "nhieu", "dua", "mot", "hai", "ba", "vo"]);

const WITH_WHOM = /^(?:nguoi|chong|vo|ai|anh|ong|ba|co|nhau|ngan|uy|xa|ben|no)$/;
/** "Họ" (them) and nothing that begins with "hộ", "hồ". */
const isThem = ({ folded, marked }: Token): boolean => folded === "ho" && marked === "ho5";

/** "con" typed without diacritics opens a question only where a thing asked about may follow. */
function joins(tokens: readonly Token[], at: number): boolean {
  const { folded, marked, clause } = tokens[at]!;
  // "…, mà đổi bằng lái thì sao", "…, hay mở công ty", "…, sẵn sửa luôn tên"
  if (BEHIND_A_COMMA.has(folded)) return clause !== "";
  // "Vừa tách sổ vừa lên thổ cư"
  if (folded === "vua") return tokens.slice(0, at - 1).some((other) => other.folded === "vua");
  if (!JOINS.has(folded)) return false;
  if (folded === "con")
    return (
      marked === "con2" ||
      (marked === null &&
        !BEFORE_A_CHILD.has(tokens[at - 1]?.folded ?? "") &&
        /^(le|phi|thoi|nop|giay|ho|muon|dang|thu|ket|khai|cap|lam|xin|online|o|bao|may)$/.test(
          tokens[at + 1]?.folded ?? "",
        ))
    );
  const next = tokens[at + 1];
  // "Kết hôn với người Hàn": with whom, not what besides.
  if (folded === "voi" && next && (WITH_WHOM.test(next.folded) || isThem(next))) return false;
  if (folded === "voi") return marked === null || marked === "vơi1";
  // "Tốn kém"
  if (folded === "kem") return (marked === null || marked === "kem2") && tokens[at - 1]?.folded !== "ton";
  if (folded === "roi") return marked !== "rơi1";
  return true;
}

/** The first words of an announcement, so that hardly any word asks the pattern. */
const ANNOUNCES = new Set([
  "san",
  "tien",
  "nhan",
  "luon",
  "voi",
  "va",
  "roi",
  "cho",
  "hoi",
  "ma",
  "cung",
  "them",
  "mot",
  "hai",
  "ba",
  "1",
  "2",
  "3",
  "thu",
]);
/** "Sẵn cho em hỏi luôn", "nhân tiện", "với lại", "cho hỏi thêm", "một là … hai là": what follows is asked, however it is put. */
const ANNOUNCEMENT =
  /^(?:(?:san|tien|nhan|luon)(?: tien| the| day| dip)* (?:(?:cho|em|toi|minh|tui|con|chau|ad|anh|chi) )*hoi |san (?:tien|the) |voi lai |(?:voi|roi|ma|va) cho (?:(?:em|toi|minh|tui|con|chau) )*hoi |(?:ma |cung )?(?:cho |muon )?(?:em |toi |minh |tui |con |chau )?(?:hoi|nho) (?:luon|them|nua|ve viec) |them (?:viec|chuyen|cai) nua |(?:mot|hai|ba|1|2|3) la |thu (?:nhat|hai|ba) la )/;
/** An announcement is at most this long: inside it none begins anew. */
const ANNOUNCING = 5;

function announces(tokens: readonly Token[], at: number): boolean {
  if (!ANNOUNCES.has(tokens[at]!.folded)) return false;
  const line = tokens.slice(at, at + ANNOUNCING + 2).map(({ folded }) => folded);
  return ANNOUNCEMENT.test(line.join(" ") + " ");
}

/** Splits a message at punctuation, joining words and announcements; each clause keeps the cues of its own words. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let joined = false;
  let announced = false;
  let announcedAt = -ANNOUNCING;
  for (let at = 1; at <= tokens.length; at++) {
    const ends = at === tokens.length;
    const announcesNext = !ends && at - announcedAt > ANNOUNCING && announces(tokens, at);
    const joinsNext = announcesNext || (!ends && joins(tokens, at));
    if (!ends && !joinsNext && tokens[at]!.clause === "") continue;
    clauses.push(makeClause(tokens.slice(start, at), joined, announced));
    [start, joined, announced] = [at, joinsNext, announcesNext];
    if (announcesNext) announcedAt = at;
  }
  return clauses;
}

const makeClause = (tokens: readonly Token[], joined: boolean, announced: boolean): Clause => ({
  tokens,
  cues: findAspectsOfClause(tokens),
  joined: joined || tokens.at(-1)?.folded === "nua",
  beside: joined && BESIDE.has(tokens[0]?.folded ?? ""),
  announced,
});

/** A clause taken apart behind its first outright question, where another one follows: voice messages have no commas. */
export function splitBehindQuestion(clause: Clause): readonly [Clause, Clause] | null {
  const outright = clause.cues.filter(({ strength }) => strength === 3);
  const at = outright[0]?.end ?? 0;
  if (!outright.some(({ start }) => start > at)) return null;
  const { tokens, joined, announced } = clause;
  return [makeClause(tokens.slice(0, at), joined, announced), makeClause(tokens.slice(at), true, false)];
}

/** Stories shorter than this are read whole. */
const STORY = 24;
/** What a word of the story counts beside one of the question. */
const STORY_WEIGHT = 0.6;
/** What a word counts that says what the paper is for: "giấy độc thân để đăng ký kết hôn". */
const PURPOSE_WEIGHT = 0.6;
/** "để lại", "để dành", "để cho": leaving, not a purpose. */
const LEAVING = /^(?:lai|danh|cho|quen|mat|qua|tang|di)$/;

/** The words after "để" up to the next border or question. */
function purposeWords(tokens: readonly Token[], cues: readonly AspectCue[]): ReadonlySet<Token> {
  const words = new Set<Token>();
  for (const [at, { folded, marked }] of tokens.entries()) {
    const next = tokens[at + 1];
    if (
      folded !== "de" ||
      at < 2 ||
      (marked !== null && marked !== "đê3") ||
      next === undefined ||
      LEAVING.test(next.folded)
    )
      continue;
    for (let to = at + 1; to < tokens.length; to++) {
      if (tokens[to]!.clause !== "" || cues.some((cue) => cue.strength >= 2 && cue.start === to)) break;
      words.add(tokens[to]!);
    }
  }
  return words;
}

/**
 * How much each word counts for the topic: in a long message the words near the question count in full and the story
 * before it less, and what a paper is wanted for counts less than the paper. Weights go by identity.
 */
export function weighWords(tokens: readonly Token[], cues: readonly AspectCue[]): (token: Token) => number {
  const purpose = purposeWords(tokens, cues);
  const last = cues.filter((cue) => cue.strength === 3).at(-1) ?? cues.at(-1);
  const isStory = tokens.length >= STORY && last !== undefined;
  const near = new Set(isStory ? tokens.slice(Math.max(0, last.start - 14), last.end + 8) : tokens);
  return (token) => (near.has(token) ? 1 : STORY_WEIGHT) * (purpose.has(token) ? PURPOSE_WEIGHT : 1);
}

/** How many words of its own need a message has. */
export const ownWords = (tokens: readonly Token[]): number => needWords(tokens).length;
