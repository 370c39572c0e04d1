/** Words in, answer out: a button's payload, a pick, a privacy command, or a message to be understood. */
import { looksLikeCode } from "../dossiers/index.ts";
import type { Aspect, Understanding } from "../understanding/understanding.ts";
import { ASPECTS } from "../understanding/understanding.ts";
import { askAmbiguous, pickAmbiguous } from "./ambiguous.ts";
import { type Answer, line } from "./answer.ts";
import { answerByCode } from "./answers/by-code.ts";
import { answerDisputed } from "./answers/disputed.ts";
import { unreadableCode } from "./answers/dossier/ask.ts";
import { lookUpImpossible } from "./answers/dossier/look-up.ts";
import { answerAboutShown } from "./answers/dossier/shown.ts";
import { emergency } from "./answers/emergency.ts";
import { isWarning } from "./answers/faq.ts";
import { hasLocal, tellNamedAlone } from "./answers/local-life.ts";
import { CITIZEN_ID_LINE, citizenId, eraseRequest, privacyCommand, privacyNotice } from "./answers/privacy.ts";
import { signInFirst } from "./answers/staff.ts";
import { answerCodes, dossierAnswer, isBrokenCode } from "./codes-in-text.ts";
import { answerCounted, countedPages } from "./counted.ts";
import { answerEvent, understoodAs } from "./life-events/answer-event.ts";
import type { Moment } from "./moment.ts";
import { readPayload } from "./payloads.ts";
import { certainPick, pickedByWords } from "./picks.ts";
import { answerPlace, namesOne } from "./places/answer-place.ts";
import { asksWhichUnit, isCommuneAlone, whereIn } from "./places/where.ts";
import { faqAnswer, respondToIntent } from "./respond-to-intent.ts";
import { respondToPayload } from "./respond-to-payload.ts";
import { answerUncovered } from "./uncovered.ts";

export type Answered = { readonly answer: Answer; readonly understanding: Understanding | null };

export async function respondToText(text: string, moment: Moment): Promise<Answered> {
  const payload = readPayload(text, moment.knowledge) ?? certainPick(text, moment);
  if (payload) return { answer: await respondToPayload(payload, moment), understanding: null };
  const aboutDossier = await dossierAnswer(text, moment);
  if (aboutDossier) return { answer: aboutDossier, understanding: null };
  const counted = countedPages(text, moment);
  if (counted) return { answer: counted, understanding: null };
  const command = privacyCommand(text);
  if (command) return { answer: await privacyAnswer(command, moment), understanding: null };
  const understanding = moment.understander.understand(withoutPlace(text, moment), contextOf(moment));
  const event = isToldAlone(understanding, moment) ? answerEvent(text, moment.knowledge) : null;
  if (event) return { answer: withWarning(event, understanding), understanding: understoodAs(event, understanding) };
  return { answer: await answerUnderstood(text, understanding, moment), understanding };
}

/** "Tui ở phường 8 Cà Mau làm khai sinh ở đâu": the names say where, not what; enough is left to say what. */
function withoutPlace(text: string, moment: Moment): string {
  const where = asksWhichUnit(text) ? null : whereIn(text, moment.state, moment.knowledge);
  if (!where) return text;
  return where.otherWords >= MEANT || namesProcedure(where.rest, moment) ? where.rest : text;
}

/** With fewer words beside it the place is what is meant, unless they name a procedure: "khai sinh ở phường 5 Bạc Liêu". */
const MEANT = 3;

const namesProcedure = (words: string, { understander }: Moment) =>
  namesOne(understander.understand(words, { topic: null }));

/** A danger, a swindle and a dossier code come before what else is told. */
const isToldAlone = (understood: Understanding, moment: Moment) =>
  !understood.emergency && understood.slots.dossierCodes.length === 0 && !isAboutSwindle(understood, moment);

function isAboutSwindle({ faq }: Understanding, { knowledge }: Moment): boolean {
  const entry = faq === null ? undefined : knowledge.faqs.get(faq);
  return entry !== undefined && isWarning(entry);
}

async function privacyAnswer(command: "notice" | "erase", moment: Moment): Promise<Answer> {
  if (command === "notice") return privacyNotice(moment);
  return moment.anonymous ? signInFirst() : eraseRequest();
}

async function answerUnderstood(text: string, understood: Understanding, moment: Moment): Promise<Answer> {
  if (understood.emergency) return emergency(understood.emergency);
  const disputed = answerDisputed(text, moment);
  if (disputed) return disputed;
  // A swindle goes on while we talk: nothing else that is told comes before the warning.
  const swindle = isAboutSwindle(understood, moment) ? faqAnswer(understood, moment) : null;
  if (swindle) return withWarning(swindle, understood);
  const byCode = understood.slots.dossierCodes.length > 0 ? null : answerByCode(text, moment);
  if (byCode) return byCode;
  const picked = pickedByWords(text, understood, moment);
  if (picked) return respondToPayload(picked, moment);
  if (understood.slots.dossierCodes.length > 0)
    return withWarning(await answerCodes(text, understood, moment), understood);
  if (understood.slots.sawCitizenId && !asksSomething(understood)) return citizenId();
  if (!moment.anonymous && looksLikeCode(text)) return withWarning(await lookUpImpossible(moment), understood);
  if (moment.state.pending?.kind === "await-code" && isBrokenCode(text)) return unreadableCode();
  const aboutShown = moment.anonymous ? null : await answerAboutShown(text, understood, moment);
  if (aboutShown) return withWarning(aboutShown, understood);
  const uncovered = answerUncovered(text, understood, moment.knowledge);
  if (uncovered) return withWarning(uncovered, understood);
  const isCommune = isCommuneAlone(text, moment.state, moment.knowledge);
  const local = moment.state.pending === null && !isCommune ? tellNamedAlone(text, moment.knowledge) : null;
  if (local) return local;
  const isSure = understood.topic !== null && understood.certainty === "answer";
  const counted = !isSure ? answerCounted(text, understood, moment) : null;
  if (counted) return withWarning(counted, understood);
  const which = askAmbiguous(text, understood, moment);
  if (which) return withWarning(which, understood);
  const named = readPayload(pickAmbiguous(text, understood, moment) ?? "", moment.knowledge);
  if (named) return withWarning(await respondToPayload(named, moment), understood);
  // "Bệnh viện Năm Căn" asks for the hospital, not for what became of the district.
  const isLocalLife =
    understood.intent === "tourism_health_ocop" &&
    !isCommune &&
    !asksWhichUnit(text) &&
    hasLocal(text, moment.knowledge);
  const place = isLocalLife ? null : answerPlace(text, understood, moment);
  return withWarning(place ?? (await respondToIntent(text, understood, moment)), understood);
}

const asksSomething = ({ topic, faq, intent }: Understanding) =>
  topic !== null || faq !== null || intent === "talk_to_staff" || intent === "feedback_report";

function withWarning(answer: Answer, understood: Understanding): Answer {
  if (!understood.slots.sawCitizenId) return answer;
  return { ...answer, blocks: [line(CITIZEN_ID_LINE), ...answer.blocks] };
}

function contextOf({ state }: Moment) {
  const aspect = ASPECTS.find((each): each is Aspect => each === state.aspect) ?? null;
  return { topic: state.topic, procedure: state.procedure, aspect };
}
