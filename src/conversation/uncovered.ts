/** What no record covers is said to be unknown, however near another procedure's words are. */

import type { Button } from "../channel/message.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Uncovered } from "../knowledge/uncovered.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { type Answer, say } from "./answer.ts";
import { phoneButtons } from "./answers/desk.ts";
import { BUTTONS } from "./buttons.ts";
import { payloads } from "./payloads.ts";
import { plainWords, sayingOf, withoutWords } from "./plain-words.ts";
import { saysNoMore } from "./says-no-more.ts";

/** Null when every need that is named has a record. */
export function answerUncovered(text: string, { intent, faq }: Understanding, knowledge: Knowledge): Answer | null {
  if (faq !== null || (intent !== "ask_procedure" && intent !== "unclear")) return null;
  const isSaid = sayingOf(text);
  const need = [...(knowledge.uncovered?.values() ?? [])].find(
    (each) => each.phrases.some(isSaid) && isAllNamed(text, each),
  );
  return need ? toAnswer(need, knowledge) : null;
}

/** Beside it nothing else is named: "mất cccd sắp thi bằng lái" asks for the identity card. */
const isAllNamed = (text: string, { phrases, words }: Uncovered): boolean =>
  saysNoMore(withoutWords(plainWords(text), [...phrases, ...(words ?? [])]));

function toAnswer({ name, ask, near }: Uncovered, knowledge: Knowledge): Answer {
  const { centre, procedures } = knowledge;
  const known = (near ?? []).filter(({ procedure }) => procedures.has(procedure));
  const buttons: Button[] = known.map(({ label, procedure }) => ({
    title: label,
    say: payloads.procedure(procedure, "overview"),
  }));
  return say(
    "desk",
    [
      `${name}: em chưa có hướng dẫn đã kiểm tra nên không dám trả lời.`,
      `Anh/chị hỏi ${ask ?? `quầy của ${centre.name}`}, hoặc bấm “Gặp cán bộ” để em chuyển câu hỏi.`,
      ...(known.length > 0 ? ["Nếu anh/chị cần việc gần đó thì bấm nút bên dưới."] : []),
    ],
    [BUTTONS.staff, ...buttons, ...phoneButtons(centre), BUTTONS.help],
    { remember: { topic: null, procedure: null, aspect: null } },
  );
}
