/** Reads the data folders into one immutable `Knowledge`, or says everything that is wrong with them at once. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { ambiguousSchema } from "./ambiguous.ts";
import { centreSchema } from "./centre.ts";
import { wordsToLookFor } from "./checks/never-say.ts";
import { faqSchema } from "./faq.ts";
import { fieldSchema } from "./field.ts";
import type { Knowledge } from "./knowledge.ts";
import { lifeEventSchema } from "./life-event.ts";
import type { Loaded } from "./loaded.ts";
import type { Finding, Problem } from "./problems.ts";
import { procedureSchema } from "./procedure.ts";
import { layOver, NOTHING_PUBLISHED, type Published } from "./published.ts";
import { bareName, type Report, readRecords, yamlFiles } from "./read-records.ts";
import { lineFinder } from "./read-yaml.ts";
import {
  circumstanceSchema,
  healthSchema,
  neverSaySchema,
  ocopSchema,
  tourismSchema,
  unitsSchema,
} from "./reference-files.ts";
import { shortCodeSchema } from "./short-code.ts";
import { intentSchema, topicSchema } from "./topic.ts";
import { uncoveredSchema } from "./uncovered.ts";
import { knowledgeVersion } from "./version.ts";
import { originalsOf, withdraw } from "./withdraw.ts";

export interface LoadResult {
  /** Null when any problem is an error: a half-read knowledge would answer wrongly without saying so. */
  readonly knowledge: Knowledge | null;
  readonly problems: readonly Problem[];
  /** What the files say of each published item that lies over one, by `itemName`. */
  readonly seeds: ReadonlyMap<string, unknown>;
  /** Published items that no longer fit and are not used, by `itemName`. */
  readonly setAside: readonly string[];
  /** Withdrawn records as they were, by `itemName`. */
  readonly originals: ReadonlyMap<string, unknown>;
}

/** A file of the data folder that another room reads and only asks to have checked along (`calendar.yaml`). */
export interface OtherFile {
  readonly name: string;
  readonly schema: z.ZodType;
}

/** The data files as read, before anything is checked against anything else. */
export interface DataFiles {
  readonly loaded: Loaded;
  readonly report: Report;
}

/**
 * Reads `procedures-data/` and `intents/`. Never throws for what stands in the files.
 *
 * @param dir the data folder. @param intentsDir the folder of intents.
 * @param others further files to check against their schema; what is wrong in them counts like everything else.
 */
export async function readDataFiles(
  dir: string,
  intentsDir: string,
  others: readonly OtherFile[] = [],
): Promise<DataFiles> {
  const report: Report = { findings: [], problems: [] };
  for (const { name, schema } of others) await readRecords([join(dir, name)], schema, "record", report);
  return { loaded: await readAll(dir, intentsDir, report), report };
}

/**
 * Lays what officers published over the files, checks all of it, and makes one knowledge of it.
 *
 * @param today the local day, `yyyy-mm-dd`; given, facts that ended and reviews that are due become warnings.
 * @param lines whose lines are looked up: finding them needs the slow reader, and a server only tells errors.
 */
export async function knowledgeFrom(
  files: DataFiles,
  today: string | null,
  lines: "all" | "errors",
  published: Published,
): Promise<LoadResult> {
  const { loaded, findings, seeds, setAside } = layOver(files.loaded, published, today);
  const problems = [...files.report.problems, ...(await withLines([...files.report.findings, ...findings], lines))];
  const centre = loaded.centre[0]?.value;
  if (!centre || problems.some((problem) => problem.level === "error"))
    return { knowledge: null, problems, seeds, setAside, originals: new Map() };
  const { withdrawals } = published;
  const originals = originalsOf(loaded, withdrawals);
  return { knowledge: assemble(withdraw(loaded, withdrawals), centre), problems, seeds, setAside, originals };
}

/** Both at once. */
export async function loadKnowledge(
  dir: string,
  intentsDir: string,
  today?: string,
  others: readonly OtherFile[] = [],
  lines: "all" | "errors" = "all",
  published: Published = NOTHING_PUBLISHED,
): Promise<LoadResult> {
  return knowledgeFrom(await readDataFiles(dir, intentsDir, others), today ?? null, lines, published);
}

