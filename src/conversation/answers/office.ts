/** Where the centre is and when it is open: only what the centre confirmed, and what the calendar knows. */
import { type Closure, dayInWords, formatWeekday, type WorkingCalendar, weekdayOf } from "../../calendar/index.ts";
import { plainView } from "../../dossiers/index.ts";
import type { Centre } from "../../knowledge/centre.ts";
import type { Unit } from "../../knowledge/places/index.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import type { Moment } from "../moment.ts";
import { nextOpening, shownOpening, shownPeriods } from "../opening.ts";
import { deskLines } from "../places/unit-desk.ts";
import { unitBefore, whereIn } from "../places/where.ts";
import { upperFirst } from "../wording.ts";
import { phoneButtons } from "./desk.ts";
import { hoursOfUnit } from "./dossier/counter.ts";

/** `what`: the day and the counter that were asked about. */
export function officeInfo(
  centre: Centre,
  calendar: WorkingCalendar,
  now: number,
  what: { readonly day?: string | null; readonly counter?: Counter | null; readonly closure?: Closure | null } = {},
): Answer {
  const counter = what.counter ?? { name: centre.name, hours: centre.hours, saturday: centre.saturday };
  const isOurs = counter.name === centre.name;
  const first = what.closure ? closureLines(what.closure) : what.day ? [dayLine(what.day, counter, calendar)] : [];
  const known = [hoursLine(counter), ...(isOurs ? [addressLine(centre), phoneLine(centre)] : [])].filter(
    (text) => text !== null,
  );
  const lines = [...first, ...known, ...(first.length > 0 ? [] : dayLines(counter, calendar, now))];
  const contact = isOurs ? phoneButtons(centre) : [];
  if (known.length > 0) return say("answer", lines, [...contact, BUTTONS.staff, BUTTONS.help]);
  const unknown = isOurs ? "Giờ làm việc, địa chỉ và số điện thoại" : "Giờ làm việc";
  return say(
    "desk",
    [
      ...first,
      `${unknown} của ${counter.name} chưa được xác nhận nên em không dám nói.`,
      ...(first.length > 0 ? [] : dayLines(counter, calendar, now)),
      "Anh/chị bấm “Gặp cán bộ” để em hỏi giúp.",
    ],
    [BUTTONS.staff, BUTTONS.help],
  );
}

type Counter = Pick<Centre, "name" | "hours" | "saturday">;

/** "Thứ bảy xã Năm Căn có làm không": the counter and the day that the message names. */
export function officeAsked(text: string, { knowledge, calendar, state, now, today }: Moment): Answer {
  const { centre } = knowledge;
  const found = (whereIn(text, state, knowledge)?.resolution ?? unitBefore(state, knowledge)) || null;
  const said = plainView(text).plain;
  if (found?.kind === "found" && ASKS_CONTACT.test(said)) return contactOf(found.unit);
  const unit = found?.kind === "found" ? found.unit.fullName : null;
  const counter = unit === null ? null : { name: unit, ...pick(hoursOfUnit(unit, knowledge)) };
  return officeInfo(centre, calendar, now, {
    counter,
    day: dayInWords(said, today),
    closure: closureIn(said, calendar, today),
  });
}

const ASKS_CONTACT = /\b(dia chi|dien thoai|sdt|hotline|duong day nong)\b/;

/** What a commune confirmed of its desk; an address or a number that it did not is said to be missing. */
function contactOf(unit: Unit): Answer {
  const known = deskLines(unit);
  const { address, phone } = unit.desk;
  const missing = [...(address ? [] : ["địa chỉ"]), ...(phone ? [] : ["số điện thoại"])].join(", ");
  const lines = missing
    ? [
        ...known,
        `${upperFirst(missing)} của ${unit.fullName} chưa được xác nhận nên em không dám nói.`,
        "Anh/chị bấm “Gặp cán bộ” để em hỏi giúp.",
      ]
    : known;
  return say(known.length > 0 ? "answer" : "desk", lines, [BUTTONS.staff, BUTTONS.help]);
}

