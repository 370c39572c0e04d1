/** Passwords: argon2id of Node, kept in the PHC string form (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const hash = promisify(argon2);

/** OWASP's floor for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const LONGEST = 200;
export const SHORTEST = 10;

/** One at a time: each holds 19 MiB, and a crowd at the sign-in page must not take the memory of the chat. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(job: () => Promise<T>): Promise<T> {
  const mine = last.then(job, job);
  last = mine.catch(() => {});
  return mine;
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(key)}`;
}

/** Also for nobody (`kept` null): takes as long as for somebody, and is false. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept ?? NOBODY);
  if (!match) return false;
  const [, memory, passes, parallelism, salt = "", key = ""] = match;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const wanted = Buffer.from(key, "base64");
  const found = await derive(password.slice(0, LONGEST), Buffer.from(salt, "base64"), cost);
  return kept !== null && wanted.length === found.length && timingSafeEqual(wanted, found);
}

const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=1$AAAAAAAAAAAAAAAAAAAAAA$${"A".repeat(43)}`;

const derive = (password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> =>
  inTurn(() => hash("argon2id", { message: password.normalize("NFC"), nonce, tagLength: 32, ...cost }));

const bare = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** What is wrong with a new password, in words for its owner; null: nothing. */
export function faultOfPassword(password: string, login: string): string | null {
  if (password.length < SHORTEST) return `Mật khẩu cần ít nhất ${SHORTEST} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`;
  if (password.length > LONGEST) return `Mật khẩu dài quá ${LONGEST} ký tự.`;
  if (login !== "" && password.toLowerCase().includes(login)) return "Mật khẩu không được chứa tên đăng nhập.";
  if (new Set(password).size < 5) return "Mật khẩu này dễ đoán quá, anh/chị chọn mật khẩu khác.";
  return null;
}
