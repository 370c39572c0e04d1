/** "Nộp trên mạng được không". */
import { line, list } from "../../answer.ts";
import { sentence, spellOut, upperFirst } from "../../wording.ts";
import { doubtLines } from "./facts.ts";
import type { Tell } from "./told.ts";

/** A way that begins with going there may name the network only in passing: "Tới xã khác thì cán bộ giúp nộp trên mạng". */
export const isOnline = (channel: string): boolean =>
  /trực tuyến|VNeID|trên mạng|dichvucong/i.test(channel) && !/^tới /i.test(channel);

export const tellOnline: Tell = ({ procedure }) => {
  const name = procedure.short_name;
  const online = procedure.channels.filter(isOnline);
  const doubts = doubtLines(procedure, ["online"], "Nộp trên mạng");
  const others = procedure.channels.map((channel) => sentence(upperFirst(spellOut(channel))));
  const head =
    online.length > 0
      ? `${name}: ${doubts.length > 0 ? "có thể nộp trên mạng" : "nộp trên mạng được"}.`
      : `${name}: em chưa thấy cách nộp trên mạng. Cách nộp em biết chắc:`;
  const shown = online.length > 0 ? online.map((channel) => sentence(upperFirst(spellOut(channel)))) : others;
  return {
    blocks: [
      line(head),
      ...(shown.length > 0 ? [list(shown, { noun: "cách" })] : []),
      ...doubts.map((say) => line(sentence(say))),
    ],
    facts: procedure.channels.map((_, i) => `channels.${i}`),
    bases: [],
    hedged: doubts.length > 0,
    certain: doubts.length === 0 && procedure.channels.length > 0,
  };
};
