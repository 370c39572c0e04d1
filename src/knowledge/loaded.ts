/** All records as read, each still knowing its file: what the cross checks look at. */
import type { Centre } from "./centre.ts";
import type { Faq } from "./faq.ts";
import type { Procedure } from "./procedure.ts";
import type { Located } from "./read-records.ts";
import type { Circumstance, Health, NeverSay, Ocop, Tourism, Units } from "./reference-files.ts";
import type { IntentData, Topic } from "./topic.ts";

export interface Loaded {
  readonly procedures: Located<Procedure>[];
  readonly topics: Located<Topic>[];
  readonly intents: Located<IntentData>[];
  readonly faqs: Located<Faq>[];
  readonly centre: Located<Centre>[];
  readonly circumstances: Located<Circumstance>[];
  readonly neverSay: Located<NeverSay>[];
  readonly tourism: Located<Tourism>[];
  readonly ocop: Located<Ocop>[];
  readonly health: Located<Health>[];
  readonly units: Located<Units>[];
  /**
   * Names (ids, keys) of files left out because they have errors of their own. What points at them is not reported a
   * second time: an officer should see the mistake, not its echoes.
   */
  readonly leftOut: ReadonlySet<string>;
}

/** The sixteen things a message can be after; each has a file of sample phrases in `intents/`. */
export const INTENTS = [
  "ask_procedure",
  "dossier_status",
  "feedback_report",
  "book_appointment",
  "talk_to_staff",
  "office_info",
  "online_service_help",
  "rate_service",
  "subscribe_notice",
  "tourism_health_ocop",
  "greeting",
  "thanks_bye",
  "bot_identity",
  "out_of_scope",
  "abuse",
  "unclear",
] as const;
