/** A bare name ("khai sinh"): what it is, where and how long in a few lines; the rest is a button away. */
import { line } from "../../answer.ts";
import { lowerFirst, sentence, spellOut } from "../../wording.ts";
import { inDoubt } from "./facts.ts";
import { tellTime } from "./time.ts";
import type { Tell } from "./told.ts";

export const tellOverview: Tell = (asked) => {
  const { procedure } = asked;
  const time = tellTime(asked);
  const timeLine = time.certain && time.blocks.length === 1 ? time.blocks[0] : undefined;
  const short = timeLine?.kind === "line" ? timeLine.text.slice(procedure.short_name.length + 2) : null;
  const where = !inDoubt(procedure, "authority") && !inDoubt(procedure, "place");
  return {
    blocks: [
      line(sentence(`${procedure.short_name}: kết quả là ${lowerFirst(spellOut(procedure.result))}`)),
      ...(where ? [line(sentence(`Nơi giải quyết: ${spellOut(procedure.authority)}`))] : []),
      ...(short ? [line(short.charAt(0).toUpperCase() + short.slice(1))] : []),
      line("Anh/chị cần biết phần nào thì bấm nút hoặc nhắn em."),
    ],
    facts: ["result", ...(where ? ["authority"] : []), ...(short ? time.facts : [])],
    bases: short ? time.bases : [],
    certain: true,
  };
};