async function readAll(dir: string, intentsDir: string, report: Report): Promise<Loaded> {
  const folder = async <S extends z.ZodType>(path: string, schema: S, shape: "record" | "list") =>
    readRecords(await yamlFiles(path, report), schema, shape, report);
  const file = <S extends z.ZodType>(name: string, schema: S, shape: "record" | "list") =>
    readRecords([join(dir, name)], schema, shape, report);
  const neverSay = await file("never-say.yaml", neverSaySchema, "list");
  const lookFor = wordsToLookFor(neverSay.map(({ value }) => value));
  if (lookFor) report.lookFor = lookFor;
  const records = {
    neverSay,
    procedures: await folder(join(dir, "thu-tuc"), procedureSchema, "record"),
    topics: await folder(join(dir, "chu-de"), topicSchema, "record"),
    intents: await folder(intentsDir, intentSchema, "record"),
    faqs: await folder(join(dir, "hoi-dap"), faqSchema, "list"),
    centre: await file("centre.yaml", centreSchema, "record"),
    circumstances: await file("circumstances.yaml", circumstanceSchema, "list"),
    lifeEvents: await file("life-events.yaml", lifeEventSchema, "list"),
    ambiguous: await file("ambiguous.yaml", ambiguousSchema, "list"),
    uncovered: await file("chua-co.yaml", uncoveredSchema, "list"),
    tourism: await file("local/du-lich.yaml", tourismSchema, "list"),
    ocop: await file("local/ocop.yaml", ocopSchema, "list"),
    health: await file("local/y-te.yaml", healthSchema, "list"),
    units: await file("don-vi.yaml", unitsSchema, "record"),
    fields: await file("linh-vuc.yaml", fieldSchema, "list"),
    shortCodes: await file("ma-ngan.yaml", shortCodeSchema, "list"),
  };
  return { ...records, leftOut: new Set([...report.problems, ...report.findings].map(({ file }) => bareName(file))) };
}

function assemble(loaded: Loaded, centre: Knowledge["centre"]): Knowledge {
  const values = <T>(records: readonly { value: T }[]) => records.map((record) => record.value);
  const byKey = <T>(records: readonly { value: T }[], key: (value: T) => string) =>
    new Map(records.map(({ value }) => [key(value), value]));
  const knowledge = {
    procedures: byKey(loaded.procedures, (procedure) => procedure.id),
    topics: byKey(loaded.topics, (topic) => topic.key),
    intents: byKey(loaded.intents, (intent) => intent.key),
    faqs: byKey(loaded.faqs, (faq) => faq.id),
    centre,
    circumstances: byKey(loaded.circumstances, (circumstance) => circumstance.key),
    lifeEvents: byKey(loaded.lifeEvents, (event) => event.key),
    ambiguous: byKey(loaded.ambiguous, (entry) => entry.key),
    uncovered: byKey(loaded.uncovered, (need) => need.key),
    neverSay: values(loaded.neverSay),
    local: { tourism: values(loaded.tourism), ocop: values(loaded.ocop), health: values(loaded.health) },
    fields: byKey(loaded.fields, (field) => field.name),
    shortCodes: byKey(loaded.shortCodes, (short) => short.code),
    ...(loaded.units[0] ? { units: loaded.units[0].value } : {}),
  };
  return Object.freeze({ version: knowledgeVersion(loaded), ...knowledge });
}

/** Looks the lines up, opening again only the files that something is wrong with. */
async function withLines(findings: readonly Finding[], lines: "all" | "errors"): Promise<Problem[]> {
  const finders = new Map<string, ReturnType<typeof lineFinder> | null>();
  for (const { file, level } of findings) {
    if (finders.has(file) || (level === "warning" && lines === "errors")) continue;
    const text = await readFile(file, "utf8").catch(() => null);
    finders.set(file, text === null ? null : lineFinder(text));
  }
  return findings.map(({ level, file, path, what, mend }) => {
    return { level, file, line: finders.get(file)?.(path) ?? null, field: path.join("."), what, mend };
  });
}
