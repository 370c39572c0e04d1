/** Questions at a command's start, answered by typing or by lines that are piped in. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { Invalid } from "../errors.ts";

export type Ask = {
  /** The next line, without blanks around it. Throws `Invalid` when the input has ended. */
  question(prompt: string): Promise<string>;
  close(): void;
};

/**
 * Lines are kept until they are asked for: piped input comes all at once, and readline's own `question` drops whatever
 * comes between two questions.
 */
export function createAsk(input: Readable, output: Writable): Ask {
  const lines = createInterface({ input, output });
  const kept = lines[Symbol.asyncIterator]();
  return {
    async question(prompt) {
      lines.setPrompt(prompt);
      lines.prompt();
      const next = await kept.next();
      if (next.done) throw new Invalid("command.input", "Chưa có đủ câu trả lời: dữ liệu đưa vào đã hết.");
      return next.value.trim();
    },
    close: () => lines.close(),
  };
}
