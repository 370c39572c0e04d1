/** Knowledge, understanding and conversation joined: what the server, the `understand` command and tests talk with. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { calendarSchema, createCalendar, dayOf, readCalendarFile, type WorkingCalendar } from "../calendar/index.ts";
import { createResponder, type Responder, type ResponderParts } from "../conversation/index.ts";
import { type DossierDesk, type DossierSource, readDossierCodes } from "../dossiers/index.ts";
import {
  type DataFiles,
  fingerprint,
  type Knowledge,
  knowledgeFrom,
  NOTHING_PUBLISHED,
  openLastGood,
  type Problem,
  type Published,
  type Reading,
  readDataFiles,
} from "../knowledge/index.ts";
import { createLearntFiles } from "../storage/learnt-files.ts";
import { createUnderstanderGently, meaningsVersion, type Understander, wordsVersion } from "../understanding/index.ts";

export type Folders = { readonly procedures: string; readonly intents: string };

const atRoot = (folder: string) => fileURLToPath(new URL(`../../${folder}`, import.meta.url));
export const OUR_FOLDERS: Folders = { procedures: atRoot("procedures-data"), intents: atRoot("intents") };

/**
 * What was learnt from the data files. Replaced whole by a reload. While new words are learnt, the new records are
 * understood with the words of before; only where both mean the same things by the same ids.
 */
export type Learnt = {
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly calendar: WorkingCalendar;
  /** What the files say of each item that officers published, by `itemName`. */
  readonly seeds: ReadonlyMap<string, unknown>;
  /** Published items that no longer fit the files and are not used. */
  readonly setAside: readonly string[];
  /** Withdrawn records as they were, by `itemName`. */
  readonly originals: ReadonlyMap<string, unknown>;
};

/** How it would be, beside what is in use. */
export type Trial = {
  /** Null when it would be refused: `problems` say why. */
  readonly learnt: Learnt | null;
  readonly problems: readonly Problem[];
};

export type Assistant = {
  readonly responder: Responder;
  /** The newest that could be used. Ask for it anew for every message and every page. */
  current(): Learnt;
  /** What the files have to mend, for staff; with errors in it, the files are newer than what is in use. */
  problems(): readonly Problem[];
  /**
   * Reads files and published items again, answering meanwhile. True: the new records are in use. False: a file is broken
   * and the last good ones stay in use.
   */
  reload(): Promise<boolean>;
  /** Reads the files with these items over them; nothing in use changes. Learns only when words changed. */
  tryOut(published: Published): Promise<Trial>;
  /** The same without learning: what would be wrong with them. */
  check(published: Published): Promise<readonly Problem[]>;
  /** Answers from other records, for looking at what an edit would say. Looks no dossier up. */
  responderFor(learnt: Pick<Learnt, "knowledge" | "understander">): Responder;
};

const NO_DOSSIERS: DossierSource = { find: async () => ({ kind: "unknown-code" }) };

export type AssistantOptions = {
  readonly folders?: Partial<Folders>;
  readonly dossiers: DossierSource | DossierDesk;
  readonly now: () => number;
  readonly keeps?: ResponderParts["keeps"];
  /** What officers published; absent: the files alone. */
  readonly published?: () => Promise<Published>;
};

/** Reads every record and learns from it. Throws `Invalid` with all problems, each with file, line and remedy. */
export async function loadAssistant(options: AssistantOptions): Promise<Assistant> {
  const folders = { ...OUR_FOLDERS, ...options.folders };
  const published = options.published ?? (async () => NOTHING_PUBLISHED);
  const read = createReader(folders, () => dayOf(options.now()));
  const holder = await openLastGood<Learnt>(async (early) => read(await published(), early));
  const { current } = holder;
  const responderOver = (
    learnt: () => Pick<Learnt, "knowledge" | "understander" | "calendar">,
    dossiers: DossierSource | DossierDesk,
  ) =>
    createResponder({
      knowledge: () => learnt().knowledge,
      understander: () => learnt().understander,
      calendar: () => learnt().calendar,
      dossiers,
      ...(options.keeps ? { keeps: options.keeps } : {}),
    });
  return {
    responder: responderOver(current, options.dossiers),
    current,
    problems: holder.problems,
    reload: holder.reload,
    async tryOut(wanted) {
      const { value, problems } = await read({ ...wanted, strict: true });
      return { learnt: value, problems };
    },
    check: (wanted) => read.check({ ...wanted, strict: true }),
    responderFor: (learnt) => responderOver(() => ({ calendar: current().calendar, ...learnt }), NO_DOSSIERS),
  };
}

