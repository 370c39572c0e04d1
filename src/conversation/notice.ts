/** The two lines that a new citizen reads once, before anything is kept for long (Law 91/2025/QH15 on personal data). */
import type { Block } from "./answer.ts";
import { line } from "./answer.ts";

/** Raise it when the words below change in meaning: everybody then sees them once more. */
export const NOTICE_VERSION = "1";

export const NOTICE: readonly Block[] = [
  line(
    "Em là trợ lý tự động (máy), không phải cán bộ. Tin nhắn được lưu để trả lời anh/chị; số căn cước thì không lưu.",
  ),
  line('Nhắn "quyền riêng tư" để biết em giữ gì và cách xoá.'),
];
