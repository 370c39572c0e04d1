/** "quyền riêng tư", "xoá dữ liệu của tôi", and a citizen-ID number that should not have been sent. */
import { formatDay } from "../../calendar/index.ts";
import type { Reply } from "../../channel/message.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS, followsButton } from "../buttons.ts";
import type { Moment } from "../moment.ts";
import { hasWords, plainWords } from "../plain-words.ts";
import { PURPOSE_NAMES } from "./consent/purposes.ts";

/** The command that a text is, or null. Short texts only: a story that mentions "quyền riêng tư" is a question. */
export function privacyCommand(text: string): "notice" | "erase" | null {
  const words = plainWords(text);
  if (words.length > 60) return null;
  if (
    /\b(xoa|xoa bo|huy) (het |toan bo )?(du lieu|thong tin|tin nhan) (cua )?(toi|tui|em|minh|chi|anh|con)\b/.test(words)
  ) {
    return "erase";
  }
  return hasWords(words, "quyen rieng tu") ? "notice" : null;
}

/** What is kept, why and for how long, and what this person agreed to. */
export async function privacyNotice(moment: Moment): Promise<Answer> {
  const { knowledge, keeps } = moment;
  return say(
    "answer",
    [
      `Em là trợ lý tự động của ${knowledge.centre.name}.`,
      `Em giữ tin nhắn của anh/chị và câu trả lời ${keeps.wordsDays} ngày, để trả lời tiếp và để cán bộ xem khi cần.`,
      "Số điện thoại: chỉ giữ khi anh/chị cần gặp cán bộ, cất riêng có khoá, xong việc thì xoá.",
      "Nhờ theo dõi hồ sơ thì em giữ mã hồ sơ đó tới khi xong hoặc anh/chị bảo thôi.",
      `Ai tra mã nào em ghi dưới dạng mã hoá, giữ ${keeps.accessDays} ngày, để ngăn người dò mã.`,
      "Chấm điểm, nhờ cán bộ xem hình hay vị trí: em hỏi trước, anh/chị đồng ý em mới ghi.",
      "Em không giữ: số căn cước, hình, vị trí, tin thoại, tệp.",
      "Em không hỏi mật khẩu, mã OTP, số tài khoản.",
      ...(await agreedLines(moment)),
      "Muốn xoá, anh/chị nhắn “xoá dữ liệu của tôi” hoặc bấm nút bên dưới.",
    ],
    [BUTTONS.erase, followsButton, BUTTONS.staff, BUTTONS.help],
  );
}

async function agreedLines({ dossiers, citizen, anonymous, calendar }: Moment): Promise<string[]> {
  if (anonymous) return [];
  const agreed = (await dossiers.consentsOf(dossiers.whoIs(citizen))).filter(({ answer }) => answer === "yes");
  if (agreed.length === 0) return [];
  const names = agreed.map(({ purpose, at }) => `${PURPOSE_NAMES[purpose]} (${formatDay(calendar.dayOf(at))})`);
  return [`Anh/chị đã đồng ý cho em: ${names.join(", ")}.`];
}

const ERASED = [
  "Dạ, em đã xoá các tin nhắn cũ của anh/chị, câu trả lời của em và hồ sơ đang theo dõi trong máy của trung tâm.",
  "Tin nhắn còn trong ứng dụng Zalo thì anh/chị tự xoá trên điện thoại.",
];

/** After Zalo passed on that somebody withdrew. */
export const erasedReply = (): Reply => ({
  text: ERASED.join("\n"),
  buttons: [BUTTONS.privacy],
  provenance: { records: [], facts: [], knowledgeVersion: "" },
});

export const eraseRequest = (): Answer =>
  say("answer", ERASED, [BUTTONS.privacy, BUTTONS.help], { effects: [{ kind: "privacy-request", what: "erase" }] });

export const CITIZEN_ID_LINE =
  "Số này giống số căn cước. Em không cần và không lưu; anh/chị nên thu hồi hoặc xoá tin nhắn.";

export const citizenId = (): Answer =>
  say(
    "answer",
    [CITIZEN_ID_LINE, "Muốn tra hồ sơ, anh/chị nhắn mã hồ sơ: có chữ H hoặc G ở đầu, in trên giấy hẹn."],
    [BUTTONS.dossier, BUTTONS.help],
  );
