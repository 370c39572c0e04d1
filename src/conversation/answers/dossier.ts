/** "Hồ sơ tới đâu rồi": progress only. With a code alone no name, no procedure and no date is ever shown. */
import type { Dossier, DossierSource, Status } from "../../dossiers/dossier.ts";
import { Unavailable } from "../../errors.ts";
import { type Answer, type Block, line, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

/** Guessing is slowed down: so many wrong codes within this time, then nothing is looked up for a while. */
const GUESSES = { most: 5, withinMs: 15 * 60_000 } as const;

type Progress = { readonly step: 1 | 2 | 3 | 4 | 5 | null; readonly words: string; readonly next?: string };

/** The ten statuses of the National Public Service Portal as five steps, or words only where a dossier is closed. */
const PROGRESS: Readonly<Record<Status, Progress>> = {
  1: { step: 1, words: "Đã gửi, chờ tiếp nhận" },
  2: { step: 2, words: "Đã tiếp nhận" },
  3: { step: null, words: "Không được tiếp nhận", next: "Lý do ghi trong phiếu báo, anh/chị hỏi quầy nếu chưa rõ." },
  4: { step: 3, words: "Đang xử lý" },
  5: { step: 3, words: "Chờ bổ sung giấy tờ", next: "Giấy còn thiếu ghi trong phiếu yêu cầu bổ sung." },
  6: { step: 3, words: "Chờ nộp tiền", next: "Khoản phải nộp ghi trong thông báo gửi anh/chị." },
  7: { step: null, words: "Đã rút theo yêu cầu của người nộp" },
  8: { step: null, words: "Đã dừng xử lý", next: "Lý do ghi trong thông báo, anh/chị hỏi quầy nếu chưa rõ." },
  9: { step: 4, words: "Đã có kết quả, chờ nhận", next: "Anh/chị mang giấy hẹn đến nhận." },
  10: { step: 5, words: "Đã trả kết quả" },
};

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

/** Looks up every code, in the order written, and answers in one message. */
export async function lookUp(
  codes: readonly string[],
  source: DossierSource,
  wrongBefore: readonly number[],
  now: number,
): Promise<Answer> {
  const recent = wrongBefore.filter((at) => now - at < GUESSES.withinMs);
  if (recent.length >= GUESSES.most) return throttled(recent);
  try {
    const found = [];
    for (const code of codes.slice(0, GUESSES.most)) found.push({ code, lookup: await source.find(code) });
    const wrong = found.filter(({ lookup }) => lookup.kind === "unknown-code");
    return {
      decision: wrong.length === found.length ? "ask_back" : "answer",
      blocks: found.flatMap(({ code, lookup }) =>
        lookup.kind === "found" ? progressBlocks(lookup.dossier) : unknownBlocks(code),
      ),
      buttons: [BUTTONS.staff, BUTTONS.help],
      records: [],
      facts: [],
      remember: {
        wrongCodes: [...recent, ...wrong.map(() => now)],
        pending: wrong.length > 0 ? { kind: "await-code" } : null,
      },
    };
  } catch (error) {
    if (error instanceof Unavailable) return unavailable(recent);
    throw error;
  }
}

function progressBlocks(dossier: Dossier): Block[] {
  const { step, words, next } = PROGRESS[dossier.status];
  const bar = step === null ? words : `Bước ${step}/5: ${words} ${"●".repeat(step)}${"○".repeat(5 - step)}`;
  return [line(`Hồ sơ ${dossier.code}`), line(step === null ? `${bar}.` : bar), ...(next ? [line(next)] : [])];
}

const unknownBlocks = (code: string): Block[] => [
  line(`Em không thấy hồ sơ ${code}. Anh/chị xem lại mã trên giấy hẹn rồi nhắn lại giúp em ạ?`),
];

const throttled = (wrongCodes: readonly number[]): Answer =>
  say(
    "desk",
    ["Mấy mã vừa rồi em đều không thấy. Anh/chị chờ ít phút rồi nhắn lại, hoặc bấm “Gặp cán bộ”."],
    [BUTTONS.staff, BUTTONS.help],
    { remember: { wrongCodes: [...wrongCodes] } },
  );

const unavailable = (wrongCodes: readonly number[]): Answer =>
  say(
    "desk",
    ["Hệ thống tra hồ sơ đang không trả lời, em chưa xem được. Anh/chị nhắn lại mã sau ít phút giúp em."],
    [BUTTONS.dossier, BUTTONS.staff],
    { remember: { wrongCodes: [...wrongCodes] } },
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
