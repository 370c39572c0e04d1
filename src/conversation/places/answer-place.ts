/** "Xã Tân Hưng Tây cũ giờ thuộc xã nào": today's unit with its basis, or the question that must be asked. */
import type { Button } from "../../channel/message.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Resolution, sayFormer } from "../../knowledge/places/index.ts";
import type { Units } from "../../knowledge/reference-files.ts";
import { sayDay } from "../../knowledge/validity.ts";
import type { Understanding } from "../../understanding/understanding.ts";
import { type Answer, line, say } from "../answer.ts";
import { answerProcedure } from "../answers/procedure/index.ts";
import { BUTTONS } from "../buttons.ts";
import type { Moment } from "../moment.ts";
import { payloads } from "../payloads.ts";
import { hasWords, plainWords } from "../plain-words.ts";
import { lowerFirst, upperFirst } from "../wording.ts";
import { deskLines } from "./unit-desk.ts";
import { type Asked, asksWhichUnit, placesAsked, type Where, whereIn } from "./where.ts";

/** With so few words around it, the name is all that is said. */
const FEW = 4;

/** With more words than this around it, a place is not what is asked. */
const STORY = 16;

/** From here on a bare name ("khai sinh") stands for its procedure; it is asked or told about like any. */
const NAMED = 0.75;

/** Whether words beside a place name a procedure. */
export const namesOne = ({ intent, topic, confidence }: Understanding): boolean =>
  intent === "ask_procedure" && topic !== null && confidence >= NAMED;

/** Null when the message is about something else, or names no place. */
export function answerPlace(text: string, understood: Understanding, moment: Moment): Answer | null {
  const { state, knowledge, today } = moment;
  if (!knowledge.units) return null;
  const isAsked = asksWhichUnit(text) || state.pending?.kind === "which-place";
  const isSure = (understood.topic !== null && understood.certainty === "answer") || namesOne(understood);
  const where = whereIn(text, state, knowledge);
  // "Xã hoà thành" is a commune and nothing else, whatever it sounds like.
  const isOnlyPlace = where?.otherWords === 0;
  if (isSure && understood.topic !== state.topic && !isOnlyPlace) return null;
  // A story names where it happened; what is asked stands beside it.
  const isStory = understood.topic !== null && (where?.otherWords ?? 0) > STORY;
  if (isStory && state.pending?.kind !== "which-place") return null;
  const province = isAsked || ASKS_PROVINCE.test(plainWords(text)) ? answerProvince(text, knowledge.units) : null;
  if (province) return province;
  const several = placesAsked(text, knowledge);
  if (several.length > 0) return tellAll(several, knowledge);
  // What a few words beside a commune's name were likened to is no topic: "xa hoa thanh" is no "hoà giải".
  if (where && understood.intent === "office_info" && understood.certainty === "answer" && !isAsked && !isOnlyPlace)
    return null;
  if (!where || !(isAsked || isOnlyPlace || (!isSure && where.otherWords <= FEW))) return null;
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
  const { unit } = resolution;
  const units = knowledge.units!;
  return say(
    "answer",
    [...linesOf(resolution, units), ...deskLines(unit), basisOfUnits(units)],
    afterwards(knowledge),
    {
      records: ["don-vi"],
      facts: [`don-vi#${unit.code}`],
      remember: { unit: unit.code },
    },
  );
}

function linesOf({ unit, former }: Extract<Resolution, { kind: "found" }>, { province }: Units): string[] {
  const told = former
    ? `${sayFormer(former)} nay thuộc ${unit.fullName}, tỉnh ${province.name}.`
    : `${upperFirst(unit.fullName)} là tên hiện nay, thuộc tỉnh ${province.name}.`;
  return unit.confidence === "low" ? [told, "Anh/chị xem lại địa chỉ mới trong VNeID hoặc hỏi quầy cho chắc."] : [told];
}

const afterwards = ({ faqs }: Knowledge): Button[] => [
  ...(faqs.has(OLD_PAPERS) ? [{ title: "Giấy tờ ghi địa chỉ cũ", say: payloads.faq(OLD_PAPERS) }] : []),
  BUTTONS.help,
  BUTTONS.staff,
];

/** Each that is certain, a district by its communes; the first that is not is asked about at the end. */
function tellAll(asked: readonly Asked[], knowledge: Knowledge): Answer {
  const units = knowledge.units!;
  const found = asked.flatMap(({ resolution }) => (resolution.kind === "found" ? [resolution] : []));
  const lines = asked.flatMap(({ resolution, district }) => {
    if (resolution.kind === "found") return linesOf(resolution, units);
    return district ? [`${upperFirst(district)} cũ ${lowerFirst(resolution.hint ?? "")}`] : [];
  });
  const open = asked.flatMap(({ resolution, district }) =>
    resolution.kind === "ask" && !district ? [resolution] : [],
  );
  const [first, ...later] = open;
  const told = { records: ["don-vi"], facts: found.map(({ unit }) => `don-vi#${unit.code}`) };
  if (!first) return say("answer", [...lines, basisOfUnits(units)], afterwards(knowledge), told);
  const question = askPlace(first, null, null);
  const more =
    later.length > 0
      ? [line(`Còn ${later.length} chỗ nữa có nhiều nơi trùng tên hoặc đã chia, em hỏi sau nghen.`)]
      : [];
  return { ...question, blocks: [...lines.map(line), ...more, ...question.blocks], facts: told.facts };
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

const ASKS_PROVINCE =
  /\btinh (nao|gi|moi)\b|^tinh bac lieu( cu)?$|\btinh (ca mau|bac lieu)\b.*\b(con (khong|ko|hong|hay)|nhap|doi ten|ten moi|(gio|nay) (la|thuoc|con|sao|ra sao|o dau))\b/;

/** "Bạc Liêu giờ thuộc tỉnh nào", "tỉnh Bạc Liêu còn không". */
function answerProvince(text: string, units: Units): Answer | null {
  const said = plainWords(text);
  if (!ASKS_PROVINCE.test(said)) return null;
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
