/** "Bao nhiêu tiền": each case with its amount; what is not known or in doubt is never given a figure. */
import type { Fee, Procedure } from "../../../knowledge/procedure.ts";
import { type Block, line, list } from "../../answer.ts";
import { shownDay } from "../../days.ts";
import { plainWords } from "../../plain-words.ts";
import { forCitizens, lowerFirst, money, sentence, spellOut } from "../../wording.ts";
import { basesOf, doubtLines, doubtsOn, type Held, heldOn, holdsOn } from "./facts.ts";
import { sumByRule } from "./fee-sum.ts";
import { type Asked, askDesk, morePayload, type Tell } from "./told.ts";

export const tellFee: Tell = (asked) => {
  const { procedure, today } = asked;
  const rule = procedure.fee_rule;
  if (rule && holdsOn(rule, today) && doubtsOn(procedure, "fee").length === 0) {
    const lines = sumByRule(procedure.short_name, rule, asked.pages, asked.copies).map(line);
    return { blocks: lines, facts: ["fee_rule"], bases: [rule.basis], certain: true };
  }
  const held = heldOn(procedure.fees, today);
  if (held.length === 0) {
    const gone = `${procedure.short_name}: lệ phí hiện giờ em chưa có con số chắc chắn nên không dám nói.`;
    return { blocks: [line(gone), line(askDesk(procedure))], facts: [], bases: [], certain: false };
  }
  return tellCases(asked, held);
};

function tellCases(asked: Asked, held: readonly Held<Fee>[]) {
  const { procedure } = asked;
  const doubtful = new Set(
    held.filter(({ index }) => doubtsOn(procedure, "fee", `fees.${index}`).length > 0).map(({ index }) => index),
  );
  const isKnown = ({ entry, index }: Held<Fee>) => entry.amount !== null && !doubtful.has(index);
  const known = held.filter(isKnown);
  const doubts = doubtLines(doubtsOn(procedure, "fee"), "Lệ phí").map((say) => line(sentence(say)));
  const desk = known.length < held.length && doubts.length === 0 ? [line(askDesk(procedure))] : [];
  const shown =
    held.length > 1 && known.length === 0 ? [nothingKnown(procedure, held)] : feeBlocks(asked, held, doubtful);
  return {
    blocks: [...shown, ...doubts, ...desk],
    facts: held.map(({ index }) => `fees.${index}`),
    bases: basesOf(
      procedure.fees,
      (known.length > 0 ? known : held).map(({ index }) => index),
    ),
    certain: known.length > 0,
    hedged: doubts.length + desk.length > 0,
  };
}

function feeBlocks(asked: Asked, held: readonly Held<Fee>[], doubtful: ReadonlySet<number>): Block[] {
  const { short_name: name } = asked.procedure;
  const only = held.length === 1 ? held[0] : undefined;
  if (only) {
    const told = feeText(only.entry, doubtful.has(only.index));
    return [line(sentence(`${name}: ${oneFee(only.entry.case, name, told)}`))];
  }
  const items = held.map(({ entry, index }) => {
    const label = isEveryCase(entry.case) ? "Thường" : upper(spellOut(entry.case));
    return sentence(`${label}: ${feeText(entry, doubtful.has(index))}`);
  });
  return [
    line(`${name}, lệ phí từng trường hợp:`),
    list(items, {
      noun: "trường hợp",
      more: morePayload(asked.procedure, "fee"),
      from: Math.min(asked.from, items.length),
    }),
  ];
}

/** The only fee of a record, with its case unless the name says it already. */
function oneFee(text: string, name: string, told: string): string {
  const shown = lowerFirst(spellOut(text));
  if (saysNothingNew(text, name)) return /^(miễn|không thu)/.test(told) ? told : `lệ phí ${told}`;
  return /phí/i.test(shown) ? `${shown} ${told}` : `${shown}: ${told}`;
}

/** One fee in words; a figure only when it is known and beyond doubt. */
function feeText(fee: Fee, inDoubt: boolean): string {
  const until = fee.valid_to ? `, đến hết ${shownDay(fee.valid_to)}` : "";
  if (fee.amount === null) return unknownText(fee.note);
  if (inDoubt) return UNKNOWN;
  const note = forCitizens(fee.note);
  if (fee.amount === 0 && note && /^(Miễn|Không thu)( phí| lệ phí)?[\s,.;]*(lệ phí)?\.?$/i.test(note)) {
    return `${freeText(fee)}${until}`;
  }
  if (fee.amount === 0 && note && /^Miễn /.test(note)) return `${lowerFirst(note).replace(/\.$/, "")}${until}`;
  const amount = fee.amount === 0 ? freeText(fee) : `${money(fee.amount)}${perUnit(fee.unit)}`;
  return `${amount}${until}${note ? `. ${note}` : ""}`;
}

/** `null` is not "free": says why there is no figure, in plain words and without the figures of a keeper's note. */
function unknownText(note: string | null): string {
  if (/HĐND|Hội đồng nhân dân/.test(note ?? "")) {
    return "do tỉnh quy định, em chưa có con số chắc chắn của Cà Mau nên không dám nói";
  }
  const plain = forCitizens(note);
  const reason = plain && !/\d/.test(plain) ? ` (${lowerFirst(plain).replace(/\.$/, "")})` : "";
  return `${UNKNOWN}${reason}`;
}

const UNKNOWN = "em chưa có con số chắc chắn nên không dám nói";

/** One line instead of the same line for every case. */
function nothingKnown(procedure: Procedure, held: readonly Held<Fee>[]): Block {
  const texts = new Set(held.map(({ entry }) => (entry.amount === null ? unknownText(entry.note) : UNKNOWN)));
  const [only = UNKNOWN] = texts;
  return line(sentence(`${procedure.short_name}: lệ phí ${texts.size === 1 ? only : UNKNOWN}`));
}

const freeText = (fee: Fee) => (/không thu/i.test(`${fee.note} ${fee.case}`) ? "không thu tiền" : "miễn lệ phí");

/** "đồng/trang" → " một trang"; "đồng/người/lần" → " một người, mỗi lần". One thing asked for needs no unit. */
function perUnit(unit: string | null): string {
  const parts = (unit ?? "")
    .split("/")
    .slice(1)
    .filter((part) => !["việc", "trường hợp"].includes(part));
  if (parts.length === 0 || (parts.length === 1 && parts[0] === "lần")) return "";
  return ` một ${parts.join(", mỗi ")}`;
}

/** "Khai báo tạm vắng (khai báo tạm vắng)" would say it twice. */
const saysNothingNew = (text: string, name: string) => isEveryCase(text) || plainWords(name).includes(plainWords(text));

const isEveryCase = (text: string) => /^(mọi trường hợp|thường|mức thường|tất cả)$/i.test(text.trim());

const upper = (text: string) => text.replace(/^["“]?\p{Ll}/u, (first) => first.toUpperCase());
