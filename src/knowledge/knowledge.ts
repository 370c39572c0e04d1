/** What the program knows, read-only. A new version replaces the whole value; nothing in it ever changes. */
import type { Ambiguous } from "./ambiguous.ts";
import type { Centre } from "./centre.ts";
import type { Faq } from "./faq.ts";
import type { Field } from "./field.ts";
import type { LifeEvent } from "./life-event.ts";
import type { Procedure } from "./procedure.ts";
import type { Circumstance, Health, NeverSay, Ocop, Tourism, Units } from "./reference-files.ts";
import type { ShortCode } from "./short-code.ts";
import type { IntentData, Topic } from "./topic.ts";
import type { Uncovered } from "./uncovered.ts";

export interface Knowledge {
  /** Changes with any change of content: the first 12 hex digits of a SHA-256 over all records. */
  readonly version: string;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly intents: ReadonlyMap<string, IntentData>;
  readonly faqs: ReadonlyMap<string, Faq>;
  readonly centre: Centre;
  /** By key. Absent, like all below, only in a small knowledge built by a test. */
  readonly circumstances?: ReadonlyMap<string, Circumstance>;
  /** By key. */
  readonly lifeEvents?: ReadonlyMap<string, LifeEvent>;
  /** By key. */
  readonly ambiguous?: ReadonlyMap<string, Ambiguous>;
  /** By key. */
  readonly uncovered?: ReadonlyMap<string, Uncovered>;
  readonly neverSay?: readonly NeverSay[];
  readonly local?: {
    readonly tourism: readonly Tourism[];
    readonly ocop: readonly Ocop[];
    readonly health: readonly Health[];
  };
  readonly units?: Units;
  /** By name, in the order of the public page. */
  readonly fields?: ReadonlyMap<string, Field>;
  /** By code, those no longer used included. */
  readonly shortCodes?: ReadonlyMap<string, ShortCode>;
}
