/**
 * General questions (FAQ): is one asked, and which? How likely it is that any entry is asked, and how far the likeliest
 * leads the others, are weighed apart: an entry is answered when both are clear, and offered when only the first is.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { FaqModel } from "./faq-model.ts";
import type { Token } from "./tokens.ts";
import type { Intent, Understanding } from "./understanding.ts";

/** What the rest of the message's reading says, against which an entry is weighed. */
export type ReadSoFar = Pick<Understanding, "intent" | "certainty"> & {
  /** Read as going on about the procedure under discussion. */
  readonly followsUp: boolean;
};

export type FaqReading = {
  /** The entry that is asked. */
  readonly faq: string | null;
  /** Where it is not sure which: the likely ones, at most three. */
  readonly faqs: readonly string[];
};

export type FaqMatcher = (tokens: readonly Token[], read: ReadSoFar) => FaqReading;

/** How likely any entry must be. Chosen on the tuned questions of tests/golden/: docs/understanding.md has the figures. */
const ENOUGH = { followUp: 0.95, surelyProcedure: 0.75, maybeProcedure: 0.1, otherwise: 0.02, smallTalk: 0.3 } as const;
const SMALL_TALK: readonly Intent[] = ["greeting", "thanks_bye", "out_of_scope", "abuse"];
/** Share of the likeliest entry among all entries from which it is the one. */
const LEADS = 0.6;
/** Share from which an entry is worth a button. */
const WORTH_A_BUTTON = 0.1;
const MOST_BUTTONS = 3;

/** A warning that comes too often costs little, one that stays away much: these entries count together, against any intent. */
const WARNING = /lừa đảo/i;
const WARN = 0.05;

export function createFaqMatcher(knowledge: Knowledge, model: FaqModel): FaqMatcher {
  const warnings = new Set([...knowledge.faqs.values()].filter((faq) => WARNING.test(faq.subject)).map(({ id }) => id));

  return (tokens, read) => {
    const entries = model.read(tokens).filter(({ id }) => knowledge.faqs.has(id));
    const likely = entries.reduce((sum, { score }) => sum + score, 0);
    const warned = entries.filter(({ id }) => warnings.has(id));
    const warn = warned.reduce((sum, { score }) => sum + score, 0);
    if (warn >= WARN && warn >= LEADS * likely) return { faq: warned[0]!.id, faqs: [] };
    const [best] = entries;
    if (!best || likely < enough(read)) return { faq: null, faqs: [] };
    if (best.score >= LEADS * likely) return { faq: best.id, faqs: [] };
    const worth = entries.filter(({ score }) => score >= WORTH_A_BUTTON * likely).slice(0, MOST_BUTTONS);
    return { faq: null, faqs: worth.map(({ id }) => id) };
  };
}

function enough({ intent, certainty, followsUp }: ReadSoFar): number {
  if (followsUp) return ENOUGH.followUp;
  if (SMALL_TALK.includes(intent)) return ENOUGH.smallTalk;
  if (intent !== "ask_procedure") return ENOUGH.otherwise;
  return certainty === "answer" ? ENOUGH.surelyProcedure : ENOUGH.maybeProcedure;
}
