/** What is shown to who has proven that a dossier is theirs. Never a name or an address: none is kept. */
import type { Button } from "../../../channel/message.ts";
import {
  type Dossier,
  type DossierLookup,
  ENDED,
  isSensitive,
  progressBar,
  progressOf,
} from "../../../dossiers/index.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { type Answer, type Block, line, list } from "../../answer.ts";
import { BUTTONS, followButton, rateButton, shareButton, unfollowButton } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { money } from "../../wording.ts";
import { hoursOf, isOpenOnSaturday, openingLines } from "./counter.ts";
import { dueLines, isLate } from "./due.ts";
import { asOf } from "./progress.ts";

export async function showProven(lookup: Extract<DossierLookup, { kind: "found" }>, moment: Moment): Promise<Answer> {
  const { dossier } = lookup;
  const follows = await moment.dossiers.follows(moment.citizen);
  const isFollowed = follows.some(({ code }) => code === dossier.code);
  return {
    decision: "answer",
    blocks: [...detailBlocks(dossier, moment), ...asOf(lookup)],
    buttons: [...buttonsFor(dossier, isFollowed), BUTTONS.staff, BUTTONS.help],
    records: [],
    facts: [],
    remember: {
      proven: { code: dossier.code, at: moment.now },
      shown: { code: dossier.code, at: moment.now },
      pending: null,
    },
  };
}

/** After the end there is nothing to follow; how it went may be said. */
function buttonsFor({ code, status }: Dossier, isFollowed: boolean): Button[] {
  if (ENDED.has(status)) return status === 10 ? [rateButton] : [];
  return [isFollowed ? unfollowButton(code) : followButton(code), shareButton(code)];
}

function detailBlocks(dossier: Dossier, moment: Moment): Block[] {
  const { calendar, today, knowledge } = moment;
  const known = nameOfCode(dossier.procedureCode, knowledge);
  const sensitive = isSensitive(dossier, known);
  const name = dossier.procedureName ?? known;
  const hours = hoursOf(dossier, knowledge);
  const lines = [
    `Hồ sơ ${dossier.code}`,
    progressBar(dossier.status),
    ...(sensitive || name === null ? [] : [`Thủ tục: ${name}.`]),
    // The name of a unit may say what the procedure is: "Phòng Người có công".
    ...(sensitive || dossier.unit === null ? [] : [`Nơi giải quyết: ${dossier.unit}.`]),
    ...dueLines(sensitive ? { ...dossier, unit: null } : dossier, calendar, today, isOpenOnSaturday(hours)),
  ];
  return [...lines.map(line), ...todoBlocks(dossier, sensitive, moment)];
}

/** What is to be done now. */
function todoBlocks(dossier: Dossier, sensitive: boolean, moment: Moment): Block[] {
  const next = line(progressOf(dossier.status).next);
  // Whom to ask was said; "nothing to do" would sound like a shrug.
  const nextUnlessLate = isLate(dossier, moment.today) ? [] : [next];
  if (sensitive) {
    return [
      ...nextUnlessLate,
      line(
        "Hồ sơ này thuộc loại riêng tư nên em không nói tên thủ tục và giấy tờ trong tin nhắn; anh/chị mang giấy hẹn ra quầy hỏi giúp em.",
      ),
    ];
  }
  if (dossier.status === 5 && dossier.missing.length > 0) {
    return [
      line("Hồ sơ đang chờ anh/chị bổ sung:"),
      list(dossier.missing, { numbered: true, noun: "giấy tờ" }),
      line("Anh/chị nộp thêm tại quầy đã nộp, hoặc trên Cổng Dịch vụ công nếu đã nộp trên mạng."),
      ...openingLines(dossier, moment).map(line),
    ];
  }
  if (dossier.status === 6 && dossier.feeDue !== null) {
    return [line(`Cần nộp: ${money(dossier.feeDue)}.`), next];
  }
  if (dossier.status === 9) {
    const fee = dossier.feeDue === null ? [] : [line(`Lúc nhận kết quả cần nộp: ${money(dossier.feeDue)}.`)];
    return [next, ...fee, ...openingLines(dossier, moment).map(line)];
  }
  return nextUnlessLate;
}

/** The name under which our records know an official code. */
function nameOfCode(code: string | null, knowledge: Knowledge): string | null {
  if (code === null) return null;
  for (const procedure of knowledge.procedures.values()) if (procedure.code === code) return procedure.name;
  return null;
}
