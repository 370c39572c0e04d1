/** Đồng ý / Không before anything is kept for following a dossier (dossier-and-centre.md (h)): one purpose, plain words. */
import type { DossierEffect } from "../../../dossiers/index.ts";
import { type Answer, say } from "../../answer.ts";
import { BUTTONS, followsButton, shareButton } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { unavailable } from "./ask.ts";

/** Raise it when the words of the question change in meaning: kept with each answer. */
const NOTICE_VERSION = "follow-1";

export const askConsent = (code: string, shareId: number | null): Answer =>
  say(
    "ask_back",
    [
      `Để báo khi hồ sơ ${code} có gì mới, em giữ mã hồ sơ này cùng mã Zalo của anh/chị, tới khi xong hồ sơ hoặc anh/chị bảo thôi. Không đưa cho ai khác.`,
      "Anh/chị đồng ý không ạ?",
    ],
    [BUTTONS.agree, BUTTONS.disagree],
    { remember: { pending: { kind: "consent-follow", code, shareId } } },
  );

export const consentEffect = ({ dossiers, citizen }: Moment, answer: "yes" | "no" | "withdrawn"): DossierEffect => ({
  kind: "consent",
  who: dossiers.whoIs(citizen),
  purpose: "follow-dossier",
  answer,
  noticeVersion: NOTICE_VERSION,
});

/** `agreed` to the pending question; without one there is nothing to agree to. */
export async function answerConsent(agreed: boolean, moment: Moment): Promise<Answer | null> {
  const { pending } = moment.state;
  if (pending?.kind !== "consent-follow") return null;
  if (!agreed) {
    return say(
      "answer",
      ["Dạ, em không giữ gì. Anh/chị nhắn mã hồ sơ lúc nào em cũng xem giúp."],
      [BUTTONS.dossier, BUTTONS.help],
      {
        effects: [consentEffect(moment, "no")],
      },
    );
  }
  const lookup = await moment.dossiers.find(pending.code);
  if (lookup.kind !== "found") return unavailable();
  const { code, status } = lookup.dossier;
  return say(
    "answer",
    [
      `Dạ, hồ sơ ${code} có gì mới em nhắn anh/chị, trừ ban đêm.`,
      "Quá 48 giờ anh/chị không nhắn gì thì Zalo không cho em nhắn trước; lúc đó anh/chị nhắn một chữ là em báo ngay.",
    ],
    [followsButton, ...(pending.shareId === null ? [shareButton(code)] : []), BUTTONS.help],
    { effects: [consentEffect(moment, "yes"), { kind: "dossier-follow", code, status, shareId: pending.shareId }] },
  );
}
