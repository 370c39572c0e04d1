/** One checked entry in words, and lists of them. What nobody has confirmed (prices, hours, numbers) is said to be so. */
import type { Button } from "../../channel/message.ts";
import type { Ocop } from "../../knowledge/reference-files.ts";
import { sayDay } from "../../knowledge/validity.ts";
import { type Answer, type Block, line, list } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import { payloads } from "../payloads.ts";
import { sayingOf } from "../plain-words.ts";
import { sentence, upperFirst } from "../wording.ts";
import type { Entry, Group } from "./entries.ts";
import type { Local } from "./find-local.ts";

/** Picks by number go to six. */
const ON_A_PAGE = 6;

const WHAT: Readonly<Record<Group, string>> = { "du-lich": "chỗ tham quan", ocop: "đặc sản", "y-te": "nơi khám bệnh" };

/** Of these nobody has told us yet. */
const NOT_TOLD: readonly (readonly [readonly string[], string])[] = [
  [["giá", "vé", "bao nhiêu tiền", "nhiêu tiền", "mấy tiền"], "giá"],
  [["mấy giờ", "mở cửa", "đóng cửa", "trực đêm"], "giờ giấc"],
  [["lịch"], "lịch"],
  [["số điện thoại", "sđt", "liên hệ", "hotline", "số trạm"], "số điện thoại"],
  [["mua ở đâu", "bán ở đâu", "mua chỗ nào", "bán chỗ nào", "chỗ nào bán", "mua o dau"], "chỗ bán"],
  [["mấy sao", "hạng sao", "ocop"], "số sao OCOP"],
];

/** Whether an entry says it after all. */
const isTold = ({ group, value }: Entry, what: string): boolean =>
  what === "số sao OCOP" && (group !== "ocop" || value.stars !== null || /sao/.test(value.note ?? ""));

/** `text`: what was asked, for what we cannot say of it; empty when a button was tapped. */
export function tellEntry(entry: Entry, text: string): Answer {
  const { value, group } = entry;
  const isSaid = sayingOf(text);
  const asked = NOT_TOLD.filter(([words]) => words.some(isSaid))
    .map(([, what]) => what)
    .filter((what) => !isTold(entry, what));
  const unknown = group === "y-te" ? [...new Set(["địa chỉ", "số điện thoại", ...asked])] : asked;
  const blocks: Block[] = [
    ...linesOf(entry).map((each) => line(sentence(each))),
    ...(unknown.length > 0
      ? [line(`${upperFirst(unknown.join(", "))}: em chưa có thông tin đã kiểm tra nên không dám nói.`)]
      : []),
    ...(value.confidence === "medium" ? HEDGE[group] : []).map(line),
    ...(group === "y-te" ? [line("Cấp cứu thì gọi 115.")] : []),
    line(`Nguồn: ${hostsOf(value.sources)} · đối chiếu ${sayDay(value.checked_on)}`),
  ];
  return {
    decision: "answer",
    blocks,
    buttons: [{ title: OTHERS[group], say: payloads.locals(group, 1) }, BUTTONS.staff, BUTTONS.help],
    records: [`local#${value.id}`],
    facts: [`local#${value.id}`],
  };
}

/** Said of what is not quite sure; of care its own note says it. */
const HEDGE: Readonly<Record<Group, readonly string[]>> = {
  "du-lich": ["Trước khi đi anh/chị hỏi lại cho chắc."],
  ocop: ["Trước khi mua anh/chị xem lại trên nhãn cho chắc."],
  "y-te": [],
};

const OTHERS: Readonly<Record<Group, string>> = {
  "du-lich": "Chỗ tham quan khác",
  ocop: "Đặc sản khác",
  "y-te": "Nơi khám bệnh khác",
};

function linesOf({ group, value }: Entry): readonly string[] {
  const note = value.note === null ? [] : [value.note];
  switch (group) {
    case "du-lich": {
      const old = value.old_place === null ? null : `chỗ cũ: ${value.old_place}`;
      const where = value.unit === null ? old : [`nay thuộc ${value.unit}`, old].filter(Boolean).join("; ");
      return [
        `${value.name}${where ? ` (${where})` : ""}`,
        ...value.what,
        ...(value.how_to_get === null ? [] : [`Đường đi: ${value.how_to_get}`]),
        ...(value.best_time === null ? [] : [`Nên đi: ${value.best_time}`]),
        ...note,
      ];
    }
    case "ocop":
      return [
        `${value.name}${starsOf(value)}`,
        ...(value.maker === null ? [] : [`Nơi làm: ${value.maker}${value.unit === null ? "" : `, ở ${value.unit}`}`]),
        ...(value.maker !== null || value.unit === null ? [] : [`Ở ${value.unit}`]),
        ...note,
      ];
    case "y-te":
      return [`${value.name}${value.unit === null ? "" : `, ở ${value.unit}`}`, ...note];
  }
}

