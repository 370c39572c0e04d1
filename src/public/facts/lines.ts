/**
 * Everything a record says to citizens on a day, as lines that can be compared: what the page shows, and what changed
 * since a sheet was printed, come from the same words.
 */
import {
  doubtSays,
  type Procedure,
  procedureHolds,
  sentence,
  spellOut,
  standingOn,
  upperFirst,
} from "../../knowledge/index.ts";
import { CONFIDENCE, shownDoubts } from "./doubts.ts";
import { shownFeeRule, shownFees } from "./fees.ts";
import { shownPapers } from "./papers.ts";
import { shownTimes } from "./times.ts";

/** The parts of a record, in reading order, with the heading of each. */
export const PARTS = {
  name: "Tên thủ tục",
  paper: "Giấy tờ",
  form: "Mẫu tờ khai",
  fee: "Lệ phí",
  time: "Thời gian giải quyết",
  place: "Nơi giải quyết",
  channel: "Cách nộp",
  step: "Các bước",
  result: "Kết quả",
  condition: "Điều kiện",
  news: "Nên biết",
  doubt: "Điều chưa chắc",
  basis: "Căn cứ pháp lý",
  sure: "Độ chắc",
} as const;
export type Part = keyof typeof PARTS;

export type Line = {
  readonly part: Part;
  /** What stays the same when the text changes: the case of a fee, the name of a paper. */
  readonly key: string;
  readonly text: string;
};

export function factLines(procedure: Procedure, day: string): Line[] {
  if (!procedureHolds(procedure, day)) return [];
  const lines: Line[] = [];
  const put = (part: Part, key: string, ...pieces: (string | null)[]) =>
    lines.push({ part, key, text: pieces.filter(Boolean).join(" ") });
  put("name", "name", procedure.short_name);
  for (const { name, how, when, note, inDoubt } of shownPapers(procedure, day)) {
    const only = when && `Chỉ khi: ${when}.`;
    put(
      "paper",
      name,
      sentence(how ? `${name} (${how})` : name),
      only,
      note,
      inDoubt ? "Giấy này hỏi lại quầy." : null,
    );
  }
  for (const form of shownForms(procedure)) put("form", form, form);
  for (const { label, figure, instead, until, note } of shownFees(procedure, day)) {
    put("fee", label ?? "", figure ? sentence(until ? `${figure}, ${until}` : figure) : instead, note);
  }
  const rule = shownFeeRule(procedure, day);
  if (rule) put("fee", "Cách tính", rule);
  for (const { label, text, instead, until } of shownTimes(procedure, day)) {
    put("time", label ?? "", text ?? instead, until && `Áp dụng ${until}.`);
  }
  put("place", "place", shownPlace(procedure));
  for (const list of ["channels", "steps", "conditions"] as const) {
    const part = ({ channels: "channel", steps: "step", conditions: "condition" } as const)[list];
    for (const text of shownList(procedure[list])) put(part, text, text);
  }
  put("result", "result", shownResult(procedure));
  for (const text of shownNews(procedure, day)) put("news", text, text);
  for (const text of shownDoubts(procedure, day)) put("doubt", text, text);
  for (const { number } of procedure.legal_basis) put("basis", spellOut(number), spellOut(number));
  put("sure", "sure", CONFIDENCE[procedure.confidence].word);
  return lines;
}

export const shownForms = (procedure: Procedure): string[] =>
  procedure.forms.map(({ name, code }) => {
    const said = spellOut(name);
    return upperFirst(code && !said.includes(code) ? `${said}, mẫu ${spellOut(code)}` : said);
  });

export const shownList = (items: readonly string[]): string[] =>
  items.map((item) => sentence(upperFirst(spellOut(item))));

export const shownPlace = (procedure: Procedure): string => {
  const hedge = [...doubtSays(procedure, "place"), ...doubtSays(procedure, "authority")].length > 0 ? "Thường là " : "";
  return sentence(upperFirst(`${hedge}${spellOut(procedure.authority)}`));
};

export const shownResult = (procedure: Procedure): string => sentence(upperFirst(spellOut(procedure.result)));

export const shownNews = (procedure: Procedure, day: string): string[] => [
  ...new Set(
    (procedure.changes ?? [])
      .filter((change) => standingOn(change, day) === "holds")
      .map(({ say }) => sentence(upperFirst(spellOut(say)))),
  ),
];
