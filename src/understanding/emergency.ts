/** Danger to life comes before everything else. A past event around papers is no emergency. */
import { DANGERS, type Danger, HARMS } from "./emergency-dangers.ts";
import { MARKED_SIGNS, ORDER, SIGNS } from "./emergency-signs.ts";
import type { Emergency } from "./understanding.ts";

/** Papers, benefits, training: the event is told as a reason, not happening. */
const TOLD =
  / (?:khai tu|bao tu|xay lai|nha nuoc giup|can cuoc|ho chieu|so ho|so nha|so dat|hon thu|tro cap|mai tang|lam lai|cap lai|giay|so do|so hong|khai sinh|the can cuoc|bao hiem|ho so|thu tuc|dang ky|huong|che do|chung nhan|phong chay|nghi dinh|ho tro|duoc nhan|giam ho|nam truoc|nam ngoai|hoi truoc|lau roi|bi phat|hay khong|nhan nuoi|ho gia dinh|khuyet tat|(?<!(?:uong|nuot) )nham|ly hon|tu van|luat su|phap ly|ly di|kien|toi gi|di tu) /;

/** Signs that it is happening now outweigh papers. */
const NOW =
  / (?:dang(?! ky)|cuu|gap|lien|voi|ngay bay gio|giup voi|nguy|mau len|khan cap|cap cuu|muon chet|tu tu|khong muon song) /;

/** Words of papers, money and law: whoever uses them is not crying for help. */
const PAPERS =
  / (?:giay|giay to|so|the|don|xin|dang ky|dang kiem|cap|muc|tien|phi|can gi|bao nhieu|phat(?! no)|luat|boi thuong|to cao|khieu nai|quyen|chinh sach|hop dong|tuyen bo|thiet hai|ho khau|truoc day|phong|tap huan|gia|sach|phim|game|truyen|tom|lua chon|quy dinh|nha nuoc|hom qua|tuan truoc|thang truoc|nam roi|bang lai|can cuoc|dien thoai|bop|ca vet|chia khoa) /;

/** Asked by who needs help: whom to call, how to be saved. Anything else that is asked is no cry. */
const CALLS =
  / (?:goi (?:ai|so may|so nao|cuu|dau|cho ai|ben nao)|bao (?:ai|cho ai|o dau|gap)|(?:lam sao|sao) (?:goi|cuu|bao)|cuu (?:ho|nan|sao)) /;

/**
 * A word of danger in a message that is no sure question: numbers for the case that it is one. `asks`: a question of
 * any kind stands in it.
 */
export function findDanger(line: string, typed: string, asks = true): Emergency | null {
  if (TOLD.test(line) || PAPERS.test(line)) return null;
  const marked = typed !== line;
  const heard = (signs: readonly Danger[]) =>
    signs.find(([, asTyped, folded]) => asTyped.test(typed) || (!marked && folded.test(line)))?.[0] ?? null;
  return heard(DANGERS) ?? (asks && !CALLS.test(line) ? null : heard(HARMS));
}

/** Rescue comes from 114 where somebody is in the water. */
const ON_WATER =
  / (?:duoi nuoc|chim|lat|cuon troi|(?:te|lot|rot|roi|nga|sup|truot)(?: \w+)?(?: xuong)? (?:song|ao|muong|kinh|kenh|gieng|nuoc|vuong|dam|rach|bien)|vo nuoc) /;

/**
 * `line`: the folded words with a space before, between and after; `typed`: the same as they were typed; `sure`: the
 * message is surely a question about a procedure, which a "cứu với" beside the papers does not change.
 */
export function findEmergency(line: string, typed = line, sure = false): Emergency | null {
  const told = TOLD.test(line);
  const outweighs = (emergency: Emergency) =>
    emergency === "self_harm" || emergency === "child" || (emergency === "violence" && !sure);
  const counts = (emergency: Emergency) => !told || (NOW.test(line) && outweighs(emergency));
  const runs = / chạy /.test(typed) && !/ cháy /.test(typed);
  for (const emergency of ORDER) {
    if (emergency === "fire" && runs) continue;
    if (counts(emergency) && SIGNS[emergency].some((sign) => sign.test(line)))
      return emergency === "medical" && ON_WATER.test(line) ? "water" : emergency;
  }
  for (const [emergency, sign] of MARKED_SIGNS) if (sign.test(typed) && counts(emergency)) return emergency;
  return null;
}
