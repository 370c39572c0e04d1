/** A followed dossier has a new status: told unasked while Zalo lets us, else when its follower next writes. */
import type { Button, Reply } from "../../../channel/message.ts";
import { type DossierEffect, type Follow, progressBar, progressOf, type Status } from "../../../dossiers/index.ts";
import { type Answer, line } from "../../answer.ts";
import { BUTTONS, unfollowButton } from "../../buttons.ts";

/** One message by itself. Progress only: who else holds the phone is not known. */
export function newsReply(code: string, status: Status): Reply {
  const buttons: readonly Button[] = [unfollowButton(code), BUTTONS.staff];
  return {
    text: [`Hồ sơ ${code} anh/chị nhờ theo dõi có tin mới:`, progressBar(status), progressOf(status).next].join("\n"),
    buttons,
    provenance: { records: [], facts: [], knowledgeVersion: "" },
  };
}

/** The same as an approved template, whose parameters must be named `ma_ho_so` and `trang_thai`. */
export function newsTemplate(templateId: string, code: string, status: Status): Reply {
  const data = { ma_ho_so: code, trang_thai: progressOf(status).words };
  return { ...newsReply(code, status), buttons: [], template: { id: templateId, data } };
}

/** Before the answer to whatever they wrote. */
export function withNews(answer: Answer, follows: readonly Follow[]): Answer {
  const news = follows.filter(({ status, statusTold }) => status !== statusTold);
  if (news.length === 0 || answer.alone) return answer;
  // What they asked about themselves need not be told twice.
  const isSaid = (code: string) => answer.blocks.some((block) => block.kind === "line" && block.text.includes(code));
  const lines = news
    .filter(({ code }) => !isSaid(code))
    .flatMap(({ code, status }) => {
      const { next, whoseTurn } = progressOf(status);
      return [
        line(`Hồ sơ ${code} anh/chị nhờ theo dõi: ${progressBar(status)}`),
        ...(whoseTurn === "citizen" ? [line(next)] : []),
      ];
    });
  const told = news.map(({ code, status }): DossierEffect => ({ kind: "dossier-told", code, status }));
  return { ...answer, blocks: [...lines, ...answer.blocks], effects: [...told, ...(answer.effects ?? [])] };
}
