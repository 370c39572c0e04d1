/** A bare name ("khai sinh"): what to bring, where, how long, what for, in a few lines; the rest is a button away. */
import { isTentative } from "../../../knowledge/doubt.ts";
import { feesOn } from "../../../knowledge/valid-facts.ts";
import { type Block, line } from "../../answer.ts";
import { lowerFirst, sentence, spellOut, upperFirst } from "../../wording.ts";
import { inDoubt } from "./facts.ts";
import { tellFee } from "./fee.ts";
import { tellTime } from "./time.ts";
import type { Asked, Tell, Told } from "./told.ts";

export const tellOverview: Tell = (asked) => {
  const { procedure } = asked;
  const papers = papersLine(asked);
  const fee = inOneLine(asked, onlyFee(asked));
  const time = inOneLine(asked, tellTime(asked));
  const where = !inDoubt(procedure, "authority") && !inDoubt(procedure, "place");
  return {
    blocks: [
      ...opening(asked, papers.text, where),
      ...(fee ? [line(fee.text)] : []),
      ...(time ? [line(time.text)] : []),
      line(sentence(`Kết quả: ${lowerFirst(spellOut(procedure.result))}`)),
      line("Anh/chị cần biết phần nào thì bấm nút hoặc nhắn em."),
    ],
    facts: [...papers.facts, ...(where ? ["authority"] : []), ...(fee?.facts ?? []), ...(time?.facts ?? []), "result"],
    bases: [...(fee?.bases ?? []), ...(time?.bases ?? [])],
    certain: true,
  };
};

/** The name, and what to bring; where that differs from case to case, where to go. */
function opening({ procedure }: Asked, papers: string | null, where: boolean): Block[] {
  const name = procedure.short_name;
  const place = `nơi giải quyết: ${spellOut(procedure.authority)}`;
  if (papers === null && where) return [line(sentence(`${name}, ${place}`)), line(PAPERS_DIFFER)];
  return [
    line(papers === null ? `${name}: ${lowerFirst(PAPERS_DIFFER)}` : sentence(`${name}: ${papers}`)),
    ...(where ? [line(sentence(upperFirst(place)))] : []),
  ];
}

const PAPERS_DIFFER = "Giấy tờ tuỳ trường hợp, anh/chị bấm “Giấy tờ cần mang” để xem.";

/** More would be the list of papers, which is one button away. */
const MOST_PAPERS = 3;
const MOST_LETTERS = 170;

/** The papers that everybody brings, by name, and whether there are more; null where none is certain for everybody. */
function papersLine({ procedure }: Asked): { readonly text: string | null; readonly facts: readonly string[] } {
  const everybody = procedure.documents.flatMap(({ when, name }, index) => (when === null ? [{ name, index }] : []));
  // Two people who bring different papers do not fit one sentence: the list tells them apart.
  let named = everybody.filter(({ name }) => !/^bên /i.test(name)).slice(0, MOST_PAPERS);
  const namesOf = () => named.map(({ name }) => lowerFirst(spellOut(name).replace(/\s*\([^)]*\)/g, ""))).join("; ");
  while (namesOf().length > MOST_LETTERS) named = named.slice(0, -1);
  if (named.length === 0 || inDoubt(procedure, "documents")) {
    return { text: null, facts: [] };
  }
  const more = everybody.length > named.length ? "; và giấy khác nữa" : "";
  const some = procedure.documents.length > everybody.length ? "; có trường hợp cần thêm giấy khác" : "";
  return {
    text: `${isTentative(procedure, "documents") ? "thường cần" : "cần"} ${namesOf()}${more}${some}`,
    facts: named.map(({ index }) => `documents.${index}`),
  };
}

/** A fee that is the same for all; with several cases they are asked for. */
function onlyFee(asked: Asked): Told | null {
  return feesOn(asked.procedure, asked.today).holding.length === 1 && !asked.procedure.fee_rule ? tellFee(asked) : null;
}

/** What takes one certain line, without the procedure's name that it begins with. */
function inOneLine({ procedure }: Asked, told: Told | null) {
  const [only, ...more] = told?.blocks ?? [];
  if (!told?.certain || only?.kind !== "line" || more.length > 0) return null;
  const text = only.text.slice(procedure.short_name.length).replace(/^[,:]\s*/, "");
  return { text: upperFirst(text), facts: told.facts, bases: told.bases };
}
