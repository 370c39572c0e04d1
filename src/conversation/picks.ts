/** Picks from what we asked: certain ones, which need no understanding, and those by words of a choice. */
import type { Understanding } from "../understanding/understanding.ts";
import { readScore } from "./answers/consent/rating.ts";
import { addToken, tokens } from "./checklist/answers-code.ts";
import { readCases } from "./checklist/pick-cases.ts";
import { pickByPlace, pickByWords, pickByWordsAlone, readYesNo } from "./choose.ts";
import type { Moment } from "./moment.ts";
import { readPayload } from "./payloads.ts";
import { plainWords } from "./plain-words.ts";

const FEW_WORDS = 4;

/** Picks that need no understanding: a place in the list, a label, yes or no to a code that we read back. */
export function certainPick(text: string, { state, knowledge }: Moment) {
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

/** Words of a choice pick it, unless the message clearly asks about something else: then the question is dropped. */
export function pickedByWords(text: string, understood: Understanding, { state, knowledge }: Moment) {
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
