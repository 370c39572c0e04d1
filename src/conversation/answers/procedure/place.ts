/** "Nộp ở đâu": who receives and decides, then the ways to hand it in. */
import { line, list } from "../../answer.ts";
import { placeLine } from "../../places/place-line.ts";
import { sentence, spellOut, upperFirst } from "../../wording.ts";
import { doubtLines } from "./facts.ts";
import type { Tell } from "./told.ts";

export const tellPlace: Tell = ({ procedure, centre, where = null }) => {
  const doubts = doubtLines(procedure, ["place", "authority"], "Nơi nộp");
  const hedge = doubts.length > 0 ? "thường là " : "";
  const atCentre = /trung tâm phục vụ hành chính công/i.test(`${procedure.authority} ${procedure.channels.join(" ")}`);
  const here = placeLine(procedure, where, doubts.length > 0);
  const channels = procedure.channels.map((channel) => sentence(upperFirst(spellOut(channel))));
  return {
    blocks: [
      line(sentence(`${procedure.short_name}, nơi giải quyết: ${hedge}${spellOut(procedure.authority)}`)),
      ...(here ? [line(here)] : []),
      ...(channels.length > 0 ? [line("Cách nộp:"), list(channels, { noun: "cách" })] : []),
      ...(atCentre && centre.address ? [line(`${centre.name}: ${sentence(centre.address)}`)] : []),
      ...doubts.map((say) => line(sentence(say))),
    ],
    facts: ["authority", ...procedure.channels.map((_, i) => `channels.${i}`)],
    bases: [],
    hedged: doubts.length > 0,
    certain: doubts.length === 0,
  };
};
