/** The form of each kind of item. */
import type { ItemKind, Knowledge } from "../../../knowledge/index.ts";
import type { FormSpec } from "../form/fields.ts";
import { CENTRE } from "./centre.ts";
import { FAQ } from "./faq.ts";
import { localSpec } from "./local.ts";
import { procedureSpec } from "./procedure.ts";
import { topicSpec } from "./topic.ts";

export function specOf(kind: ItemKind, knowledge: Knowledge): FormSpec {
  switch (kind) {
    case "procedure":
      return procedureSpec(knowledge);
    case "faq":
      return FAQ;
    case "topic":
      return topicSpec(knowledge);
    case "centre":
      return CENTRE;
    default:
      return localSpec(kind);
  }
}
