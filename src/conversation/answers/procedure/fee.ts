/** "Bao nhiêu tiền": each case with its amount; what is unknown, in doubt or over is said without a figure. */
import { isTentative } from "../../../knowledge/doubt.ts";
import type { Fee } from "../../../knowledge/procedure.ts";
import { feesOn, type Indexed } from "../../../knowledge/valid-facts.ts";
import { type Block, line, list } from "../../answer.ts";
import { isForOthers, isTheirs } from "../../checklist/selection.ts";
import { plainWords } from "../../plain-words.ts";
import { lowerFirst, sentence, spellOut, UNKNOWN, withoutRange } from "../../wording.ts";
import { basesOf, doubtLines, holdsOn, inDoubt } from "./facts.ts";
import { sumByRule } from "./fee-sum.ts";
import { feeText } from "./fee-text.ts";
import { type Asked, askDesk, morePayload, type Tell, type Told } from "./told.ts";

type Case = Indexed<Fee> & { readonly standing: "known" | "doubtful" | "ended" };

export const tellFee: Tell = (asked) => {
  const { procedure, today } = asked;
  const rule = procedure.fee_rule;
  if (rule && holdsOn(rule, today) && !inDoubt(procedure, "fee")) {
    const lines = sumByRule(procedure.short_name, rule, asked.jobs ?? []).map(line);
    return { blocks: lines, facts: ["fee_rule"], bases: [rule.basis], certain: true };
  }
  return tellCases(asked, casesOn(asked));
};

/** The case that the citizen named comes first. */
function casesOn({ procedure, today, said = [], onlyTheirs = false }: Asked): Case[] {
  const { holding, ended } = feesOn(procedure, today);
  const held = holding.map((each) => ({
    ...each,
    standing: inDoubt(procedure, "fee", each.index) ? ("doubtful" as const) : ("known" as const),
  }));
  const every = [...held, ...ended.map((each) => ({ ...each, standing: "ended" as const }))];
  // Who said "trễ hạn" is not told what those pay who are in time.
  const isChosen = every.some(({ fact }) => isTheirs(fact, said));
  const all = onlyTheirs || isChosen ? every.filter(({ fact }) => !isForOthers(fact, said)) : every;
  return [...all.filter(({ fact }) => isTheirs(fact, said)), ...all.filter(({ fact }) => !isTheirs(fact, said))];
}

function tellCases(asked: Asked, cases: readonly Case[]): Told {
  const { procedure } = asked;
  const known = cases.filter(({ fact, standing }) => standing === "known" && fact.amount !== null);
  const doubts = doubtLines(procedure, ["fee"], "Lệ phí");
  const desk = known.length === cases.length && cases.length > 0 ? [] : [askDesk(procedure)];
  const last = (doubts.length > 0 ? doubts : desk).map((text) => line(sentence(text)));
  const named = known.length > 0 ? known : cases;
  return {
    blocks: [...caseBlocks(asked, cases, known.length), ...last],
    facts: cases.map(({ index }) => `fees.${index}`),
    bases: basesOf(
      procedure.fees,
      named.map(({ index }) => index),
    ),
    certain: known.length > 0,
    hedged: last.length > 0,
  };
}

function caseBlocks(asked: Asked, cases: readonly Case[], known: number): Block[] {
  const { short_name: name } = asked.procedure;
  const [first, second] = cases;
  if (!first) return [line(`${name}: lệ phí ${UNKNOWN}.`)];
  const tentative = known > 0 && isTentative(asked.procedure, "fee");
  if (!second) return [line(sentence(onlyCase(first, name, asked.today, tentative)))];
  if (known === 0) return [line(sentence(`${name}: lệ phí ${sameForAll(cases, asked.today)}`))];
  const items = cases.map(({ fact, standing }) => sentence(`${label(fact)}: ${feeText(fact, standing, asked.today)}`));
  const from = Math.min(asked.from, items.length);
  return [
    line(`${name}, ${tentative ? TENTATIVE : "lệ phí từng trường hợp"}:`),
    list(items, { noun: "trường hợp", more: morePayload(asked.procedure, "fee"), from }),
  ];
}

/** Before a figure that must be looked at again. */
const TENTATIVE = "lệ phí tham khảo";

/** One line instead of the same line for every case. */
function sameForAll(cases: readonly Case[], today: string): string {
  const texts = new Set(cases.map(({ fact, standing }) => feeText(fact, standing, today)));
  return texts.size === 1 ? [...texts][0]! : UNKNOWN;
}

/** The only fee of a record, with its case unless the name says it already. */
function onlyCase({ fact, standing }: Case, name: string, today: string, tentative: boolean): string {
  const told = feeText(fact, standing, today);
  const shown = lowerFirst(caseOf(fact));
  const isFree = /^(miễn|không thu)/.test(told);
  if (isEveryCase(fact.case) || plainWords(name).includes(plainWords(fact.case))) {
    if (isFree) return `${name}: ${tentative ? "thường " : ""}${told}`;
    return `${name}: ${tentative ? TENTATIVE : "lệ phí"} ${told}`;
  }
  const of = tentative ? `${name}, ${TENTATIVE} khi ${shown}` : `${name}, ${shown}`;
  return /phí/i.test(shown) ? `${name}: ${tentative ? "tham khảo, " : ""}${shown} ${told}` : `${of}: ${told}`;
}

const label = (fee: Fee) =>
  isEveryCase(fee.case) ? "Thường" : caseOf(fee).replace(/^["“]?\p{Ll}/u, (first) => first.toUpperCase());

const caseOf = (fee: Fee) => spellOut(fee.valid_to ? withoutRange(fee.case) : fee.case);

const isEveryCase = (text: string) => /^(mọi trường hợp|thường|mức thường|tất cả)$/i.test(text.trim());
