/** What an officer types to sign in: small letters without marks, digits, dots. */
const SHAPE = /^[a-z0-9][a-z0-9._-]{2,39}$/;

export const readLogin = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** What is wrong with it, for its owner; null: nothing. */
export const faultOfLogin = (login: string): string | null =>
  SHAPE.test(login)
    ? null
    : "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, số, dấu chấm hoặc gạch nối, ví dụ: le.thi.hoa.";
