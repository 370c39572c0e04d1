/** What the intake asks of the assistant, put together for app.ts. */
import type { Content, Reply } from "../channel/message.ts";
import { cannotWait, erasedReply, FRESH, mayGoOn, stateSchema } from "../conversation/index.ts";
import { isDossierEffect } from "../dossiers/index.ts";
import { Invalid } from "../errors.ts";
import type { StaffTask } from "../intake/inbox.ts";
import type { TakeTurn, WorkerOptions } from "../intake/worker.ts";
import type { Assistant } from "./assistant.ts";

/** How long "alo" waits for what it wants to ask. */
const BURST_MS = 1_200;

type Turns = Pick<WorkerOptions, "takeTurn" | "apology" | "erased" | "burst" | "cannotWait">;

/** `assistant`: null until the knowledge is loaded; nothing is claimed before. `count`: what was decided on which intent. */
export function wireTurns(
  assistant: () => Assistant | null,
  count: (intent: string, decision: string) => void,
  burstMs = BURST_MS,
): Turns {
  return {
    takeTurn: (input) => takeTurn(assistantOrWait(assistant()), input, count),
    apology: () => apology(assistant()),
    erased: erasedReply,
    burst: { mayGoOn, waitMs: burstMs },
    cannotWait: (content: Content) => cannotWait(content, assistantOrWait(assistant()).current().understander),
  };
}

/** Before the knowledge is loaded nothing is claimed, so this cannot happen; if it did, the turn would be tried again. */
function assistantOrWait(assistant: Assistant | null): Assistant {
  if (!assistant) throw new Invalid("app.not-ready", "the knowledge is not loaded yet");
  return assistant;
}

async function takeTurn(
  assistant: Assistant,
  input: Parameters<TakeTurn>[0],
  count: (intent: string, decision: string) => void,
): ReturnType<TakeTurn> {
  const known = stateSchema.safeParse(input.state);
  const turn = await assistant.responder.respond({ ...input, state: known.success ? known.data : FRESH });
  count(turn.understanding?.intent ?? input.content.kind, turn.decision);
  return {
    replies: turn.replies,
    state: turn.state,
    erase: turn.effects.some((effect) => effect.kind === "privacy-request"),
    tasks: turn.effects.flatMap((effect): StaffTask[] => {
      if (effect.kind === "ask-staff") return [{ kind: effect.kind, detail: effect.question, dueAt: effect.dueAt }];
      return effect.kind === "privacy-request" ? [{ kind: "erased", detail: "", dueAt: null }] : [];
    }),
    dossier: turn.effects.filter(isDossierEffect),
  };
}

const apology = (assistant: Assistant | null): Reply => ({
  text: "Dạ, em xin lỗi, tin nhắn này em xử lý không được. Anh/chị nhắn lại câu khác giúp em, hoặc hỏi thẳng cán bộ tại quầy một cửa nghen.",
  buttons: [],
  provenance: { records: [], facts: [], knowledgeVersion: assistant?.current().knowledge.version ?? "" },
});
