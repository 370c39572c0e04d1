/** What waits for a person: citizens' questions and alarms; see storage/staff-tasks.ts. */
import type { Deed } from "../audit/chain.ts";

export type Task = {
  readonly id: number;
  readonly citizenId: string | null;
  readonly kind: string;
  readonly detail: string;
  readonly dueAt: number | null;
  readonly createdAt: number;
  /** Numbers to call back, as they may be shown. */
  readonly numbers: readonly string[];
};

export type TaskDesk = {
  open(): Promise<readonly Task[]>;
  /** False: it was closed already. */
  close(id: number, deed: Deed): Promise<boolean>;
  /** The numbers in full; that they were seen is written first. Null: there are none. */
  reveal(id: number, deed: Deed): Promise<readonly string[] | null>;
};

/** Kinds in words, for the console and for `npm run staff:tasks`. */
export const TASK_NAMES: Readonly<Record<string, string>> = {
  "ask-staff": "Câu hỏi cho cán bộ",
  alarm: "Báo động",
  "zalo.token": "Báo động: token của Zalo",
  "zalo.permission-revoked": "Báo động: quản trị viên OA đã thu lại quyền",
  "delivery.dead": "Báo động: có tin không gửi được",
  "delivery.unconfirmed": "Báo động: không rõ tin đã tới chưa",
  "delivery.operator": "Báo động: Zalo không cho gửi",
  "knowledge.files": "Báo động: dữ liệu vừa sửa bị sai, đang dùng bản cũ",
  "knowledge.published": "Báo động: bản trung tâm đã sửa không khớp bản phát hành",
  "dossiers.due": "Hồ sơ trễ hẹn, sắp tới hẹn",
  "dossiers.push": "Hệ thống một cửa đẩy sang vài hồ sơ bị sai",
  erased: "Người dân đã xoá dữ liệu (không phải làm gì)",
  withdraw: "Người dân rút lại đồng ý, đã xoá (không phải làm gì)",
};
