/** The buttons that exist everywhere. None is ever shown whose action does not exist. */
import type { Button } from "../channel/message.ts";
import type { Aspect } from "../understanding/understanding.ts";
import { payloads } from "./payloads.ts";

export const BUTTONS = {
  help: { title: "Hỏi thủ tục", say: payloads.help },
  dossier: { title: "Tra hồ sơ", say: payloads.dossier },
  staff: { title: "Gặp cán bộ", say: payloads.staff },
  hours: { title: "Giờ làm việc", say: payloads.hours },
  privacy: { title: "Quyền riêng tư", say: payloads.privacy },
  erase: { title: "Xoá dữ liệu của tôi", say: payloads.erase },
  yes: { title: "Đúng", say: payloads.yes },
  fix: { title: "Sửa lại", say: payloads.fix },
} as const satisfies Record<string, Button>;

export const ASPECT_TITLES: Readonly<Record<Aspect, string>> = {
  documents: "Giấy tờ cần mang",
  fee: "Lệ phí",
  time: "Bao lâu",
  place: "Nộp ở đâu",
  how: "Các bước làm",
  form: "Mẫu tờ khai",
  online: "Nộp trên mạng",
  result: "Kết quả nhận được",
  condition: "Ai được làm",
  legal: "Căn cứ pháp lý",
  overview: "Xem thủ tục",
};

export const callButton = (number: string, title = `Gọi ${number}`): Button => ({ title, call: number });
