/** The assistant's knowledge over the program's life, put together for app.ts: learnt at the start, kept up with after. */
import { fingerprint, watchFiles } from "../knowledge/index.ts";
import type { Log } from "../observability/log.ts";
import { publish } from "../public/index.ts";
import type { VersionStore } from "../public/versions/version-store.ts";
import type { Signals } from "../signals/signals.ts";
import { type Assistant, type AssistantOptions, type Folders, loadAssistant, OUR_FOLDERS } from "./assistant.ts";
import type { OfficersConsole } from "./console.ts";

const CHECK_MS = 5_000;

export type KnowledgeParts = {
  readonly assistant: Omit<AssistantOptions, "folders" | "published">;
  readonly folders: Partial<Folders> | undefined;
  /** How often the data files are looked at for changes. */
  readonly checkMs: number | undefined;
  readonly officers: OfficersConsole;
  readonly versions: VersionStore;
  readonly signals: Signals;
  readonly log: Log;
  readonly now: () => number;
  readonly alarm: (kind: string, code: string) => void;
  readonly count: (outcome: "used" | "kept") => void;
  /** Called after every learning, which leaves much to be collected. */
  readonly tidy: () => void;
};

export type KnowledgeKeeper = {
  /** Reads and learns what the files and the officers say. Throws when the files are broken. */
  learn(): Promise<Assistant>;
  /** Publishes what was learnt and keeps up with files, officers and other instances from now on. */
  follow(assistant: Assistant): Promise<void>;
  stop(): Promise<void>;
};

export function wireKnowledge(parts: KnowledgeParts): KnowledgeKeeper {
  const { officers, signals, log } = parts;
  const { procedures, intents } = { ...OUR_FOLDERS, ...parts.folders };
  let since = "";
  let watch: ReturnType<typeof watchFiles> | undefined;
  return {
    async learn() {
      since = await fingerprint([procedures, intents]);
      const { folders } = parts;
      const assistant = await loadAssistant({
        ...parts.assistant,
        published: officers.published,
        ...(folders ? { folders } : {}),
      });
      for (const { file, what } of assistant.problems()) log.info({ file, what }, "knowledge.to-mend");
      parts.tidy();
      return assistant;
    },
    async follow(assistant) {
      await publishRecords(assistant, parts);
      const onChange = () => relearn(assistant, parts);
      watch = watchFiles({
        folders: [procedures, intents],
        since,
        everyMs: parts.checkMs ?? CHECK_MS,
        onChange,
      });
      signals.on("knowledge", watch.look);
      officers.follow(onChange);
    },
    async stop() {
      await watch?.stop();
      await officers.stop();
    },
  };
}

/** A version that could not be kept today is kept at the next start: what is published goes on either way. */
async function publishRecords(assistant: Assistant, { versions, now, alarm, log }: KnowledgeParts): Promise<void> {
  for (const name of assistant.current().setAside) alarm("knowledge.published", name);
  await publish(assistant.current().knowledge, versions, now()).catch((error: unknown) =>
    log.error({ type: (error as Error)?.name }, "versions.failed"),
  );
}

/** Uses what changed in the data files; what is broken is told to staff while the last good records go on answering. */
async function relearn(assistant: Assistant, parts: KnowledgeParts): Promise<void> {
  const { log } = parts;
  const used = await assistant.reload().catch((error: unknown) => {
    log.error({ type: (error as Error)?.name }, "knowledge.failed");
    return false;
  });
  parts.count(used ? "used" : "kept");
  if (used) log.info({ version: assistant.current().knowledge.version }, "knowledge.reloaded");
  // Other instances need not wait for their own next look.
  if (used) parts.signals.send("knowledge");
  if (used) await publishRecords(assistant, parts);
  for (const { level, file, line, field, what } of assistant.problems()) {
    if (level === "error") log.error({ file, line, field, what }, "knowledge.broken");
  }
  if (!used) parts.alarm("knowledge.files", "broken");
  parts.tidy();
}
