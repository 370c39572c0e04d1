/** The form of each kind of item. */
import type { ItemKind, Knowledge } from "../../../knowledge/index.ts";
import type { FormSpec } from "../form/fields.ts";
import { CENTRE } from "./centre.ts";
import { FAQ } from "./faq.ts";
import { intentSpec } from "./intent.ts";
import { localSpec } from "./local.ts";
import { procedureSpec } from "./procedure.ts";
import { topicSpec } from "./topic.ts";
import { UNIT } from "./unit.ts";

/** `id`: of the item; absent: a form that fits any of the kind. */
export function specOf(kind: ItemKind, knowledge: Knowledge, id?: string): FormSpec {
  switch (kind) {
    case "procedure":
      return procedureSpec(knowledge);
    case "faq":
      return FAQ;
    case "topic":
      return topicSpec(knowledge);
    case "intent":
      return intentSpec(id);
    case "unit":
      return UNIT;
    case "centre":
      return CENTRE;
    default:
      return localSpec(kind);
  }
}
