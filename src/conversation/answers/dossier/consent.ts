/** Đồng ý / Không before anything is kept for following a dossier (dossier-and-centre.md (h)): one purpose, plain words. */
import { type Answer, say } from "../../answer.ts";
import { BUTTONS, followsButton, shareButton } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { consentEffect } from "../consent/purposes.ts";
import { unavailable } from "./ask.ts";

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

/** `asked`: what the pending question was about. */
export async function answerFollowConsent(
  agreed: boolean,
  asked: { readonly code: string; readonly shareId: number | null },
  moment: Moment,
): Promise<Answer> {
  if (!agreed) {
    return say(
      "answer",
      ["Dạ, em không giữ gì. Anh/chị nhắn mã hồ sơ lúc nào em cũng xem giúp."],
      [BUTTONS.dossier, BUTTONS.help],
      {
        effects: [consentEffect(moment, "follow-dossier", "no")],
      },
    );
  }
  const lookup = await moment.dossiers.find(asked.code);
  if (lookup.kind !== "found") return unavailable();
  const { code, status } = lookup.dossier;
  return say(
    "answer",
    [
      `Dạ, hồ sơ ${code} có gì mới em nhắn anh/chị, trừ ban đêm.`,
      "Quá 48 giờ anh/chị không nhắn gì thì Zalo không cho em nhắn trước; lúc đó anh/chị nhắn một chữ là em báo ngay.",
    ],
    [followsButton, ...(asked.shareId === null ? [shareButton(code)] : []), BUTTONS.help],
    {
      effects: [
        consentEffect(moment, "follow-dossier", "yes"),
        { kind: "dossier-follow", code, status, shareId: asked.shareId },
      ],
    },
  );
}
