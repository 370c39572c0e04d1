/** The answer to Đồng ý / Không, whatever it was asked for. Without a question of ours there is nothing to agree to. */
import { assertNever } from "../../../errors.ts";
import { type Answer, say } from "../../answer.ts";
import { BUTTONS } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { answerFollowConsent } from "../dossier/consent.ts";
import { handOn } from "./hand-on.ts";
import { consentEffect } from "./purposes.ts";
import { afterYes, consentOfRating } from "./rating.ts";

export async function answerConsent(agreed: boolean, moment: Moment): Promise<Answer | null> {
  const { pending } = moment.state;
  if (pending?.kind === "consent-follow") return answerFollowConsent(agreed, pending, moment);
  if (pending?.kind !== "consent-keep") return null;
  if (!agreed) return refused(pending.purpose, moment);
  switch (pending.purpose) {
    case "photo":
    case "location":
      return handOn(pending.purpose, pending.at, moment);
    case "rating": {
      const answer = afterYes(pending.score, moment);
      return { ...answer, effects: [consentOfRating(moment), ...(answer.effects ?? [])] };
    }
    default:
      return assertNever(pending.purpose);
  }
}

const refused = (purpose: "photo" | "location" | "rating", moment: Moment): Answer =>
  say("answer", ["Dạ, em không ghi gì. Anh/chị cần hỏi việc gì cứ nhắn em."], [BUTTONS.help, BUTTONS.dossier], {
    effects: [consentEffect(moment, purpose, "no")],
  });
