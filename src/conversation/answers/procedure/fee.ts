/** "Bao nhiêu tiền": each case with its amount; what is not known or in doubt is never given a figure. */
import type { Fee } from "../../../knowledge/procedure.ts";
import { type Block, line, list } from "../../answer.ts";
import { shownDay } from "../../days.ts";
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
  const ordered = [...held];
  const doubts = doubtLines(doubtsOn(procedure, "fee")).map((say) => line(sentence(say)));
  const desk = known.length < held.length && doubts.length === 0 ? [line(askDesk(procedure))] : [];
  return {
    blocks: [...feeBlocks(asked, ordered, doubtful), ...doubts, ...desk],
    facts: held.map(({ index }) => `fees.${index}`),
    bases: basesOf(
      procedure.fees,
      held.map(({ index }) => index),
    ),
    certain: known.length > 0,
  };
}

function feeBlocks(asked: Asked, held: readonly Held<Fee>[], doubtful: ReadonlySet<number>): Block[] {
  const { short_name: name } = asked.procedure;
  const only = held.length === 1 ? held[0] : undefined;
  if (only) {
    const told = feeText(only.entry, doubtful.has(only.index));
    const forWhom = isEveryCase(only.entry.case) ? "" : ` (${lowerFirst(spellOut(only.entry.case))})`;
    return [line(sentence(`${name}${forWhom}: ${/^(miễn|không thu)/.test(told) ? told : `lệ phí ${told}`}`))];
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

/** One fee in words; a figure only when it is known and beyond doubt. */
function feeText(fee: Fee, inDoubt: boolean): string {
  const until = fee.valid_to ? `, đến hết ${shownDay(fee.valid_to)}` : "";
  if (inDoubt) return "em chưa có con số chắc chắn nên không dám nói";
  if (fee.amount === null) return unknownText(fee.note);
  const note = forCitizens(fee.note)?.replace(/^(Miễn phí|Miễn|Không thu( phí(, lệ phí)?)?)\.?(\s+|$)/, "");
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
  return `em chưa có con số chắc chắn nên không dám nói${reason}`;
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

const isEveryCase = (text: string) => /^(mọi trường hợp|thường|mức thường|tất cả)$/i.test(text.trim());

const upper = (text: string) => text.replace(/^["“]?\p{Ll}/u, (first) => first.toUpperCase());
