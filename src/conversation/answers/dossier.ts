/** "Hồ sơ tới đâu rồi": progress only. With a code alone no name, no procedure and no date is ever shown. */
import { formatInstant } from "../../calendar/index.ts";
import {
  type Dossier,
  type DossierLookup,
  type DossierSource,
  lockedUntil,
  progressBar,
  progressOf,
  withWrongTry,
} from "../../dossiers/index.ts";
import { type Answer, type Block, line, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

export const askForCode = (): Answer =>
  say(
    "ask_back",
    [
      "Anh/chị nhắn mã hồ sơ giúp em ạ?",
      "Mã in trên giấy hẹn, bắt đầu bằng chữ H hoặc G. Gõ liền hay cách ra đều được.",
    ],
    [BUTTONS.help, BUTTONS.staff],
    { remember: { pending: { kind: "await-code" } } },
  );

/** A code that we had to mend is read back before anything is looked up. */
export const confirmCodes = (codes: readonly string[]): Answer =>
  say("ask_back", [`Mã hồ sơ của anh/chị là ${codes.join(" và ")}, đúng không ạ?`], [BUTTONS.yes, BUTTONS.fix], {
    remember: { pending: { kind: "confirm-code", codes: [...codes] } },
  });

/** Codes looked up in one message. */
const MOST_CODES = 3;

/** Looks up every code, in the order written, and answers in one message. Guessing is slowed down (dossiers/throttle). */
export async function lookUp(
  codes: readonly string[],
  source: DossierSource,
  wrongBefore: readonly number[],
  now: number,
): Promise<Answer> {
  if (lockedUntil(wrongBefore, now) !== null) return throttled();
  const asked = codes.slice(0, MOST_CODES);
  const found = await Promise.all(asked.map(async (code) => ({ code, lookup: await source.find(code) })));
  if (found.every(({ lookup }) => lookup.kind === "unavailable")) return unavailable();
  const wrong = found.filter(({ lookup }) => lookup.kind === "unknown-code");
  return {
    decision: wrong.length === found.length ? "ask_back" : "answer",
    blocks: found.flatMap(({ code, lookup }) => blocksOf(code, lookup)),
    buttons: [BUTTONS.staff, BUTTONS.help],
    records: [],
    facts: [],
    remember: {
      wrongCodes: wrong.reduce<number[]>((tries) => withWrongTry(tries, now), [...wrongBefore]),
      pending: wrong.length > 0 ? { kind: "await-code" } : null,
    },
  };
}

function blocksOf(code: string, lookup: DossierLookup): Block[] {
  switch (lookup.kind) {
    case "found":
      return [...progressBlocks(lookup.dossier), ...asOf(lookup)];
    case "unknown-code":
      return unknownBlocks(code);
    case "unavailable":
      return [line(`Hồ sơ ${code}: hệ thống một cửa chưa trả lời, anh/chị nhắn lại mã sau ít phút giúp em.`)];
  }
}

/** The source is down: what is said is what it last told us, and when. */
const asOf = ({ dossier, freshness }: Extract<DossierLookup, { kind: "found" }>): Block[] =>
  freshness === "current"
    ? []
    : [
        line(
          `Hệ thống một cửa đang không trả lời; đây là tình trạng em biết lúc ${formatInstant(dossier.knownAt)}, có thể đã khác.`,
        ),
      ];

const progressBlocks = ({ code, status }: Dossier): Block[] => [
  line(`Hồ sơ ${code}`),
  line(progressBar(status)),
  line(progressOf(status).next),
];

const unknownBlocks = (code: string): Block[] => [
  line(`Em không thấy hồ sơ ${code}. Anh/chị xem lại mã trên giấy hẹn rồi nhắn lại giúp em ạ?`),
];

const throttled = (): Answer =>
  say(
    "desk",
    ["Mấy mã vừa rồi em đều không thấy. Anh/chị chờ ít phút rồi nhắn lại, hoặc bấm “Gặp cán bộ”."],
    [BUTTONS.staff, BUTTONS.help],
  );

const unavailable = (): Answer =>
  say(
    "desk",
    ["Hệ thống tra hồ sơ đang không trả lời, em chưa xem được. Anh/chị nhắn lại mã sau ít phút giúp em."],
    [BUTTONS.dossier, BUTTONS.staff],
  );

/** Digits that are no code: a receipt number, the last four digits, a photo typed off by memory. */
export const unreadableCode = (): Answer =>
  say(
    "ask_back",
    [
      "Em chưa đọc ra mã hồ sơ. Anh/chị gõ lại cả mã giúp em ạ?",
      "Mã có chữ H hoặc G ở đầu, in trên giấy hẹn; chỉ mấy số cuối hay số biên lai thì em không tra được.",
    ],
    [BUTTONS.staff, BUTTONS.help],
    { remember: { pending: { kind: "await-code" } } },
  );
