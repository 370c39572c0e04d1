/** Voice, photos, files and the like: never opened, never downloaded; one short honest line each. */
import type { UnreadableKind } from "../../channel/message.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

const LINES: Readonly<Record<UnreadableKind, string>> = {
  image: "Em chưa xem được hình. Hình giấy hẹn thì anh/chị gõ lại mã hồ sơ giúp em.",
  gif: "Em chưa xem được hình động. Anh/chị nhắn chữ giúp em nhé.",
  audio: "Em chưa nghe được tin thoại. Anh/chị nhắn chữ giúp em, không dấu cũng được.",
  video: "Em chưa xem được video. Anh/chị nhắn chữ giúp em nhé.",
  file: "Em chưa mở được tệp. Anh/chị nhắn chữ điều cần hỏi; giấy tờ thì nộp ở quầy hoặc trên mạng, đừng gửi qua đây.",
  sticker: "Dạ. Anh/chị cần hỏi thủ tục gì cứ nhắn em.",
  location: "Em chưa xem được vị trí. Anh/chị nhắn tên xã, phường giúp em nhé.",
  link: "Em không mở đường dẫn. Anh/chị nhắn chữ điều cần hỏi giúp em.",
  contact: "Em không lưu danh thiếp. Anh/chị nhắn chữ điều cần hỏi giúp em.",
  call: "Em là máy nên chưa nghe gọi được. Anh/chị nhắn chữ giúp em, hoặc bấm “Gặp cán bộ”.",
  "shared-info": "Em không cần và không lưu thông tin cá nhân. Anh/chị nhắn chữ điều cần hỏi giúp em.",
};

export const unreadableLine = (kind: UnreadableKind): string => LINES[kind];

export const unreadable = (kind: UnreadableKind): Answer =>
  say("desk", [LINES[kind]], [BUTTONS.help, BUTTONS.dossier, BUTTONS.staff]);
