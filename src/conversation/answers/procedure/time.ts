/** "Bao lâu": the term of each case. A doubtful or unknown term is not stated. */
import type { Time } from "../../../knowledge/procedure.ts";
import { line, list } from "../../answer.ts";
import { shownDay } from "../../days.ts";
import { isUnknown, lowerFirst, sentence, spellOut, upperFirst } from "../../wording.ts";
import { basesOf, doubtLines, doubtsOn, type Held, heldOn } from "./facts.ts";
import { askDesk, morePayload, type Tell } from "./told.ts";

export const tellTime: Tell = ({ procedure, today, from }) => {
  const name = procedure.short_name;
  const held = heldOn(procedure.times, today);
  const sure = ({ entry, index }: Held<Time>) =>
    !isUnknown(entry.text) && doubtsOn(procedure, "time", `times.${index}`).length === 0;
  const known = held.filter(sure);
  const doubts = doubtLines(doubtsOn(procedure, "time"), "Thời gian").map((say) => line(sentence(say)));
  if (known.length === 0) {
    const gone = line(`${name}: thời gian giải quyết em chưa có con số chắc chắn nên không dám nói.`);
    const blocks = [gone, ...(doubts.length > 0 ? doubts : [line(askDesk(procedure))])];
    return { blocks, facts: [], bases: [], certain: false, hedged: true };
  }
  // A term in doubt keeps its case, without its figure.
  const items = held.map((each) =>
    sentence(
      `${label(each.entry)}${sure(each) ? timeText(each.entry) : "em chưa có con số chắc chắn nên không dám nói"}`,
    ),
  );
  const head =
    items.length === 1
      ? [line(`${name}, thời gian giải quyết: ${lowerFirst(items[0]!)}`)]
      : [
          line(`${name}, thời gian giải quyết:`),
          list(items.map(upperFirst), {
            noun: "trường hợp",
            more: morePayload(procedure, "time"),
            from: Math.min(from, items.length),
          }),
        ];
  return {
    blocks: [...head, ...doubts],
    facts: known.map(({ index }) => `times.${index}`),
    bases: basesOf(
      procedure.times,
      known.map(({ index }) => index),
    ),
    certain: true,
    hedged: doubts.length > 0,
  };
};

const timeText = (time: Time) =>
  `${lowerFirst(spellOut(time.text))}${time.valid_to ? `, đến hết ${shownDay(time.valid_to)}` : ""}`;

const label = (time: Time) =>
  /^(thường|mọi trường hợp|hồ sơ (đủ|hợp lệ))$/i.test(time.case.trim()) ? "" : `${lowerFirst(spellOut(time.case))}: `;
