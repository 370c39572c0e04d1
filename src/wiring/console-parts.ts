/** Everything that the console works with, joined when it is opened for the first time. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Router } from "express";
import { dayOf } from "../calendar/index.ts";
import type { TokenStore } from "../channel/zalo/token-store.ts";
import type { Config } from "../config.ts";
import { FIELD_NAMES, type Importer } from "../console/dossiers/dossier-desk.ts";
import { createConsoleRouter, createImportJobs } from "../console/index.ts";
import type { TaskDesk } from "../console/operations/tasks.ts";
import { FIELDS, type Field, nameOfField } from "../dossiers/import/columns.ts";
import { importFile } from "../dossiers/import/import-file.ts";
import { maskPersonalNumbers } from "../intake/privacy.ts";
import { readGolden } from "../knowledge/index.ts";
import type { Log } from "../observability/log.ts";
import type { Sealer } from "../secrets/seal.ts";
import type { Signals } from "../signals/signals.ts";
import { numberContext } from "../storage/callback-numbers.ts";
import { createExcelFileStore } from "../storage/console/excel-files.ts";
import { createConsoleStores } from "../storage/console/index.ts";
import { readPublished } from "../storage/console/published.ts";
import { readRecentWords } from "../storage/console/recent-words.ts";
import type { Database } from "../storage/database.ts";
import { createImportStore } from "../storage/dossier-import.ts";
import type { StaffTasks } from "../storage/staff-tasks.ts";
import type { Assistant } from "./assistant.ts";
import { createAssistantDesk } from "./console-desk.ts";

export type ConsoleWiring = {
  readonly config: Config;
  readonly database: Database;
  readonly sealer: Sealer;
  readonly signals: Signals;
  readonly log: Log;
  readonly now: () => number;
  readonly oaId: string;
  readonly tasks: StaffTasks;
  readonly tokens: TokenStore;
  /** Where the data files are. */
  readonly dataFolder: string;
  /** Null while the knowledge is not loaded. */
  readonly assistant: () => Assistant | null;
  /** How often it is looked for what another instance published; a second unless set. */
  readonly lookMs?: number;
};

/** `refresh`: uses what was published just now, here and elsewhere. */
export async function openConsole(parts: ConsoleWiring, refresh: () => Promise<void>): Promise<Router> {
  const { config, database, sealer, signals, now, assistant, oaId, tokens } = parts;
  const mac = sealer.pseudonym;
  const stores = createConsoleStores(database, mac);
  await stores.sessions.tidy(now());
  const knowledge = () => assistant()?.current().knowledge ?? null;
  return createConsoleRouter({
    ...stores,
    excelFiles: createExcelFileStore(database, sealer),
    desk: createAssistantDesk({ assistant, now, published: () => readPublished(database.read), refresh }),
    goldens: () => readGolden(parts.dataFolder),
    recentWords: (limit) => readRecentWords(database.read, limit),
    tasks: taskDesk(parts, stores.audit),
    onReplies: () => signals.send("delivery"),
    zalo: async () => ({ oaId, tokens: await tokens.read(oaId) }),
    imports: createImportJobs(importer(parts), join(config.dataFolder, "tep-dang-nhap")),
    today: () => dayOf(now()),
    holdsCitizenId: (text) => maskPersonalNumbers(text).sawCitizenId,
    mac,
    now,
    publicUrl: config.publicUrl,
    centreName: () => knowledge()?.centre.name ?? "Một Cửa",
    unitNames: () => knowledge()?.units?.units.map(({ full_name }) => full_name) ?? [],
  });
}

/** The deed is written first: a number is never seen unrecorded. */
const taskDesk = (
  { tasks, sealer, now }: ConsoleWiring,
  audit: { append(deed: Parameters<TaskDesk["close"]>[1]): Promise<void> },
): TaskDesk => ({
  open: () => tasks.open(),
  async close(id, deed) {
    const closed = await tasks.close(id, deed.who ?? "", now());
    if (closed) await audit.append(deed);
    return closed;
  },
  async reveal(id, deed) {
    await audit.append(deed);
    const found = await tasks.reveal(id, deed.who ?? "", now());
    return found?.sealed.map((sealed) => sealer.open(sealed, numberContext(found.oaId))) ?? null;
  },
});

const importer =
  ({ database, sealer, now }: ConsoleWiring): Importer =>
  async ({ path, dryRun, takeGoodRows, columns, onProgress }) => {
    const named = new Map<Field, string>(
      [...columns].map(([name, header]) => [FIELDS[name as keyof typeof FIELDS], header]),
    );
    const report = await importFile({
      path,
      store: createImportStore(database),
      pseudonym: sealer.pseudonym,
      now,
      importId: `${new Date(now()).toISOString()} ${randomUUID()}`,
      dryRun,
      takeGoodRows,
      columns: named,
      onProgress,
    });
    const { outcome, rows, good, wrong, problems, mapping, headers } = report;
    return {
      outcome,
      rows,
      good,
      wrong,
      problems: problems.map(({ line, field, reason }) => `Dòng ${line}, ${fieldName(field)}: ${reason}`),
      columns: (Object.entries(mapping) as [Field, number][]).map(
        ([field, place]) => [nameOfField(field), headers[place] ?? ""] as const,
      ),
      headers,
    };
  };

/** In an officer's words. */
const fieldName = (field: Field): string => (FIELD_NAMES[nameOfField(field)] ?? nameOfField(field)).toLowerCase();
