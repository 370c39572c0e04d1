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
  agree: { title: "Đồng ý", say: payloads.agree },
  disagree: { title: "Không", say: payloads.disagree },
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

export const rateButton: Button = { title: "Chấm điểm phục vụ", say: payloads.askRating };
export const followsButton: Button = { title: "Hồ sơ đang theo dõi", say: payloads.follows };
export const followButton = (code: string): Button => ({ title: "Báo khi có kết quả", say: payloads.follow(code) });
export const unfollowButton = (code: string): Button => ({
  title: `Thôi theo dõi ${code.slice(-11)}`,
  say: payloads.unfollow(code),
});
export const shareButton = (code: string): Button => ({ title: "Cho người nhà theo dõi", say: payloads.share(code) });
export const unshareButton = (code: string): Button => ({ title: "Thôi chia sẻ", say: payloads.unshare(code) });

export const callButton = (number: string, title = `Gọi ${number}`): Button => ({ title, call: number });
