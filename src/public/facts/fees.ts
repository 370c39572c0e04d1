/** The fees of a record as a page shows them on a day: each case with its figure, or with what to do instead. */
import {
  type FeeWords,
  feesOn,
  feeWords,
  isWithheld,
  type Procedure,
  sayDay,
  sayMoney,
  sentence,
  spellOut,
  standingOn,
  upperFirst,
  withoutRange,
} from "../../knowledge/index.ts";
import { basesInFull } from "./bases.ts";

export type ShownFee = {
  /** Null: for everybody. */
  readonly label: string | null;
  /** "8.000 đồng một bản", "Miễn lệ phí"; null when none may be given. */
  readonly figure: string | null;
  /** Said in place of a figure. */
  readonly instead: string | null;
  readonly until: string | null;
  readonly note: string | null;
  readonly basis: string | null;
};

export function shownFees(procedure: Procedure, day: string): ShownFee[] {
  const { holding, ended } = feesOn(procedure, day);
  const bases = basesInFull(procedure.fees);
  const held = holding.map(({ fact, index }) => {
    const standing = isWithheld(procedure, "fee", index) ? ("doubtful" as const) : ("known" as const);
    return { fact, index, standing };
  });
  const all = [...held, ...ended.map((each) => ({ ...each, standing: "ended" as const }))];
  return all.map(({ fact, index, standing }) => ({
    label: isEveryCase(fact.case) ? null : upperFirst(spellOut(fact.valid_to ? withoutRange(fact.case) : fact.case)),
    ...inPieces(feeWords(fact, standing, day)),
    basis: bases[index] ?? null,
  }));
}

function inPieces(words: FeeWords): Pick<ShownFee, "figure" | "instead" | "until" | "note"> {
  const none = { figure: null, until: null, note: null };
  switch (words.kind) {
    case "known": {
      const note = words.note === null ? null : sentence(upperFirst(words.note));
      return { figure: upperFirst(words.figure), instead: null, until: words.until, note };
    }
    case "unknown": {
      const why = words.province ? "Tỉnh quy định, chưa có con số chắc chắn" : "Chưa có con số chắc chắn";
      return { ...none, instead: `${why}${words.reason ? ` (${words.reason})` : ""}: hỏi quầy.` };
    }
    case "doubtful":
      return { ...none, instead: "Chưa chắc con số: hỏi lại quầy." };
    case "ended": {
      const was = words.free ? `Chỉ miễn đến hết ${sayDay(words.on)}` : `Mức cũ đã hết hạn ngày ${sayDay(words.on)}`;
      return { ...none, instead: `${was}; sau đó chưa có con số chắc chắn: hỏi quầy.` };
    }
  }
}

/** The rule of certified copies in one sentence, while it holds and nothing about the fee is in doubt. */
export function shownFeeRule(procedure: Procedure, day: string): string | null {
  const rule = procedure.fee_rule;
  if (!rule || standingOn(rule, day) !== "holds" || isWithheld(procedure, "fee")) return null;
  const { first_pages, first_price, next_price, cap } = rule;
  return `Cách tính một bản: ${first_pages} trang đầu ${sayMoney(first_price)} một trang, từ trang thứ ${first_pages + 1} thì ${sayMoney(next_price)} một trang, nhiều nhất ${sayMoney(cap)} một bản.`;
}

const isEveryCase = (text: string) => /^(mọi trường hợp|thường|mức thường|tất cả)$/i.test(text.trim());
