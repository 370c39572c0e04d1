/** From an answer to a turn: the notice for a new citizen, Zalo's limits, and what the next turn must know. */
import type { Button, Conversation } from "../channel/message.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Answer, Block } from "./answer.ts";
import { BUTTONS } from "./buttons.ts";
import { fitIntoMessage } from "./fit.ts";
import { NOTICE, NOTICE_VERSION } from "./notice.ts";
import type { Turn } from "./respond.ts";
import type { State } from "./state.ts";

export type TurnFrom = {
  readonly answer: Answer;
  readonly state: State;
  readonly from: Conversation;
  readonly now: number;
  readonly understanding: Understanding | null;
  readonly knowledgeVersion: string;
};

export function toTurn({ answer, state, from, now, understanding, knowledgeVersion }: TurnFrom): Turn {
  const isNew = state.noticeVersion !== NOTICE_VERSION && !answer.alone;
  const blocks: readonly Block[] = isNew ? [...answer.blocks, ...NOTICE] : answer.blocks;
  const buttons = answer.buttons.filter((button) => from.anonymousConversationId === undefined || isGeneral(button));
  const { text, buttons: shown } = fitIntoMessage(blocks, buttons);
  const provenance = {
    records: answer.records,
    facts: answer.facts,
    knowledgeVersion,
    turn: {
      decision: answer.decision,
      intent: understanding?.intent ?? null,
      topic: topicOf(answer, understanding),
      ...(answer.disputes ? { disputes: true as const } : {}),
    },
  };
  return {
    decision: answer.decision,
    replies: [{ text, buttons: shown, provenance, ...(answer.alone ? { urgent: true } : {}) }],
    state: nextState(answer, state, now, isNew),
    effects: answer.effects ?? [],
    understanding,
  };
}

/** What was answered about; a topic that is only talked on about is understood as well. */
const topicOf = ({ remember, records }: Answer, understanding: Understanding | null): string | null =>
  remember?.topic ?? (records.length > 0 ? (understanding?.topic ?? null) : null);

/** What a visitor who is not signed in can use. */
function isGeneral(button: Button): boolean {
  const personal: readonly string[] = [BUTTONS.dossier.say, BUTTONS.staff.say, BUTTONS.erase.say];
  return !("say" in button) || !(personal.includes(button.say) || button.say.startsWith("#HS:"));
}

/** An emergency leaves everything as it was; a pending question lives for one message unless it is asked anew. */
function nextState(answer: Answer, state: State, now: number, isNew: boolean): State {
  if (answer.alone) return { ...state, lastAt: now };
  return {
    ...state,
    pending: null,
    // What was said of one subject says nothing of the next.
    ...(answer.remember?.topic !== undefined && answer.remember.topic !== state.topic ? { said: [] } : {}),
    ...answer.remember,
    answered: answer.decision === "answer" && answer.records.length > 0,
    askedBack: answer.askedBack ? state.askedBack + 1 : 0,
    noticeVersion: isNew ? NOTICE_VERSION : state.noticeVersion,
    lastAt: now,
  };
}

/** After this a bare "còn lệ phí?" is no longer taken as a follow-up. */
const CONTEXT_MS = 6 * 3_600_000;
/** A question of ours may be answered the next day. */
const PENDING_MS = 24 * 3_600_000;

/** Old context fades; what must not be asked or shown twice stays. */
export function faded(state: State, now: number): State {
  const age = now - state.lastAt;
  if (age < CONTEXT_MS) return state;
  const pending = age < PENDING_MS ? state.pending : null;
  return {
    ...state,
    topic: null,
    procedure: null,
    aspect: null,
    said: [],
    unit: null,
    wordsForStaff: false,
    answered: false,
    askedBack: 0,
    pending,
  };
}
