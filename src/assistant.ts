/** Knowledge, understanding and conversation joined: what the server, the `understand` command and tests talk with. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCalendar, readCalendarFile, type WorkingCalendar } from "./calendar/index.ts";
import { createResponder, type Responder } from "./conversation/index.ts";
import { type DossierSource, readDossierCodes } from "./dossiers/index.ts";
import { type Knowledge, loadKnowledge, openKnowledge, type Problem } from "./knowledge/index.ts";
import { createUnderstander, type Understander } from "./understanding/index.ts";

export type Folders = { readonly procedures: string; readonly intents: string };

const atRoot = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url));
export const OUR_FOLDERS: Folders = { procedures: atRoot("procedures-data"), intents: atRoot("intents") };

export type Assistant = {
  readonly responder: Responder;
  readonly calendar: WorkingCalendar;
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  /** What the files have to mend, for staff: warnings only. */
  readonly problems: readonly Problem[];
};

/** Reads every record and learns from it. Throws `Invalid` with all problems, each with file, line and remedy. */
export async function loadAssistant(options: {
  readonly folders?: Partial<Folders>;
  readonly dossiers: DossierSource;
  readonly now: () => number;
}): Promise<Assistant> {
  const folders = { ...OUR_FOLDERS, ...options.folders };
  const calendar = createCalendar(readCalendarFile(join(folders.procedures, "calendar.yaml")));
  const today = () => calendar.dayOf(options.now());
  const holder = await openKnowledge(() => loadKnowledge(folders.procedures, folders.intents, today()));
  const knowledge = holder.current();
  const understander = createUnderstander(knowledge, { readCodes: (text) => readDossierCodes(text, today()) });
  const responder = createResponder({
    knowledge: () => knowledge,
    understander: () => understander,
    dossiers: options.dossiers,
    calendar,
  });
  return { responder, calendar, knowledge, understander, problems: holder.problems() };
}
