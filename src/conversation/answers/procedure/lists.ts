/** The aspects that are one list or one line of the record: steps, forms, conditions, legal basis, result. */
import type { Doubt, Procedure } from "../../../knowledge/procedure.ts";
import type { Aspect } from "../../../understanding/understanding.ts";
import { type Block, line, list } from "../../answer.ts";
import { lowerFirst, sentence, spellOut, upperFirst } from "../../wording.ts";
import { doubtLines } from "./facts.ts";
import { type Asked, askDesk, morePayload, type Tell, type Told } from "./told.ts";

type Listed = {
  readonly aspect: Aspect & Doubt["touches"][number];
  /** Path of the entries in the record. */
  readonly path: "steps" | "forms" | "conditions" | "legal_basis";
  readonly head: string;
  readonly missing: string;
  readonly noun: string;
  readonly numbered: boolean;
  readonly items: (procedure: Procedure) => readonly string[];
};

function listTeller(what: Listed): Tell {
  return ({ procedure, from }: Asked): Told => {
    const items = what.items(procedure).map((item) => sentence(upperFirst(spellOut(item))));
    const doubts = doubtLines(procedure, [what.aspect], upperFirst(what.head));
    const said = doubts.map((say) => line(sentence(say)));
    if (items.length === 0) {
      const none: Block[] = [line(`${procedure.short_name}: ${what.missing} ${askDesk(procedure)}`)];
      return { blocks: [...none, ...said], facts: [], bases: [], certain: false };
    }
    const start = Math.min(from, items.length);
    const more = morePayload(procedure, what.aspect);
    return {
      blocks: [
        line(`${procedure.short_name}, ${what.head}:`),
        list(items, { numbered: what.numbered, noun: what.noun, more, from: start }),
        ...said,
      ],
      facts: items.map((_, i) => `${what.path}.${i}`),
      bases: [],
      certain: doubts.length === 0,
      hedged: doubts.length > 0,
    };
  };
}

export const tellHow = listTeller({
  aspect: "how",
  path: "steps",
  head: "các bước",
  missing: "em chưa có các bước làm chắc chắn.",
  noun: "bước",
  numbered: true,
  items: (procedure) => procedure.steps,
});

export const tellForm = listTeller({
  aspect: "form",
  path: "forms",
  head: "mẫu giấy cần điền",
  missing: "em chưa có mẫu tờ khai chắc chắn.",
  noun: "mẫu",
  numbered: false,
  items: (procedure) =>
    procedure.forms.map(({ name, code }) => (code && !name.includes(code) ? `${name}, mẫu ${code}` : name)),
});

export const tellCondition = listTeller({
  aspect: "condition",
  path: "conditions",
  head: "điều kiện",
  missing: "em chưa có điều kiện chắc chắn.",
  noun: "điều kiện",
  numbered: false,
  items: (procedure) => procedure.conditions,
});

export const tellLegal = listTeller({
  aspect: "legal",
  path: "legal_basis",
  head: "căn cứ pháp lý",
  missing: "em chưa có văn bản căn cứ chắc chắn.",
  noun: "văn bản",
  numbered: false,
  items: (procedure) =>
    procedure.legal_basis.map(({ number, date }) => (date ? `${number} (ngày ${asShown(date)})` : number)),
});

export const tellResult: Tell = ({ procedure }) => {
  const doubts = doubtLines(procedure, ["result"], "Kết quả");
  return {
    blocks: [
      line(sentence(`${procedure.short_name}: kết quả là ${lowerFirst(spellOut(procedure.result))}`)),
      ...doubts.map((say) => line(sentence(say))),
    ],
    facts: ["result"],
    bases: [],
    certain: doubts.length === 0,
    hedged: doubts.length > 0,
  };
};

/** Dates stand in records as `dd/mm/yyyy` or `yyyy-mm-dd`. */
const asShown = (date: string) => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
