/** Knowledge, understanding and conversation joined: what the server, the `understand` command and tests talk with. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { calendarSchema, createCalendar, dayOf, readCalendarFile, type WorkingCalendar } from "./calendar/index.ts";
import { createResponder, type Responder, type ResponderParts } from "./conversation/index.ts";
import { type DossierDesk, type DossierSource, readDossierCodes } from "./dossiers/index.ts";
import { type Knowledge, loadKnowledge, openLastGood, type Problem, type Reading } from "./knowledge/index.ts";
import { createLearntFiles } from "./storage/learnt-files.ts";
import { createUnderstanderGently, type Understander } from "./understanding/index.ts";

export type Folders = { readonly procedures: string; readonly intents: string };

const atRoot = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url));
export const OUR_FOLDERS: Folders = { procedures: atRoot("procedures-data"), intents: atRoot("intents") };

/** What was learnt from the data files. Replaced whole by a reload: nobody sees new records with old understanding. */
export type Learnt = {
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly calendar: WorkingCalendar;
};

export type Assistant = {
  readonly responder: Responder;
  /** The newest that could be used. Ask for it anew for every message and every page. */
  current(): Learnt;
  /** What the files have to mend, for staff; with errors in it, the files are newer than what is in use. */
  problems(): readonly Problem[];
  /**
   * Reads the files again, answering meanwhile. True: the new records are in use. False: a file is broken and the last
   * good ones stay in use.
   */
  reload(): Promise<boolean>;
};

/** Reads every record and learns from it. Throws `Invalid` with all problems, each with file, line and remedy. */
export async function loadAssistant(options: {
  readonly folders?: Partial<Folders>;
  readonly dossiers: DossierSource | DossierDesk;
  readonly now: () => number;
  readonly keeps?: ResponderParts["keeps"];
}): Promise<Assistant> {
  const folders = { ...OUR_FOLDERS, ...options.folders };
  const holder = await openLastGood(() => learn(folders, () => dayOf(options.now())));
  const { current } = holder;
  const responder = createResponder({
    knowledge: () => current().knowledge,
    understander: () => current().understander,
    calendar: () => current().calendar,
    dossiers: options.dossiers,
    ...(options.keeps ? { keeps: options.keeps } : {}),
  });
  return { responder, current, problems: holder.problems, reload: holder.reload };
}

async function learn(folders: Folders, today: () => string): Promise<Reading<Learnt>> {
  const others = [{ name: CALENDAR, schema: calendarSchema }];
  const { knowledge, problems } = await loadKnowledge(folders.procedures, folders.intents, today(), others, "errors");
  if (knowledge === null) return { value: null, problems };
  const calendar = createCalendar(readCalendarFile(join(folders.procedures, CALENDAR)));
  const understander = await createUnderstanderGently(knowledge, {
    learnt: createLearntFiles(CACHE),
    readCodes: (text) => readDossierCodes(text, today()),
  });
  return { value: { knowledge, understander, calendar }, problems };
}

/** Beside what other tools keep; gone with `npm ci`. */
export const CACHE = fileURLToPath(new URL("../node_modules/.cache/mot-cua", import.meta.url));
const CALENDAR = "calendar.yaml";
