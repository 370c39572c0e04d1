/** All records as read, each still knowing its file: what the cross checks look at. */
import type { Ambiguous } from "./ambiguous.ts";
import type { Centre } from "./centre.ts";
import type { Faq } from "./faq.ts";
import type { Field } from "./field.ts";
import type { LifeEvent } from "./life-event.ts";
import type { Procedure } from "./procedure.ts";
import type { Located } from "./read-records.ts";
import type { Circumstance, Health, NeverSay, Ocop, Tourism, Units } from "./reference-files.ts";
import type { ShortCode } from "./short-code.ts";
import type { IntentData, Topic } from "./topic.ts";
import type { Uncovered } from "./uncovered.ts";

export interface Loaded {
  readonly procedures: Located<Procedure>[];
  readonly topics: Located<Topic>[];
  readonly intents: Located<IntentData>[];
  readonly faqs: Located<Faq>[];
  readonly centre: Located<Centre>[];
  readonly circumstances: Located<Circumstance>[];
  readonly lifeEvents: Located<LifeEvent>[];
  readonly ambiguous: Located<Ambiguous>[];
  readonly uncovered: Located<Uncovered>[];
  readonly neverSay: Located<NeverSay>[];
  readonly tourism: Located<Tourism>[];
  readonly ocop: Located<Ocop>[];
  readonly health: Located<Health>[];
  readonly units: Located<Units>[];
  readonly fields: Located<Field>[];
  readonly shortCodes: Located<ShortCode>[];
  /**
   * Names (ids, keys) of files left out because they have errors of their own. What points at them is not reported a
   * second time: an officer should see the mistake, not its echoes.
   */
  readonly leftOut: ReadonlySet<string>;
}
