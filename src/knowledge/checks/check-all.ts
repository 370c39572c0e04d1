import type { Loaded } from "../loaded.ts";
import type { Finding } from "../problems.ts";
import { checkCodes } from "./codes.ts";
import { checkDates } from "./dates.ts";
import { checkFaqs, checkLocal } from "./faqs.ts";
import { checkIds } from "./ids.ts";
import { checkLifeEvents } from "./life-events.ts";
import { checkNeverSay } from "./never-say.ts";
import { checkOffered } from "./offered.ts";
import { checkProcedures } from "./procedures.ts";
import { checkClaims, checkTopics } from "./topics.ts";
import { checkUnits } from "./units.ts";

/** Everything that one file cannot know about itself. `today` null: what depends on the day is left out. */
export function checkAll(loaded: Loaded, today: string | null): Finding[] {
  return [
    ...checkIds(loaded),
    ...checkCodes(loaded),
    ...checkProcedures(loaded),
    ...checkTopics(loaded),
    ...checkClaims(loaded),
    ...checkLifeEvents(loaded),
    ...checkOffered(loaded),
    ...checkFaqs(loaded),
    ...checkNeverSay(loaded),
    ...checkLocal(loaded),
    ...checkUnits(loaded),
    ...checkDates(loaded, today),
  ];
}
