/**
 * `npm run --silent understand`: JSON Lines `{"id","text","context"?}` in, one JSON line out for each, in order. `context`
 * is the topic of the previous turn. A line that cannot be read gives a line with `error`, and the id when it has one.
 * The answer is what a citizen would get who has already seen the notice; no dossier is known here.
 */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { FRESH, NOTICE_VERSION } from "../conversation/index.ts";
import { maskPersonalNumbers } from "../intake/privacy.ts";
import type { Scored, Understanding } from "../understanding/index.ts";
import { type Assistant, loadAssistant } from "../wiring/assistant.ts";

const asked = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.string().nullish(),
});

export type UnderstoodLine = {
  readonly id: string | number;
  readonly intent: string;
  readonly topic: string | null;
  readonly topics: readonly string[];
  readonly procedures: readonly Scored[];
  readonly aspect: string | null;
  readonly also: Understanding["also"];
  readonly slots: { readonly dossier_code: string | null; readonly dossier_codes: readonly string[] };
  readonly faq: string | null;
  readonly decision: string;
  readonly answer: string;
};

export type BrokenLine = { readonly id: string | number | null; readonly error: string };

/** Answers one input line. Never throws for what stands in the line. */
export async function understandLine(
  line: string,
  assistant: Pick<Assistant, "responder" | "current">,
  now: number,
): Promise<UnderstoodLine | BrokenLine> {
  const read = readLine(line);
  if ("error" in read) return read;
  const { id, context } = read;
  // As at the door: nobody further in ever sees a citizen's numbers.
  const { text } = maskPersonalNumbers(read.text);
  const turn = await assistant.responder.respond({
    from: { oaId: "understand", citizenId: "understand" },
    content: { kind: "text", text },
    state: { ...FRESH, topic: context ?? null, noticeVersion: NOTICE_VERSION, lastAt: now },
    now,
  });
  // A button's payload and a privacy command are answered without being understood: here they are read all the same.
  const understood =
    turn.understanding ?? assistant.current().understander.understand(text, { topic: context ?? null });
  const codes = understood.slots.dossierCodes.map(({ code }) => code);
  return {
    id,
    intent: understood.intent,
    topic: understood.topic,
    topics: understood.topics.slice(0, 3).map((topic) => topic.id),
    procedures: understood.procedures.map(({ id: procedure, score }) => ({ id: procedure, score })),
    aspect: understood.aspect,
    also: understood.also.map(({ topic, aspect }) => ({ topic, aspect })),
    slots: { dossier_code: codes[0] ?? null, dossier_codes: codes },
    faq: understood.faq,
    decision: turn.decision,
    answer: turn.replies.map((reply) => reply.text).join("\n"),
  };
}

function readLine(line: string): z.infer<typeof asked> | BrokenLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: "not JSON" };
  }
  const parsed = asked.safeParse(value);
  if (parsed.success) return parsed.data;
  const id = z.object({ id: asked.shape.id }).safeParse(value);
  return { id: id.success ? id.data.id : null, error: 'expected {"id","text","context"?}' };
}

/** Reads every line of `input` and hands each answer, without its line end, to `write`. */
export async function understandAll(
  input: Readable,
  assistant: Pick<Assistant, "responder" | "current">,
  now: number,
  write: (line: string) => Promise<void> | void,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    await write(JSON.stringify(await understandLine(line.replace(/^\uFEFF/, ""), assistant, now)));
  }
}

/** Waits while the reader of our output is slower than we are; else thousands of lines pile up in memory. */
const toStdout = (line: string): Promise<void> | void => {
  if (process.stdout.write(`${line}\n`)) return;
  return new Promise((resolve) => process.stdout.once("drain", resolve));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const assistant = await loadAssistant({
    dossiers: { find: async () => ({ kind: "unknown-code" }) },
    now: Date.now,
  });
  await understandAll(process.stdin, assistant, Date.now(), toStdout);
}
