/** Which of the sixteen intents: the intent model's word, weighed by whether a topic is named at all. */
import type { Evidence } from "./evidence.ts";
import { logOdds } from "./linear-model.ts";
import type { Intent } from "./understanding.ts";

/** Intents that may go along with a topic ("đặt lịch làm căn cước"). */
export const WITH_TOPIC: readonly Intent[] = [
  "ask_procedure",
  "dossier_status",
  "book_appointment",
  "online_service_help",
];

/** A named topic speaks against every other intent, but never by more than this factor. */
const LEAST = 0.05;

/** What a message that is not ours may be taken for: its own words then decide. */
const TAKEN_FOR: readonly Intent[] = ["ask_procedure", "feedback_report", "unclear", "abuse", "out_of_scope"];

/**
 * Log odds that a message read as a question about a procedure is one: how surely it names anything, how far its topic
 * leads, whether it asks outright, whether it sounds like a question. Fitted (logistic regression) on the labelled questions
 * (25/11/2026); below nothing it is a guess, and asked about openly. Of 2,900 questions that takes 11 procedures and most of what is none.
 */
const MEANT = { base: -1.8, named: 0.45, leads: 0.3, asksOutright: 1.6, sounds: 0.5 } as const;

function isMeant({ none, ranked, cues, intents }: Evidence): boolean {
  const odds =
    MEANT.base +
    MEANT.named * logOdds(1 - none) +
    MEANT.leads * logOdds(ranked[0]?.score ?? 0) +
    MEANT.sounds * logOdds(intents.get("ask_procedure") ?? 0) +
    (cues.some(({ strength }) => strength === 3) ? MEANT.asksOutright : 0);
  return odds > 0;
}

/** Help with the portal is meant below this share only where no procedure is named. */
const SURELY_HELP = 0.93;
const NAMED = 0.7;
/** The app is itself a topic: trouble with it is help. */
const HELPED_WITH = "dinh_danh_vneid";

/** "Tạm trú cho người nước ngoài nộp online sao": asks outright about a procedure that it names. */
function asksOverTheNet({ none, ranked, cues }: Evidence): boolean {
  const [best] = ranked;
  return (
    best !== undefined &&
    best.id !== HELPED_WITH &&
    (1 - none) * best.score >= NAMED &&
    cues.some(({ strength }) => strength === 3)
  );
}

/** `share`: the probability of the intent. A readable dossier code decides alone. */
export function chooseIntent(
  evidence: Evidence,
  words: number,
  hasCode: boolean,
  notOurs: string | null = null,
): { intent: Intent; share: number } {
  if (hasCode) return { intent: "dossier_status", share: 0.99 };
  if (words === 0) return { intent: "unclear", share: 0.9 };
  let total = 0;
  const weighed = [...evidence.intents].map(([intent, score]) => {
    const fit =
      intent === "ask_procedure" ? 1 - evidence.none : WITH_TOPIC.includes(intent) ? 1 : Math.max(evidence.none, LEAST);
    total += score * fit;
    return { intent, share: score * fit };
  });
  weighed.sort((one, other) => other.share - one.share);
  const best = weighed[0] ?? { intent: "unclear" as const, share: 0 };
  const share = total > 0 ? best.share / total : 0;
  if (notOurs !== null && TAKEN_FOR.includes(best.intent)) return { intent: "out_of_scope", share: 0.95 };
  if (best.intent === "online_service_help" && share < SURELY_HELP && asksOverTheNet(evidence))
    return { intent: "ask_procedure", share: 1 - evidence.none };
  if (best.intent === "ask_procedure" && !isMeant(evidence)) return { intent: "unclear", share: 0.5 };
  return { intent: best.intent, share };
}
