/** The terms of a record as a page shows them on a day. A term unknown, in doubt or over keeps its case, no figure. */
import {
  endsText,
  isUnknown,
  isWithheld,
  type Procedure,
  sentence,
  spellOut,
  timesOn,
  upperFirst,
} from "../../knowledge/index.ts";
import { basesInFull } from "./bases.ts";

export type ShownTime = {
  /** Null: for every complete file. */
  readonly label: string | null;
  readonly text: string | null;
  readonly instead: string | null;
  readonly until: string | null;
  readonly basis: string | null;
};

export function shownTimes(procedure: Procedure, day: string): ShownTime[] {
  const { holding, ended } = timesOn(procedure, day);
  const bases = basesInFull(procedure.times);
  return [...holding, ...ended].map(({ fact, index }) => {
    const isEnded = !holding.some((each) => each.index === index);
    const isDoubtful = isWithheld(procedure, "time", index);
    const known = !isEnded && !isDoubtful && !fact.unknown && !isUnknown(fact.text);
    return {
      label: isEveryCase(fact.case) ? null : upperFirst(spellOut(fact.case)),
      text: known ? sentence(upperFirst(spellOut(fact.text))) : null,
      instead: known ? null : isDoubtful ? "Chưa chắc: hỏi lại quầy." : "Chưa có con số chắc chắn: hỏi quầy.",
      until: known ? endsText(fact) : null,
      basis: bases[index] ?? null,
    };
  });
}

const isEveryCase = (text: string) => /^(thường|mọi trường hợp|hồ sơ (đủ|hợp lệ))$/i.test(text.trim());
