/** The door of the knowledge room: YAML files to typed records, and what may be said of them on a given day. */
export type { Centre } from "./centre.ts";
export { type CoverageRow, coverage } from "./coverage.ts";
export { type DoubtKind, doubtSays, isDoubtful, isTentative, isWithheld } from "./doubt.ts";
export { explainPaths } from "./explain.ts";
export type { Faq } from "./faq.ts";
export { type FeeSum, feeByRule, sayFeeSum, sayMoney } from "./fee-rule.ts";
export { type FeeStanding, type FeeWords, feeWords } from "./fee-words.ts";
export type { Field } from "./field.ts";
export { type FileWatch, fingerprint, watchFiles } from "./file-watch.ts";
export { type Golden, readGolden } from "./golden.ts";
export type { Knowledge } from "./knowledge.ts";
export { type LastGood, openLastGood, type Reading } from "./last-good.ts";
export type { LifeEvent } from "./life-event.ts";
export {
  type DataFiles,
  knowledgeFrom,
  type LoadResult,
  loadKnowledge,
  type OtherFile,
  readDataFiles,
} from "./load.ts";
export { plainWords } from "./plain-words.ts";
export { type Problem, problemText } from "./problems.ts";
export {
  type Doubt,
  type Fee,
  type FeeRule,
  type Paper,
  type Procedure,
  procedureSchema,
  type Time,
} from "./procedure.ts";
export { type NamedByCode, readProcedureCode, shortCodeOf } from "./procedure-codes.ts";
export {
  ITEM_KINDS,
  type ItemKind,
  itemFile,
  itemName,
  NOTHING_PUBLISHED,
  type Published,
  type PublishedItem,
  schemaOf,
} from "./published.ts";
export type { Circumstance, Health, NeverSay, Ocop, Tourism, Units } from "./reference-files.ts";
export { toFill } from "./to-fill.ts";
export { INTENTS, type IntentData, type Topic } from "./topic.ts";
export type { Uncovered } from "./uncovered.ts";
export {
  changesOn,
  type DatedFact,
  dueForReview,
  endedFacts,
  endingSoon,
  type FactsOn,
  factsOn,
  feesOn,
  type Indexed,
  procedureHolds,
  timesOn,
} from "./valid-facts.ts";
export { endsText, type Standing, sayDay, standingOn, type Validity } from "./validity.ts";
export type { Withdrawal } from "./withdraw.ts";
export {
  forCitizens,
  isOver,
  isUnknown,
  lowerFirst,
  sayForm,
  sentence,
  spellOut,
  upperFirst,
  withoutRange,
} from "./wording.ts";
