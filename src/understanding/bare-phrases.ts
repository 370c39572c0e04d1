/**
 * Messages that say nothing more than a phrase of `intents/unclear.yaml` ("chứng thực giấy tờ giùm em", "giấy phép"): they
 * name a kind of paper and not which. The models see words of many topics in them; the file says that they are not enough.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { needWords, withoutParticles } from "./features.ts";
import { foldWord, markWord } from "./fold.ts";
import type { KeywordRules } from "./keyword-rules.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A paper of any kind. */
const ANY_PAPER = words("giấy tờ hồ thủ tục loại cái");
/** What may be done with a paper of any kind, and how it is pointed at. Folded, "đó" and "sơ" are other papers' words. */
const SAYING_NOTHING = words(
  "sơ này đó kia nọ ấy làm lại mới xin cần muốn đổi sửa cấp nộp lấy bổ sung mất bị hư rách sai thiếu hết hạn rồi cho giùm giúp nhờ hỏi việc chuyện gấp",
);
const OTHER_WHEN_BARE = new Set(["so", "do"]);

type Words = { readonly folded: ReadonlySet<string>; readonly marked: ReadonlySet<string> };

function words(line: string): Words {
  const all = line.split(" ");
  return { folded: new Set(all.map(foldWord)), marked: new Set(all.map(markWord)) };
}

const isAmong = ({ folded, marked }: Token, these: Words): boolean =>
  marked === null ? these.folded.has(folded) && !OTHER_WHEN_BARE.has(folded) : these.marked.has(marked);

/** "làm lại giấy bị mất": some paper and what is done with it, and no word that says which. */
function namesAnyPaper(tokens: readonly Token[]): boolean {
  const need = needWords(tokens);
  return (
    need.some((word) => isAmong(word, ANY_PAPER)) &&
    need.every((word) => isAmong(word, ANY_PAPER) || isAmong(word, SAYING_NOTHING))
  );
}

/** Said before any need; it does not say which. */
const WANTING = new Set(["can", "xin", "cho", "nho"]);

export type BarePhrases = (tokens: readonly Token[]) => boolean;

/**
 * Is the message, politeness aside, one of the phrases? Where diacritics are typed they must agree. A topic's keyword says
 * which, so nothing with one is bare.
 */
export function createBarePhrases(knowledge: Knowledge, vocabulary: Vocabulary, keywords: KeywordRules): BarePhrases {
  const folded = new Set<string>();
  const marked = new Set<string>();
  for (const text of knowledge.intents.get("unclear")?.phrases ?? []) {
    const words = bare(normalise(text, vocabulary).tokens);
    if (words.length === 0) continue;
    folded.add(words.map((word) => word.folded).join(" "));
    marked.add(markedLine(words));
  }
  return (tokens) => {
    if ([...keywords.weigh(tokens).values()].some((odds) => odds > 0)) return false;
    const words = bare(tokens);
    if (namesAnyPaper(tokens)) return true;
    const isMarked = words.some((word) => word.marked !== null);
    return isMarked ? marked.has(markedLine(words)) : folded.has(words.map((word) => word.folded).join(" "));
  };
}

const markedLine = (words: readonly Token[]): string => words.map((word) => word.marked ?? word.folded).join(" ");

function bare(tokens: readonly Token[]): readonly Token[] {
  const words = withoutParticles(tokens);
  while (words.length > 1 && WANTING.has(words[0]!.folded)) words.shift();
  return words;
}
