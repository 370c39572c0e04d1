/**
 * A dossier's status in the citizen's words. The ten statuses are those synchronised to the National Public Service
 * Portal (dossier-and-centre.md (b)). Names no person, procedure or day: it may be shown to whoever has the code (c2).
 */
import { STATUSES, type Status } from "./dossier.ts";

/** 1 sent, 2 received, 3 being worked on, 4 result ready, 5 result handed over. */
export type Step = 1 | 2 | 3 | 4 | 5;
/** Who must do something now. */
export type Turn = "office" | "citizen" | "nobody";

export type Progress = {
  readonly status: Status;
  /** Null: closed before a result (3, 7, 8), so there is no bar, only words. */
  readonly step: Step | null;
  /** "Đang xử lý": without a full stop. */
  readonly words: string;
  /** One or two short sentences: what happens next and what the citizen should do. */
  readonly next: string;
  readonly whoseTurn: Turn;
};

const PROGRESS: Readonly<Record<Status, Omit<Progress, "status">>> = {
  1: {
    step: 1,
    words: "Đã gửi, chờ tiếp nhận",
    next: "Cán bộ xem giấy tờ rồi mới tiếp nhận và hẹn ngày.",
    whoseTurn: "office",
  },
  2: {
    step: 2,
    words: "Đã tiếp nhận",
    next: "Hồ sơ đã có giấy hẹn, sắp được chuyển đi giải quyết. Anh/chị chưa phải làm gì thêm.",
    whoseTurn: "office",
  },
  3: {
    step: null,
    words: "Không được tiếp nhận",
    next: "Lý do ghi trong phiếu từ chối tiếp nhận. Chưa rõ chỗ nào, anh/chị hỏi lại quầy đã nộp.",
    whoseTurn: "citizen",
  },
  4: {
    step: 3,
    words: "Đang xử lý",
    next: "Cơ quan đang giải quyết, anh/chị chưa phải làm gì thêm.",
    whoseTurn: "office",
  },
  5: {
    step: 3,
    words: "Chờ bổ sung giấy tờ",
    next: "Anh/chị nộp thêm giấy theo phiếu yêu cầu bổ sung. Chưa bổ sung thì hồ sơ còn đứng lại.",
    whoseTurn: "citizen",
  },
  6: {
    step: 3,
    words: "Chờ nộp tiền",
    next: "Anh/chị nộp khoản tiền ghi trong thông báo thì hồ sơ mới đi tiếp. Chưa rõ nộp ở đâu, anh/chị hỏi quầy đã nộp.",
    whoseTurn: "citizen",
  },
  7: {
    step: null,
    words: "Đã rút theo yêu cầu của người nộp",
    next: "Hồ sơ này không giải quyết nữa. Còn cần thì anh/chị nộp hồ sơ mới.",
    whoseTurn: "nobody",
  },
  8: {
    step: null,
    words: "Đã dừng xử lý",
    next: "Lý do ghi trong thông báo dừng giải quyết. Chưa rõ chỗ nào, anh/chị hỏi lại quầy đã nộp.",
    whoseTurn: "citizen",
  },
  9: {
    step: 4,
    words: "Đã có kết quả, chờ nhận",
    next: "Anh/chị mang giấy hẹn đến quầy đã nộp để nhận. Có đăng ký nhận qua bưu điện thì chờ bưu tá.",
    whoseTurn: "citizen",
  },
  10: {
    step: 5,
    words: "Đã trả kết quả",
    next: "Hồ sơ xong rồi. Anh/chị chưa cầm kết quả thì hỏi lại quầy đã nộp.",
    whoseTurn: "nobody",
  },
};

export const progressOf = (status: Status): Progress => ({ status, ...PROGRESS[status] });

/** All ten, in order of status. */
export const allProgress = (): readonly Progress[] => STATUSES.map(progressOf);

/** "Bước 3/5: Đang xử lý ●●●○○"; a closed dossier has words only. */
export function progressBar(status: Status): string {
  const { step, words } = PROGRESS[status];
  return step === null ? words : `Bước ${step}/5: ${words} ${"●".repeat(step)}${"○".repeat(5 - step)}`;
}
