/** Words in, answer out: a button's payload, a pick, a privacy command, or a message to be understood. */

import { looksLikeCode, readShareCode } from "../dossiers/index.ts";
import type { Aspect, Understanding } from "../understanding/understanding.ts";
import { ASPECTS } from "../understanding/understanding.ts";
import { askAmbiguous, pickAmbiguous } from "./ambiguous.ts";
import { type Answer, line } from "./answer.ts";
import { answerByCode } from "./answers/by-code.ts";
import { readScore } from "./answers/consent/rating.ts";
import { confirmCodes, unreadableCode } from "./answers/dossier/ask.ts";
import { followByShare } from "./answers/dossier/follow.ts";
import { lookUp, lookUpImpossible } from "./answers/dossier/look-up.ts";
import { prove, readLastFour, readLastFourBeside } from "./answers/dossier/proof.ts";
import { answerAboutShown } from "./answers/dossier/shown.ts";
import { emergency } from "./answers/emergency.ts";
import { isWarning } from "./answers/faq.ts";
import { hasLocal, tellNamedAlone } from "./answers/local-life.ts";
import { CITIZEN_ID_LINE, citizenId, eraseRequest, privacyCommand, privacyNotice } from "./answers/privacy.ts";
import { answerProcedure } from "./answers/procedure/index.ts";
import { signInFirst } from "./answers/staff.ts";
import { addToken, tokens } from "./checklist/answers-code.ts";
import { readCases } from "./checklist/pick-cases.ts";
import { pickByPlace, pickByWords, pickByWordsAlone, readYesNo } from "./choose.ts";
import { jobsOf, namesCopies, pagesAlone } from "./copy-jobs.ts";
import { answerEvent, understoodAs } from "./life-events/answer-event.ts";
import type { Moment } from "./moment.ts";
import { readPayload } from "./payloads.ts";
import { answerPlace } from "./places/answer-place.ts";
import { asksWhichUnit, whereIn } from "./places/where.ts";
import { plainWords } from "./plain-words.ts";
import { faqAnswer, respondToIntent } from "./respond-to-intent.ts";
import { respondToPayload } from "./respond-to-payload.ts";

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
function withoutPlace(text: string, { state, knowledge }: Moment): string {
  const where = asksWhichUnit(text) ? null : whereIn(text, state, knowledge);
  return where && where.otherWords >= MEANT ? where.rest : text;
}

/** With fewer words beside it, the place is what is meant. */
const MEANT = 3;

/** "5 trang", after we asked how many pages a copy has. */
function countedPages(text: string, { state, knowledge, today }: Moment): Answer | null {
  if (state.pending?.kind !== "count-pages") return null;
  const { copies, papers } = state.pending;
  const procedure = knowledge.procedures.get(state.pending.procedure);
  const pages = pagesAlone(text);
  if (!procedure || pages === null) return null;
  return answerProcedure({ procedure, aspects: ["fee"], jobs: [{ copies, papers, pages }] }, knowledge, today);
}

/** "Chung thuc 2 ban 300 trang het bao nhieu": counts and the word for it name the one procedure charged by them. */
function answerCounted(text: string, understood: Understanding, { knowledge, today }: Moment): Answer | null {
  const jobs = jobsOf(understood);
  if (jobs.length === 0 || !namesCopies(text)) return null;
  const usual = [...knowledge.topics.values()].flatMap((topic) => knowledge.procedures.get(topic.usual ?? "") ?? []);
  const procedure = usual.find(({ fee_rule }) => fee_rule !== undefined);
  return procedure ? answerProcedure({ procedure, aspects: ["fee"], jobs }, knowledge, today) : null;
}

/** A danger, a swindle and a dossier code come before what else is told. */
const isToldAlone = (understood: Understanding, moment: Moment) =>
  !understood.emergency && understood.slots.dossierCodes.length === 0 && !isAboutSwindle(understood, moment);

function isAboutSwindle({ faq }: Understanding, { knowledge }: Moment): boolean {
  const entry = faq === null ? undefined : knowledge.faqs.get(faq);
  return entry !== undefined && isWarning(entry);
}

const FEW_WORDS = 4;

