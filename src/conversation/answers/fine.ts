/** "Có bị phạt không", "trễ có sao không": no record has fines, and the list of decrees would not say. */
import { type Answer, line } from "../answer.ts";
import { plainWords } from "../plain-words.ts";

export const asksFine = (text: string): boolean =>
  /\bphat\b|\bco sao (khong|hong|ko|k|hok|hem)\b/.test(plainWords(text));

/** `answer`: what would be said of the law. */
export function withFine(answer: Answer): Answer {
  if (answer.decision === "ask_back") return answer;
  const [heading, ...rest] = answer.blocks;
  const others =
    heading?.kind === "line" && heading.text.endsWith(":") && rest[0]?.kind === "list" ? rest.slice(1) : answer.blocks;
  return { ...answer, blocks: [line("Mức phạt thì em chưa có con số đã kiểm tra, anh/chị hỏi quầy."), ...others] };
}
