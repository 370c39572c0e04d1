/** "Bao lâu": the term of each case. A term that is unknown, in doubt or over keeps its case, without its figure. */
import { isTentative } from "../../../knowledge/doubt.ts";
import type { Time } from "../../../knowledge/procedure.ts";
import { timesOn } from "../../../knowledge/valid-facts.ts";
import { endsText } from "../../../knowledge/validity.ts";
import { type Block, line, list } from "../../answer.ts";
import { isUnknown, lowerFirst, sentence, spellOut, UNKNOWN, upperFirst } from "../../wording.ts";
import { basesOf, doubtLines, inDoubt } from "./facts.ts";
import { type Asked, askDesk, morePayload, type Tell } from "./told.ts";

export const tellTime: Tell = (asked) => {
  const { procedure, today } = asked;
  const { holding, ended } = timesOn(procedure, today);
  const known = holding.filter(
    ({ fact, index }) => !fact.unknown && !isUnknown(fact.text) && !inDoubt(procedure, "time", index),
  );
  const doubts = doubtLines(procedure, ["time"], "Thời gian").map((say) => line(sentence(say)));
  if (known.length === 0) {
    const gone = line(`${procedure.short_name}: thời gian giải quyết ${UNKNOWN}.`);
    const blocks = [gone, ...(doubts.length > 0 ? doubts : [line(askDesk(procedure))])];
    return { blocks, facts: [], bases: [], certain: false, hedged: true };
  }
  const rest = [...holding, ...ended].filter((each) => !known.includes(each));
  const items = [
    ...known.map(({ fact }) => sentence(`${label(fact)}${timeText(fact)}`)),
    // The same sentence for one case after the other says no more than once.
    ...(rest.length > 1 ? [sentence(`các trường hợp khác: ${UNKNOWN}`)] : []),
    ...(rest.length === 1 ? [sentence(`${label(rest[0]!.fact)}${UNKNOWN}`)] : []),
  ];
  return {
    blocks: [...termBlocks(asked, items), ...doubts],
    facts: known.map(({ index }) => `times.${index}`),
    bases: basesOf(
      procedure.times,
      known.map(({ index }) => index),
    ),
    certain: true,
    hedged: doubts.length > 0,
  };
};

function termBlocks({ procedure, from }: Asked, items: readonly string[]): Block[] {
  const head = `${procedure.short_name}, thời gian giải quyết${isTentative(procedure, "time") ? " thường là" : ""}:`;
  if (items.length === 1) return [line(`${head} ${lowerFirst(items[0]!)}`)];
  const more = morePayload(procedure, "time");
  return [line(head), list(items.map(upperFirst), { noun: "trường hợp", more, from: Math.min(from, items.length) })];
}

const timeText = (time: Time) => `${lowerFirst(spellOut(time.text))}${time.valid_to ? `, ${endsText(time)}` : ""}`;

const label = (time: Time) =>
  /^(thường|mọi trường hợp|hồ sơ (đủ|hợp lệ))$/i.test(time.case.trim()) ? "" : `${lowerFirst(spellOut(time.case))}: `;
