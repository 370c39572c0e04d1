/** "Xã Tân Hưng Tây cũ giờ thuộc xã nào": today's unit with its basis, or the question that must be asked. */
import type { Button } from "../../channel/message.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Resolution, sayFormer } from "../../knowledge/places/index.ts";
import type { Units } from "../../knowledge/reference-files.ts";
import { sayDay } from "../../knowledge/validity.ts";
import type { Understanding } from "../../understanding/understanding.ts";
import { type Answer, say } from "../answer.ts";
import { answerProcedure } from "../answers/procedure/index.ts";
import { BUTTONS } from "../buttons.ts";
import type { Moment } from "../moment.ts";
import { payloads } from "../payloads.ts";
import { hasWords, plainWords } from "../plain-words.ts";
import { upperFirst } from "../wording.ts";
import { asksWhichUnit, type Where, whereIn } from "./where.ts";

/** With so few words around it, the name is all that is said. */
const FEW = 4;

/** Null when the message is about something else, or names no place. */
export function answerPlace(text: string, understood: Understanding, moment: Moment): Answer | null {
  const { state, knowledge, today } = moment;
  if (!knowledge.units) return null;
  const isAsked = asksWhichUnit(text) || state.pending?.kind === "which-place";
  const elsewhere = understood.topic !== null && understood.topic !== state.topic && understood.certainty === "answer";
  if (elsewhere) return null;
  const province = isAsked ? answerProvince(text, knowledge.units) : null;
  if (province) return province;
  const where = whereIn(text, state, knowledge);
  if (!where || !(isAsked || (understood.topic === null && where.otherWords <= FEW))) return null;
  // "Tui ở phường 8 Cà Mau", after a question about a procedure: where is it handed in then?
  const id =
    state.pending?.kind === "which-place" ? state.pending.procedure : asksWhichUnit(text) ? null : state.procedure;
  const procedure = id === null ? undefined : knowledge.procedures.get(id);
  if (!procedure) return toAnswer(where.resolution, knowledge, where);
  if (where.resolution.kind === "ask") return askPlace(where.resolution, procedure.id, where.district);
  const said = state.topic === procedure.topic ? state.said : [];
  return answerProcedure({ procedure, aspects: ["place"], said, where: where.resolution }, knowledge, today);
}

/** `where`: for what is asked next; absent when a button was tapped. */
export function toAnswer(resolution: Resolution, knowledge: Knowledge, where?: Where): Answer {
  if (resolution.kind === "ask") return askPlace(resolution, null, where?.district ?? null);
  const { unit, former } = resolution;
  const units = knowledge.units!;
  const lines = [
    former
      ? `${sayFormer(former)} nay thuộc ${unit.fullName}, tỉnh ${units.province.name}.`
      : `${upperFirst(unit.fullName)} là tên hiện nay, thuộc tỉnh ${units.province.name}.`,
    ...(unit.confidence !== "low" ? [] : ["Anh/chị xem lại địa chỉ mới trong VNeID hoặc hỏi quầy cho chắc."]),
    basisOfUnits(units),
  ];
  const old = knowledge.faqs.get(OLD_PAPERS);
  const buttons = [
    ...(old ? [{ title: "Giấy tờ ghi địa chỉ cũ", say: payloads.faq(old.id) }] : []),
    BUTTONS.help,
    BUTTONS.staff,
  ];
  return say("answer", lines, buttons, {
    records: ["don-vi"],
    facts: [`don-vi#${unit.code}`],
    remember: { unit: unit.code },
  });
}

/** The checked answer on papers with an old address. */
const OLD_PAPERS = "giay_to_cu_sau_sap_nhap";

/** Asks which is meant. `procedure`: what is to be answered with it. */
export function askPlace(
  { question, hint, options }: Extract<Resolution, { kind: "ask" }>,
  procedure: string | null,
  district: string | null,
): Answer {
  const choices = options.map(({ label, ref, words }) => ({
    label,
    payload: payloads.place(ref, procedure),
    words: [...words],
  }));
  const listed = choices.length > MOST_BUTTONS ? choices.map(({ label }, i) => `${i + 1}. ${label}`) : [];
  const buttons: Button[] = choices
    .slice(0, MOST_BUTTONS)
    .map(({ label, payload }) => ({ title: label, say: payload }));
  const pending =
    choices.length > 0
      ? { kind: "choose" as const, options: choices }
      : { kind: "which-place" as const, district, procedure };
  return say("ask_back", [question, ...(hint ? [hint] : []), ...listed], [...buttons, BUTTONS.staff], {
    records: ["don-vi"],
    remember: { pending },
  });
}

const MOST_BUTTONS = 4;

/** "Bạc Liêu giờ thuộc tỉnh nào". */
function answerProvince(text: string, units: Units): Answer | null {
  const said = plainWords(text);
  if (!["tinh nao", "tinh gi", "tinh moi"].some((words) => hasWords(said, words))) return null;
  const old = new Set(units.old_districts.map(({ old_province }) => old_province));
  const named = [...old].find((province) => hasWords(said, plainWords(province)));
  if (!named) return null;
  const { name, effective, decisions } = units.province;
  const also = [...old].filter((province) => province !== named).join(", ");
  const lines = [
    `Tỉnh ${named} cũ và tỉnh ${also} cũ nay là tỉnh ${name}, từ ${sayDay(effective)}.`,
    `Căn cứ: ${decisions[0]!.number} · áp dụng từ ${sayDay(effective)}`,
  ];
  return say("answer", lines, [BUTTONS.help, BUTTONS.staff], { records: ["don-vi"], facts: ["don-vi#province"] });
}

/** The decision on communes of the year in which today's units began. */
function basisOfUnits({ province }: Units): string {
  const year = province.effective.slice(0, 4);
  const decision = province.decisions.find(({ about, date }) => /cấp xã/.test(about) && date.startsWith(year));
  return `Căn cứ: ${(decision ?? province.decisions[0]!).number} · áp dụng từ ${sayDay(province.effective)}`;
}
