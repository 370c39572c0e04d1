/** Tourism, health care, OCOP products: answered only from checked entries; without one, the desk. */
import type { Centre } from "../../knowledge/centre.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import { findLocal, namedAlone } from "../local/find-local.ts";
import { tellEntry, tellSeveral } from "../local/tell-local.ts";

/** About one entry; null when no single one is meant. */
export function tellNamed(text: string, knowledge: Knowledge): Answer | null {
  const found = findLocal(text, knowledge);
  return found?.kind === "entry" ? tellEntry(found.entry, text) : null;
}

/** A name and nothing else ("chùa Xiêm Cán"), whatever else it might be taken for. */
export function tellNamedAlone(text: string, knowledge: Knowledge): Answer | null {
  const entry = namedAlone(text, knowledge);
  return entry && tellEntry(entry, text);
}

/** Whether places to see, goods or care are asked for, even where we have none to tell of. */
export const hasLocal = (text: string, knowledge: Knowledge): boolean => findLocal(text, knowledge) !== null;

export function localLife(text: string, knowledge: Knowledge): Answer {
  const found = findLocal(text, knowledge);
  if (found === null) return nothingChecked(knowledge.centre);
  return found.kind === "entry" ? tellEntry(found.entry, text) : tellSeveral(found, 1);
}

const nothingChecked = (centre: Centre): Answer =>
  say(
    "desk",
    [
      "Chuyện này em chưa có thông tin đã kiểm tra nên không dám nói.",
      `Anh/chị bấm “Gặp cán bộ” để em hỏi ${centre.name} giúp.`,
    ],
    [BUTTONS.staff, BUTTONS.help],
  );