type Understood = { readonly words: string; readonly meanings: string; readonly understander: Understander };

type Reader = {
  /** `early`: what answers meanwhile, when only words are still to be learnt. */
  (published: Published, early?: (learnt: Learnt) => void): Promise<Reading<Learnt>>;
  check(published: Published): Promise<readonly Problem[]>;
};

/** Remembers the last understanding: an edit that changes no words needs no learning. */
function createReader(folders: Folders, today: () => string): Reader {
  const others = [{ name: CALENDAR, schema: calendarSchema }];
  const files = createLearntFiles(CACHE);
  let last: Understood | null = null;
  let read: { readonly mark: string; readonly files: DataFiles } | null = null;

  /** Parsing hundreds of files takes most of a reload: what officers publish needs none of it. */
  async function dataFiles(): Promise<DataFiles> {
    const mark = await fingerprint([folders.procedures, folders.intents]);
    if (read?.mark === mark) return read.files;
    const files = await readDataFiles(folders.procedures, folders.intents, others);
    read = { mark, files };
    return files;
  }

  async function understand(knowledge: Knowledge, isTrial: boolean): Promise<Understander> {
    const words = wordsVersion(knowledge);
    if (last?.words === words) return last.understander;
    const understander = await createUnderstanderGently(knowledge, {
      learnt: { recall: () => files.recall(words), keep: (_, learnt) => files.keep(words, learnt) },
      readCodes: (text) => readDossierCodes(text, today()),
    });
    // What was tried out is in the files when it is published, and need not be held until then.
    if (!isTrial) last = { words, meanings: meaningsVersion(knowledge), understander };
    return understander;
  }

  /** The newest files of which a knowledge could be made, and what lay over them. */
  let good: { readonly files: DataFiles; readonly published: string } | null = null;
  let broken: DataFiles | null = null;

  /**
   * A slip in a file must not hold up what officers publish or withdraw meanwhile: that goes over the last good files.
   * With nothing new of theirs the broken files simply change nothing.
   */
  async function make(published: Published) {
    const files = await dataFiles();
    const over = JSON.stringify(published);
    const from = (base: DataFiles) => knowledgeFrom(base, today(), "errors", published);
    if (published.strict) return from(files === broken && good ? good.files : files);
    const made = await from(files);
    if (made.knowledge !== null) {
      good = { files, published: over };
      return made;
    }
    broken = files;
    if (good === null || good.published === over) return made;
    good = { files: good.files, published: over };
    return { ...(await from(good.files)), problems: made.problems };
  }

  const readAll = async (published: Published, early?: (learnt: Learnt) => void): Promise<Reading<Learnt>> => {
    const { knowledge, problems, seeds, setAside, originals } = await make(published);
    if (knowledge === null) return { value: null, problems };
    const calendar = createCalendar(readCalendarFile(join(folders.procedures, CALENDAR)));
    const learnt = (understander: Understander): Learnt => {
      return { knowledge, understander, calendar, seeds, setAside, originals };
    };
    // A mended fee does not wait for new words to be learnt: who understood yesterday's words means the same things.
    if (last && last.meanings === meaningsVersion(knowledge)) early?.(learnt(last.understander));
    return { value: learnt(await understand(knowledge, published.strict === true)), problems };
  };
  return Object.assign(readAll, { check: async (published: Published) => (await make(published)).problems });
}

/** Beside what other tools keep; gone with `npm ci`. */
export const CACHE = fileURLToPath(new URL("../../node_modules/.cache/mot-cua", import.meta.url));
const CALENDAR = "calendar.yaml";
