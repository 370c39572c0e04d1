/** Asking for a dossier code, reading one back, and saying that none was found. */
import { type Answer, type Block, line, say } from "../../answer.ts";
import { BUTTONS } from "../../buttons.ts";

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

/**
 * One and the same for a code that nobody knows and another province's. It is read back, so that a slip of theirs or ours
 * shows; null: what looks like a code and can be none.
 */
export const notFound = (code: string | null): Block =>
  line(
    `Em không thấy hồ sơ nào mang mã ${code ?? "này"}. Anh/chị xem lại mã trên giấy hẹn (có chữ H hoặc G ở đầu) rồi nhắn lại giúp em ạ?`,
  );

export const throttled = (): Answer =>
  say(
    "desk",
    ["Mấy lần vừa rồi em đều không thấy hoặc không khớp. Anh/chị chờ ít phút rồi nhắn lại, hoặc bấm “Gặp cán bộ”."],
    [BUTTONS.staff, BUTTONS.help],
  );

export const unavailable = (): Answer =>
  say(
    "desk",
    ["Hệ thống tra hồ sơ đang không trả lời, em chưa xem được. Anh/chị nhắn lại mã sau ít phút giúp em."],
    [BUTTONS.dossier, BUTTONS.staff],
  );
