/** "quyền riêng tư", "xoá dữ liệu của tôi", and a citizen-ID number that should not have been sent. */
import type { Centre } from "../../knowledge/centre.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS, followsButton } from "../buttons.ts";
import { hasWords, plainWords } from "../plain-words.ts";

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

export const privacyNotice = (centre: Centre): Answer =>
  say(
    "answer",
    [
      `Em là trợ lý tự động của ${centre.name}.`,
      "Em giữ: tin nhắn của anh/chị và câu trả lời, để trả lời tiếp và để cán bộ xem khi cần.",
      "Số điện thoại: chỉ giữ khi anh/chị cần gặp cán bộ, cất riêng có khoá, xong việc thì xoá.",
      "Anh/chị nhờ theo dõi hồ sơ thì em giữ mã hồ sơ đó tới khi xong hoặc anh/chị bảo thôi. Ai tra mã nào em ghi dưới dạng mã hoá, để ngăn dò mã.",
      "Em không giữ: số căn cước, hình, tin thoại, tệp, vị trí.",
      "Em không hỏi mật khẩu, mã OTP, số tài khoản.",
      "Muốn xoá, anh/chị nhắn “xoá dữ liệu của tôi” hoặc bấm nút bên dưới.",
    ],
    [BUTTONS.erase, followsButton, BUTTONS.staff, BUTTONS.help],
  );

export const eraseRequest = (): Answer =>
  say(
    "answer",
    [
      "Dạ, em đã xoá các tin nhắn cũ của anh/chị và câu trả lời của em trong máy của trung tâm.",
      "Tin nhắn còn trong ứng dụng Zalo thì anh/chị tự xoá trên điện thoại.",
    ],
    [BUTTONS.privacy, BUTTONS.help],
    { effects: [{ kind: "privacy-request", what: "erase" }] },
  );

export const CITIZEN_ID_LINE =
  "Số này giống số căn cước. Em không cần và không lưu; anh/chị nên thu hồi hoặc xoá tin nhắn.";

export const citizenId = (): Answer =>
  say(
    "answer",
    [CITIZEN_ID_LINE, "Muốn tra hồ sơ, anh/chị nhắn mã hồ sơ: có chữ H hoặc G ở đầu, in trên giấy hẹn."],
    [BUTTONS.dossier, BUTTONS.help],
  );
