/** Who may do what in the console. A role is a set of rights; every route asks for one right. */
export const ROLES = ["admin", "approver", "editor", "chat", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/**
 * `see`: the knowledge and one's dossiers; `oversee`: figures and what went wrong of the whole centre; `edit`: drafts,
 * withdrawals, imports; `approve`: publishing; `chat`: citizens' questions and numbers; `administer`: people, settings.
 */
export type Right = "see" | "oversee" | "edit" | "approve" | "chat" | "administer";

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  admin: ["see", "oversee", "edit", "approve", "chat", "administer"],
  approver: ["see", "oversee", "edit", "approve"],
  editor: ["see", "oversee", "edit"],
  chat: ["see", "oversee", "chat"],
  viewer: ["see", "oversee"],
};

/**
 * Whether an officer has a right. An officer of one commune sees that commune's dossiers, and does not change what all
 * communes are told.
 */
export function may(officer: { readonly role: Role; readonly unit: string | null }, right: Right): boolean {
  if (officer.unit !== null && right !== "see") return false;
  return RIGHTS[officer.role].includes(right);
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  admin: "Quản trị",
  approver: "Duyệt",
  editor: "Biên tập",
  chat: "Trực chat",
  viewer: "Xem",
};

export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  admin: "làm được mọi việc, thêm bớt cán bộ",
  approver: "sửa nội dung và duyệt bản của người khác",
  editor: "soạn, sửa nội dung, gửi duyệt, rút nội dung sai",
  chat: "xem, làm xong câu hỏi của dân, gửi lại tin không tới",
  viewer: "chỉ xem",
};

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
