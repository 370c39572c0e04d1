/**
 * A case told in a talk: what is asked behind it is the matter talked of, whatever the case names ("đang lãnh lương hưu thì có
 * được không"). It is no turn to another matter.
 */
import { behind, lineOf, scoreOf } from "./behind-name.ts";
import { type Models, readTopics } from "./evidence.ts";
import { needWords } from "./features.ts";
import type { Token } from "./tokens.ts";

/** "nhà chưa có sổ đỏ thì có được không": a case supposed for what is being talked about. */
const SUPPOSED = /thi (?:(?:co )?(?:\S+ )?duoc (?:khong|chua|ha)|sao|tinh sao|the nao) (?:vay |a |em |ad |nhe )*$/;
const SHORT = 13;

/** "Bán online thì sao": a short message that supposes a case. */
export const supposesCase = (tokens: readonly Token[]): boolean =>
  tokens.length <= SHORT && SUPPOSED.test(lineOf(tokens));

/** "con chưa có khai sinh thì làm được không", "đang lãnh lương hưu thì có được không": a circumstance, whatever it names. */
const LACKS =
  /(?:(?:chua co|khong co|chi co) (?:\S+ ){1,6}thi (?:co )?(?:\S+ )?(?:duoc (?:khong|chua|ha)|lay gi|thay|chung minh)|dang (?:lanh|huong|nhan|an|dong) (?:\S+ ){1,5}thi )/;

/** Does the message tell that something is missing, or what is drawn already, and ask whether it may be done so? */
export const lacksPaper = (tokens: readonly Token[]): boolean => LACKS.test(lineOf(tokens));

/** "trẻ dưới 14 tuổi thì khác không", "mẹ đơn thân thì cần thêm gì", "ba tháng rồi còn làm được không": what a case changes about the same matter. */
const CHANGED_BY_CASE =
  /thi (?:co )?(?:khac|doi)(?: gi| nhieu| hon)* (?:khong|a|ha)(?: vay| a| em)* $|thi (?:can|phai)(?: co| nop| mang| dem)? them (?:giay )?gi |(?:roi|thi) con (?:lam|xin|nop|dang ky|khai)(?: \S+)? (?:duoc|kip) (?:khong|chua) /;

/** Where what is asked begins behind a case: "đất đang thế chấp | thì sang tên được không", "bà cụ không lương hưu | có được không". */
const CONSEQUENCE = new Set(["thi", "roi", "ma", "vay", "gio"]);
const MAY = new Set(["duoc", "can", "phai", "sang", "lam", "xin", "bi", "anh", "tach", "mo", "nop"]);
/** How a case is told. */
const CASE = /(?:^| )(?:chua|dang|da|khong|mat|bi|het|hu|nho|thieu|dung|o|co) /;
/** How another matter is set beside the talk; an unmarked "con" before a person is a child. */
const TURNING =
  /^(?:(?:da|vay|the|roi|a|u|ua) )*(?:con (?!em |toi |gai |trai |minh |chau |be |nho |lon |tui |chua |anh |chi )|the |vay con )|(?:^| )(?:cung|luon) /;
/** What is asked behind a case; "thì sao" asks about the case itself. */
const ASKED_BEHIND = /^(?!(?:thi )?(?:lam )?sao |chu ).*(?:khong|chua|ha|gi|dau|nhieu|lau) /;
/** What may be done with any paper or sum. */
const DONE_WITH_ANY = new Set(
  "lam xin nop lay lanh nhan huong ky di them nua ho thay anh ong co duoc bi gi dang khai doi cap chung minh".split(
    " ",
  ),
);
/** What is asked behind a case is the matter talked of when its name and those words say so at least this surely. */
const ASKS_OF_IT = 0.3;

/** Where the consequence begins; 0 when there is none. */
function consequenceOf(tokens: readonly Token[]): number {
  for (let at = tokens.length - 2; at >= 2; at--) {
    const { folded } = tokens[at]!;
    if (CONSEQUENCE.has(folded)) return at + 1;
    if (folded === "co" && MAY.has(tokens[at + 1]?.folded ?? "")) return at;
  }
  return 0;
}

/** "Đất đang thế chấp ngân hàng thì sang tên được không": whatever the case names, what is asked behind it is the matter talked of. */
export function isCircumstance(models: Models, tokens: readonly Token[], context: string): boolean {
  if (CHANGED_BY_CASE.test(lineOf(tokens))) return true;
  const at = consequenceOf(tokens);
  const told = lineOf(tokens.slice(0, at));
  const asked = tokens.slice(at);
  if (at < 2 || !CASE.test(told) || TURNING.test(told) || !ASKED_BEHIND.test(lineOf(asked))) return false;
  const ofIt = new Set(models.nameOf(context).map(({ folded }) => folded));
  if (!needWords(asked).every(({ folded }) => ofIt.has(folded) || DONE_WITH_ANY.has(folded))) return false;
  return scoreOf(readTopics(models, ...behind(models.nameOf(context), asked)).ranked, context) >= ASKS_OF_IT;
}
