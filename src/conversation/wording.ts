/** How the chat puts things. The repairs of a record's words are the knowledge's, for pages need them as well. */
export { sayMoney as money } from "../knowledge/fee-rule.ts";
export {
  forCitizens,
  isOver,
  isUnknown,
  lowerFirst,
  sentence,
  spellOut,
  upperFirst,
  withoutRange,
} from "../knowledge/wording.ts";

/** Instead of a figure that is unknown or in doubt. */
export const UNKNOWN = "em chưa có con số chắc chắn nên không dám nói";