/** "đạt OCOP 4 sao năm 2025": in the past, for a certificate runs out. */
const starsOf = ({ stars, year }: Ocop): string =>
  stars === null ? "" : `, đạt OCOP ${stars} sao${year === null ? "" : ` năm ${year}`}`;

/** "nhandan.vn, sggp.org.vn": two at most, the State's own first, private diaries last. */
function hostsOf(sources: readonly string[]): string {
  const hosts = sources.flatMap((source) => {
    const { hostname = "" } = URL.canParse(source) ? new URL(source) : {};
    return hostname === "" ? [] : [hostname.replace(/^(www|m|amp|news)\./, "")];
  });
  const all = [...new Set(hosts)];
  const rank = (host: string) => (host.endsWith(".gov.vn") ? 0 : /blogspot|wordpress/.test(host) ? 2 : 1);
  return all
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 2)
    .join(", ");
}

/** From the entry number `from` on. */
export function tellSeveral({ group, entries, place }: Extract<Local, { kind: "several" }>, from: number): Answer {
  const where = place === null ? "" : ` ở ${place.replace(/(^|\s)\p{Ll}/gu, (first) => first.toUpperCase())}`;
  if (entries.length === 0) {
    return {
      decision: "desk",
      blocks: [
        line(
          `${upperFirst(WHAT[group])}${where} theo ý anh/chị thì em chưa có thông tin đã kiểm tra nên không dám nói.`,
        ),
        ...(group === "y-te" ? [line("Cấp cứu thì gọi 115.")] : []),
      ],
      buttons: [{ title: OTHERS[group], say: payloads.locals(group, 1) }, BUTTONS.staff, BUTTONS.help],
      records: [],
      facts: [],
    };
  }
  const shown = entries.slice(from - 1, from - 1 + ON_A_PAGE);
  const options = shown.map((entry) => ({
    label: shortName(entry),
    payload: payloads.local(entry.value.id),
    words: [entry.value.name, ...entry.value.aliases],
  }));
  const next = from + ON_A_PAGE;
  const left = entries.length - (next - 1);
  const head =
    from > 1
      ? `${upperFirst(WHAT[group])} khác${where}:`
      : `${upperFirst(WHAT[group])}${where} em có thông tin đã kiểm tra:`;
  const buttons: Button[] = options.slice(0, 3).map(({ label, payload }) => ({ title: label, say: payload }));
  const checked = shown.map(({ value }) => value.checked_on).sort();
  return {
    decision: "answer",
    blocks: [
      line(head),
      list(shown.map(nameAndUnit), { numbered: true, noun: WHAT[group] }),
      line(
        `Anh/chị nhắn số hoặc tên để xem kỹ hơn${left > 0 && place === null ? `, còn ${left} ${WHAT[group]} nữa` : ""}.`,
      ),
      ...(group === "y-te" ? [line("Cấp cứu thì gọi 115.")] : []),
      line(`Nguồn có ghi ở từng chỗ · đối chiếu ${sayDay(checked[0]!)}`),
    ],
    buttons: [
      ...buttons,
      ...(left > 0 && place === null ? [{ title: "Xem tiếp", say: payloads.locals(group, next) }] : []),
      BUTTONS.staff,
    ],
    records: shown.map(({ value }) => `local#${value.id}`),
    facts: shown.map(({ value }) => `local#${value.id}`),
    remember: { pending: { kind: "choose", options } },
  };
}

function nameAndUnit({ group, value }: Entry): string {
  const stars = group === "ocop" ? starsOf(value) : "";
  return sentence(`${value.name}${stars}${value.unit === null ? "" : `, ${value.unit}`}`);
}

const MOST_LETTERS = 30;

/** For a button. */
function shortName({ value }: Entry): string {
  const names = [value.name.replace(/\s*\([^)]*\)/g, ""), ...value.aliases];
  const fitting = names.find((name) => [...name].length <= MOST_LETTERS) ?? names[0]!;
  return upperFirst(
    [...fitting].length <= MOST_LETTERS ? fitting : `${[...fitting].slice(0, MOST_LETTERS - 1).join("")}…`,
  );
}
