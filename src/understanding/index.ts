/** Understanding: a citizen's words in, their meaning out. Pure, synchronous, made once from the knowledge. */
export type { Learnt, LearntStore } from "./learnt.ts";
export type { CopyJob } from "./slots.ts";
export { createUnderstander, createUnderstanderGently, type UnderstanderOptions } from "./understander.ts";
export type {
  Aspect,
  CodeReading,
  Context,
  Emergency,
  Intent,
  Scored,
  Understander,
  Understanding,
} from "./understanding.ts";
export { ASPECTS, INTENTS } from "./understanding.ts";
export { meaningsVersion, wordsVersion } from "./words-version.ts";
