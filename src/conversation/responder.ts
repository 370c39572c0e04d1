/** The door of the room: one message in, one turn out. */
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { asDesk, type DossierDesk, type DossierSource } from "../dossiers/index.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Understander } from "../understanding/understanding.ts";
import { type Answer, line } from "./answer.ts";
import { receiveUnopened } from "./answers/consent/hand-on.ts";
import { withNews } from "./answers/dossier/news.ts";
import { welcome } from "./answers/small-talk.ts";
import { unreadable, unreadableLine } from "./answers/unreadable.ts";
import { withCondolence } from "./bereavement.ts";
import type { Keeps, Moment } from "./moment.ts";
import { NOTICE_VERSION } from "./notice.ts";
import type { Responder, Turn } from "./respond.ts";
import { type Answered, respondToText } from "./respond-to-text.ts";
import { faded, toTurn } from "./turn.ts";
import { withWordsForStaff } from "./words-for-staff.ts";

export type ResponderParts = {
  /** Asked anew for every message: new knowledge is used from the next message on. */
  readonly knowledge: () => Knowledge;
  readonly understander: () => Understander;
  readonly dossiers: DossierSource | DossierDesk;
  readonly calendar: () => WorkingCalendar;
  /** Absent: what the settings are when nobody sets them. */
  readonly keeps?: Keeps;
};

type Input = Parameters<Responder["respond"]>[0];

/** A responder that keeps nothing between turns: the state comes in and goes out with each one. */
export function createResponder(parts: ResponderParts): Responder {
  const dossiers = asDesk(parts.dossiers);
  return {
    async respond(input: Input): Promise<Turn> {
      const { from, now } = input;
      const state = faded(input.state, now);
      const knowledge = parts.knowledge();
      // Opening the chat window is not a question: whoever has been greeted is left in peace.
      if (input.content.kind === "opened-chat" && state.noticeVersion === NOTICE_VERSION) return silence(input);
      const calendar = parts.calendar();
      const moment: Moment = {
        knowledge,
        understander: parts.understander(),
        dossiers,
        citizen: from,
        calendar,
        state,
        now,
        today: calendar.dayOf(now),
        keeps: parts.keeps ?? { wordsDays: 90, accessDays: 365 },
        anonymous: from.anonymousConversationId !== undefined,
      };
      const { answer, understanding } = await answerTo(input, moment);
      const follows = moment.anonymous ? [] : await dossiers.follows(from);
      const quiet = withNews(withCondolence(answer, state.topic, knowledge), follows);
      return toTurn({ answer: quiet, state, from, now, understanding, knowledgeVersion: knowledge.version });
    },
  };
}

async function answerTo({ content }: Input, moment: Moment): Promise<Answered> {
  switch (content.kind) {
    case "text":
      return withWordsForStaff(await respondToText(content.text, moment), content.text, moment);
    case "follow":
    case "opened-chat":
      return { answer: welcome(moment.knowledge.centre), understanding: null };
    default:
      return respondToUnreadable(content.kind, content.caption, moment);
  }
}

/** What cannot be opened may still carry words: those are answered, after saying that the rest was not seen. */
async function respondToUnreadable(
  kind: Parameters<typeof unreadable>[0],
  caption: string | undefined,
  moment: Moment,
): Promise<Answered> {
  if (caption === undefined || caption.trim() === "")
    return { answer: await unopened(kind, moment), understanding: null };
  const { answer, understanding } = await respondToText(caption, moment);
  if (answer.alone) return { answer, understanding };
  return { answer: { ...answer, blocks: [line(unreadableLine(kind)), ...answer.blocks] }, understanding };
}

/** What an officer could look at in Zalo's own tool is handed on, once they agree. */
async function unopened(kind: Parameters<typeof unreadable>[0], moment: Moment): Promise<Answer> {
  if (moment.anonymous) return unreadable(kind);
  if (kind === "image") return receiveUnopened("photo", moment);
  return kind === "location" ? receiveUnopened("location", moment) : unreadable(kind);
}

const silence = ({ state }: Input): Turn => ({
  decision: "answer",
  replies: [],
  state,
  effects: [],
  understanding: null,
});