/** Picks that need no understanding: a place in the list, a label, yes or no to a code that we read back. */
function certainPick(text: string, { state, knowledge }: Moment) {
  if (state.pending?.kind === "choose") {
    const [only, ...others] = state.pending.options;
    const reply = others.length === 0 ? readYesNo(text) : null;
    if (reply === "no") return { kind: "help" } as const;
    // Of places and of circumstances a few words are enough: "cà mau", "không", "tui tự đi".
    const isPlain = state.pending.options.every(({ payload }) => /^#(DC|GT):/.test(payload));
    const byWords = isPlain && plainWords(text).split(" ").length <= FEW_WORDS;
    const { options } = state.pending;
    // Words first: "tui tự đi" is no "(thứ) tư".
    const picked =
      reply === "yes" && only ? only : ((byWords ? pickByWords(text, options) : null) ?? pickByPlace(text, options));
    return picked && readPayload(picked.payload, knowledge);
  }
  if (state.pending?.kind === "confirm-code") {
    const reply = readYesNo(text);
    return reply === null ? null : ({ kind: reply === "yes" ? "dossier-yes" : "dossier-fix" } as const);
  }
  if (state.pending?.kind === "rate") {
    const score = readScore(text);
    return score === null ? null : ({ kind: "rate", score } as const);
  }
  if (state.pending?.kind === "consent-follow" || state.pending?.kind === "consent-keep") {
    const reply = readConsent(text);
    return reply === null ? null : ({ kind: "consent", agreed: reply } as const);
  }
  if (state.pending?.kind === "pick-cases") {
    const picked = readCases(text, state.pending.count);
    return picked && readPayload(addToken(state.pending.payload, tokens.cases(picked)), knowledge);
  }
  return null;
}

/** Silence, or anything but a clear word, is no consent. */
function readConsent(text: string): boolean | null {
  const words = plainWords(text);
  if (/^(?:da )?(?:khong|ko|k|hong|thoi|dung)\b/.test(words)) return false;
  if (/^(?:da |u |vang )*(?:toi |em |chi |anh |con )?dong y\b/.test(words)) return true;
  const reply = readYesNo(text);
  return reply === null ? null : reply === "yes";
}

/** Digits that we asked for, and a code that a relative handed over: neither needs understanding. */
async function dossierAnswer(text: string, moment: Moment): Promise<Answer | null> {
  if (moment.anonymous) return null;
  const { pending } = moment.state;
  const lastFour = pending?.kind === "await-digits" ? readLastFour(text) : null;
  if (pending?.kind === "await-digits" && lastFour) return prove(pending.code, lastFour, pending.follow, moment);
  const shareCode = readShareCode(text);
  return shareCode === null ? null : followByShare(shareCode, moment);
}

async function privacyAnswer(command: "notice" | "erase", moment: Moment): Promise<Answer> {
  if (command === "notice") return privacyNotice(moment);
  return moment.anonymous ? signInFirst() : eraseRequest();
}

async function answerUnderstood(text: string, understood: Understanding, moment: Moment): Promise<Answer> {
  if (understood.emergency) return emergency(understood.emergency);
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
  const local = moment.state.pending === null ? tellNamedAlone(text, moment.knowledge) : null;
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
    understood.intent === "tourism_health_ocop" && !asksWhichUnit(text) && hasLocal(text, moment.knowledge);
  const place = isLocalLife ? null : answerPlace(text, understood, moment);
  return withWarning(place ?? (await respondToIntent(text, understood, moment)), understood);
}

/** Words of a choice pick it, unless the message clearly asks about something else: then the question is dropped. */
function pickedByWords(text: string, understood: Understanding, { state, knowledge }: Moment) {
  if (state.pending?.kind !== "choose") return null;
  const payloads = state.pending.options.map(({ payload }) => readPayload(payload, knowledge));
  const topics = payloads.map((payload) =>
    payload?.kind === "procedure"
      ? knowledge.procedures.get(payload.id)?.topic
      : payload?.kind === "topic"
        ? payload.key
        : undefined,
  );
  const asks = understood.certainty === "answer" && understood.aspect !== null && understood.aspect !== "overview";
  const alone = asks ? null : pickByWordsAlone(text, state.pending.options);
  if (alone) return readPayload(alone.payload, knowledge);
  const elsewhere = understood.topic !== null && !topics.includes(understood.topic);
  if (understood.certainty === "answer" && (elsewhere || !ASKING.has(understood.intent))) return null;
  const picked = pickByWords(text, state.pending.options);
  const payload = picked && readPayload(picked.payload, knowledge);
  // "Khai tử cần giấy gì", after we listed what is to do: the question counts, not only the name.
  const isSame = payload?.kind === "procedure" && knowledge.procedures.get(payload.id)?.topic === understood.topic;
  return asks && isSame && payload.aspect === "overview" ? { ...payload, aspect: understood.aspect! } : payload;
}

const ASKING: ReadonlySet<string> = new Set(["ask_procedure", "unclear", "online_service_help"]);

async function answerCodes(text: string, understood: Understanding, moment: Moment): Promise<Answer> {
  if (moment.anonymous) return signInFirst();
  const readings = understood.slots.dossierCodes;
  const codes = [...new Set(readings.map(({ code }) => code))].slice(0, 3);
  if (readings.some(({ certainty }) => certainty === "doubtful")) return confirmCodes(codes);
  const lastFour = codes.length === 1 ? readLastFourBeside(text) : null;
  if (codes[0] && lastFour) return prove(codes[0], lastFour, false, moment);
  return lookUp(codes, moment);
}

const asksSomething = ({ topic, faq, intent }: Understanding) =>
  topic !== null || faq !== null || intent === "talk_to_staff" || intent === "feedback_report";

/** Digits and few words, but no code that we can read: "biên lai 26.10229". */
function isBrokenCode(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  const words = text.match(/\p{L}+/gu) ?? [];
  return digits >= 3 && words.length <= 4;
}

function withWarning(answer: Answer, understood: Understanding): Answer {
  if (!understood.slots.sawCitizenId) return answer;
  return { ...answer, blocks: [line(CITIZEN_ID_LINE), ...answer.blocks] };
}

function contextOf({ state }: Moment) {
  const aspect = ASPECTS.find((each): each is Aspect => each === state.aspect) ?? null;
  return { topic: state.topic, procedure: state.procedure, aspect };
}