const pick = ({ hours, saturday }: Pick<Centre, "hours" | "saturday">) => ({ hours, saturday });

const OCCASIONS: readonly (readonly [RegExp, string])[] = [
  [/\btet (?:duong|tay)|\btet duong lich/, "tet duong lich"],
  [/\bquoc khanh\b/, "quoc khanh"],
  [/\bgio to\b/, "gio to"],
  [/\btet\b/, "tet nguyen dan"],
];

/** The next holiday of the name, all its days in a row as one. */
function closureIn(said: string, calendar: WorkingCalendar, today: string): Closure | null {
  const name = OCCASIONS.find(([pattern]) => pattern.test(said))?.[1];
  if (name === undefined) return null;
  const [first, ...later] = calendar
    .closures()
    .filter(({ label, to }) => to >= today && plainView(label).plain.includes(name));
  if (!first) return null;
  const days = later.filter(({ label, from }) => label === first.label && from.slice(0, 4) === first.from.slice(0, 4));
  return { ...first, to: days.at(-1)?.to ?? first.to };
}

function closureLines({ label, from, to, announced }: Closure): string[] {
  if (!announced) return [`${label}: lịch nghỉ chưa được công bố nên em chưa dám nói ngày nào.`];
  return [
    `${label}: nghỉ ${from === to ? formatWeekday(from) : `từ ${formatWeekday(from)} đến ${formatWeekday(to)}`}.`,
  ];
}

function dayLine(day: string, { hours, saturday }: Counter, calendar: WorkingCalendar): string {
  const name = upperFirst(formatWeekday(day));
  if (!calendar.isCertain(day)) return `${name}: lịch nghỉ quãng này chưa được công bố nên em không dám nói.`;
  if (calendar.isWorkingDay(day))
    return `${name}: ${hours ? `có làm việc, ${shownPeriods(hours)}` : "là ngày làm việc"}.`;
  if (weekdayOf(day) !== 6) return `${name}: nghỉ.`;
  if (saturday === null) return `${name}: thứ Bảy có mở cửa không thì chưa được xác nhận, anh/chị hỏi trước khi đi.`;
  return `${name}: ${saturday.length > 0 ? `có mở cửa, ${shownPeriods(saturday)}` : "nghỉ"}.`;
}

function hoursLine({ name, hours, saturday }: Counter): string | null {
  if (!hours) return null;
  const onSaturday =
    saturday === null
      ? "Thứ Bảy thì chưa có giờ được xác nhận, anh/chị hỏi trước khi đi."
      : saturday.length > 0
        ? `Thứ Bảy: ${shownPeriods(saturday)}.`
        : "Thứ Bảy nghỉ.";
  return `${upperFirst(name)} làm việc thứ Hai đến thứ Sáu: ${shownPeriods(hours)}. ${onSaturday}`;
}

const addressLine = (centre: Centre) => (centre.address ? `Địa chỉ: ${centre.address}.` : null);

const phoneLine = (centre: Centre) =>
  centre.phones.length > 0
    ? `Điện thoại: ${centre.phones.map(({ number, label }) => `${number} (${label})`).join(", ")}.`
    : null;

/** Says it when today is a day off; nothing where the holidays of the year are not announced. */
function dayLines(counter: Counter, calendar: WorkingCalendar, now: number): string[] {
  const today = calendar.dayOf(now);
  if (!calendar.isCertain(today) || calendar.isWorkingDay(today)) return [];
  const opening = nextOpening(counter, calendar, now);
  if (opening.kind === "open-now") return [];
  if (opening.kind === "opens") return [`Hôm nay nghỉ, mở cửa lại lúc ${shownOpening(opening)}.`];
  const next = calendar.nextWorkingDay(today);
  const when = calendar.isCertain(next) ? ` Ngày làm việc kế tiếp là ${formatWeekday(next)}.` : "";
  return [`Hôm nay ${formatWeekday(today)} là ngày nghỉ.${when}`];
}
