/** One small answer for each of the sixteen intents. */
import type { Understanding } from "../understanding/understanding.ts";
import { type Answer, line } from "./answer.ts";
import { answerAskProcedure } from "./answers/ask-procedure.ts";
import { askRating, asksAboutRating, readStars, withRating } from "./answers/consent/rating.ts";
import { stillUnclear } from "./answers/desk.ts";
import { askForCode } from "./answers/dossier/ask.ts";
import {
  askWhichToFollow,
  followCommand,
  isAboutFollowing,
  showFollowed,
  startFollowing,
  stopFollowing,
} from "./answers/dossier/follow.ts";
import { answerHowFar, shownCode } from "./answers/dossier/shown.ts";
import { answerFaq } from "./answers/faq.ts";
import { localLife, tellNamed } from "./answers/local-life.ts";
import { type NotYet, notYet, notYetLine } from "./answers/not-yet.ts";
import { officeAsked } from "./answers/office.ts";
import { onlineHelp } from "./answers/online-help.ts";
import { abuse, outOfScope } from "./answers/out-of-scope.ts";
import { greeting, identity, thanks, unclear } from "./answers/small-talk.ts";
import { askStaff, signInFirst } from "./answers/staff.ts";
import { askWhichFaq, likelyFaqButtons } from "./answers/which-faq.ts";
import type { Moment } from "./moment.ts";

export async function respondToIntent(text: string, understood: Understanding, moment: Moment): Promise<Answer> {
  const { knowledge, calendar, state, now, today } = moment;
  const { centre } = knowledge;
  const faq = faqAnswer(understood, moment);
  const unsure = understood.certainty === "ask_back" && state.askedBack === 0;
  const whichFaq = unsure ? askWhichFaq(understood, knowledge, today) : null;
  switch (understood.intent) {
    case "ask_procedure":
      // A general question that is clear against a procedure is what was asked (understanding/faq-matcher.ts).
      return faq ?? whichFaq ?? answerAskProcedure(text, understood, state, knowledge, today);
    case "dossier_status":
      if (moment.anonymous) return signInFirst();
      if (isAboutFollowing(text)) return showFollowed(moment);
      return (understood.faq === LOOK_UP ? null : faq) ?? askForCodeOrShow(text, moment);
    case "feedback_report":
    case "book_appointment":
    case "subscribe_notice": {
      const aboutDossiers = understood.intent === "subscribe_notice" ? await answerFollow(text, moment) : null;
      if (aboutDossiers) return aboutDossiers;
      return honestly(understood.intent, faq) ?? notYet(understood.intent, centre);
    }
    case "rate_service": {
      if (moment.anonymous) return faq ?? signInFirst();
      return faq && asksAboutRating(text) ? withRating(faq) : askRating(readStars(text), moment);
    }
    case "talk_to_staff":
      return moment.anonymous ? signInFirst() : askStaff(text, centre, calendar, now);
    case "office_info":
      return faq ?? withButtons(officeAsked(text, moment), likelyFaqButtons(understood, knowledge, today));
    case "online_service_help":
      return faq ?? onlineHelp(text, understood, state, knowledge, today);
    case "tourism_health_ocop":
      return tellNamed(text, knowledge) ?? faq ?? localLife(text, knowledge);
    case "greeting":
      return faq ?? greeting(centre);
    case "thanks_bye":
      return faq ?? thanks();
    case "bot_identity":
      return (understood.faq === WHO ? null : faq) ?? identity(centre);
    case "out_of_scope":
      return faq ?? outOfScope();
    case "abuse":
      return faq ?? abuse();
    case "unclear":
      return faq ?? whichFaq ?? (state.askedBack === 0 ? unclear() : stillUnclear(centre));
  }
}

/** Who follows a dossier means that one, most likely: it is shown, and another code asked for. */
async function askForCodeOrShow(text: string, moment: Moment): Promise<Answer> {
  const ask = askForCode();
  const follows = await moment.dossiers.follows(moment.citizen);
  if (follows.length === 0) return (await answerHowFar(text, moment)) ?? ask;
  const shown = await showFollowed(moment);
  const another = line("Hỏi hồ sơ khác thì anh/chị nhắn mã hồ sơ đó giúp em.");
  return { ...shown, blocks: [...shown.blocks, another], ...(ask.remember ? { remember: ask.remember } : {}) };
}

/** With one dossier there is no doubt which to stop. */
async function stopOrShow(moment: Moment): Promise<Answer> {
  const [only, ...others] = await moment.dossiers.follows(moment.citizen);
  return only && others.length === 0 ? stopFollowing(only.code, moment) : showFollowed(moment);
}

/** Notices of one's dossiers; other notices are not ours yet. */
async function answerFollow(text: string, moment: Moment): Promise<Answer | null> {
  const command = followCommand(text);
  if (command === null) return null;
  if (moment.anonymous) return signInFirst();
  if (command === "stop") return stopOrShow(moment);
  if (command === "list") return showFollowed(moment);
  const code = shownCode(moment);
  return code === null ? askWhichToFollow() : startFollowing(code, moment);
}

/** Entries that say how to do elsewhere what is done right here. */
const LOOK_UP = "tra_cuu_ho_so";
const WHO = "tro_ly_la_may";

const withButtons = (answer: Answer, first: Answer["buttons"]): Answer => ({
  ...answer,
  buttons: [...first, ...answer.buttons],
});

/** Null when no general question is asked, or its answer does not hold any more. */
export function faqAnswer({ faq }: Understanding, { knowledge, today }: Moment): Answer | null {
  const entry = faq === null ? undefined : knowledge.faqs.get(faq);
  const confirmed = entry?.until_confirmed !== undefined && knowledge.centre[entry.until_confirmed] !== null;
  return entry && !confirmed ? answerFaq(entry, knowledge, today) : null;
}

/** First that we cannot do it, then the checked way that a record names. */
function honestly(what: NotYet, faq: Answer | null): Answer | null {
  return faq && { ...faq, decision: "desk", blocks: [line(notYetLine(what)), ...faq.blocks] };
}
