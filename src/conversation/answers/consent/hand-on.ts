/**
 * A photo or a location: never opened, never kept. Zalo shows it to officers; with a yes we note for them that one came, and
 * when.
 */
import { formatInstant } from "../../../calendar/index.ts";
import { type Answer, say } from "../../answer.ts";
import { BUTTONS } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { askStaff } from "../staff.ts";
import { unreadableLine } from "../unreadable.ts";
import { consentEffect, hasAgreed } from "./purposes.ts";

export type HandedOn = "photo" | "location";

const CALLED: Readonly<Record<HandedOn, string>> = { photo: "hình", location: "vị trí" };
/** Several photos sent in a row are asked about once. */
const ALSO_FOR_MS = 15 * 60_000;

export async function receiveUnopened(what: HandedOn, moment: Moment): Promise<Answer> {
  const { now } = moment;
  if (await hasAgreed(moment, what, now - ALSO_FOR_MS)) return handOn(what, now, moment);
  const called = CALLED[what];
  return say(
    "ask_back",
    [
      unreadableLine(what === "photo" ? "image" : what),
      `Muốn cán bộ xem ${called} này thì em báo giúp: chỉ ghi anh/chị gửi lúc mấy giờ, em không giữ ${called}. Anh/chị đồng ý không ạ?`,
    ],
    [BUTTONS.agree, BUTTONS.disagree, BUTTONS.dossier, BUTTONS.help],
    { remember: { pending: { kind: "consent-keep", purpose: what, at: now, score: null } } },
  );
}

/** `at`: when it was sent, epoch ms. */
export function handOn(what: HandedOn, at: number, moment: Moment): Answer {
  const note = `Có gửi ${CALLED[what]} lúc ${formatInstant(at)}: mở đoạn chat trong Zalo OA để xem`;
  const { knowledge, calendar, now } = moment;
  const answer = askStaff(note, knowledge.centre, calendar, now, `em báo cán bộ xem ${CALLED[what]} rồi`);
  return { ...answer, effects: [consentEffect(moment, what, "yes"), ...(answer.effects ?? [])] };
}
