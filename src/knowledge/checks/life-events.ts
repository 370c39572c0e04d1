/** Life events name records that exist, begin with one of their steps, and no words tell of two of them. */
import type { LifeEvent } from "../life-event.ts";
import { stepTarget } from "../life-event.ts";
import type { Loaded } from "../loaded.ts";
import { type Finding, finding } from "../problems.ts";
import type { Located } from "../read-records.ts";

export function checkLifeEvents(loaded: Loaded): Finding[] {
  const procedures = new Set([...loaded.procedures.map(({ value }) => value.id), ...loaded.leftOut]);
  const topics = new Set([...loaded.topics.map(({ value }) => value.key), ...loaded.leftOut]);
  return [...loaded.lifeEvents.flatMap((event) => checkEvent(event, procedures, topics)), ...sharedPhrases(loaded)];
}

function checkEvent(
  { value, file, path }: Located<LifeEvent>,
  procedures: ReadonlySet<string>,
  topics: ReadonlySet<string>,
): Finding[] {
  const found: Finding[] = [];
  for (const [index, step] of value.steps.entries()) {
    const at = [...path, "steps", index];
    if ((step.procedure === undefined) === (step.topic === undefined)) {
      found.push(finding(file, at, "mỗi việc phải có đúng một trong hai: procedure hoặc topic", "giữ một, bỏ một"));
    } else if (step.procedure !== undefined && !procedures.has(step.procedure)) {
      found.push(finding(file, [...at, "procedure"], `không có thủ tục "${step.procedure}"`, "sửa cho đúng mã id"));
    } else if (step.topic !== undefined && !topics.has(step.topic)) {
      found.push(finding(file, [...at, "topic"], `không có chủ đề "${step.topic}"`, "sửa tên chủ đề"));
    }
    if (/\d/.test(step.why)) {
      found.push(finding(file, [...at, "why"], "câu này có con số", "bỏ con số: con số nằm trong thủ tục"));
    }
  }
  if (value.start !== undefined && !value.steps.some((step) => stepTarget(step) === value.start)) {
    found.push(finding(file, [...path, "start"], `"${value.start}" không có trong steps`, "chọn một việc trong steps"));
  }
  if (value.together && !procedures.has(value.together.procedure)) {
    const what = `không có thủ tục "${value.together.procedure}"`;
    found.push(finding(file, [...path, "together", "procedure"], what, "sửa cho đúng mã id"));
  }
  return found;
}

function sharedPhrases(loaded: Loaded): Finding[] {
  const first = new Map<string, string>();
  return loaded.lifeEvents.flatMap(({ value, file, path }) =>
    value.phrases.flatMap((phrase, index) => {
      const words = phrase.normalize("NFC").toLowerCase();
      const taken = first.get(words);
      first.set(words, taken ?? value.key);
      if (taken === undefined) return [];
      return [finding(file, [...path, "phrases", index], `"${phrase}" đã có ở "${taken}"`, "để ở một nơi thôi")];
    }),
  );
}
