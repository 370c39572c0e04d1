/** From a one-stop system's JSON to a record of ours, by the paths of the settings. Whatever does not fit is no answer. */
import { readDay } from "../dates.ts";
import { type DossierRecord, STATUSES, type Status } from "../dossier.ts";
import { readMissing } from "../missing-papers.ts";
import { lastFourOf, type Pseudonym, phoneKeyOf } from "../phone-key.ts";
import { readStatus } from "../status-words.ts";
import type { SourceSettings } from "./settings.ts";

export type AnswerReading =
  | { readonly kind: "record"; readonly record: DossierRecord }
  | { readonly kind: "unknown-code" }
  /** Not what the settings describe: a page instead of JSON, another dossier, a status nobody told us of. */
  | { readonly kind: "unreadable"; readonly why: string };

/** `body`: parsed JSON. Only the dossier that was asked for is taken from it. */
export function readAnswer(
  body: unknown,
  code: string,
  { answer }: Pick<SourceSettings, "answer">,
  pseudonym: Pseudonym,
): AnswerReading {
  if (typeof body !== "object" || body === null) return unreadable("no JSON object");
  const { success, list, fields } = answer;
  if (success && at(body, success.path) !== success.equals) return unreadable("not marked as a success");
  const items = list === undefined ? [body] : at(body, list);
  if (!Array.isArray(items)) return unreadable("no list where one should be");
  if (items.length === 0) return { kind: "unknown-code" };
  const item = items.find(
    (each) =>
      String(first(each, fields.code) ?? "")
        .trim()
        .toUpperCase() === code,
  );
  // A list of others means that it searched by likeness and did not find ours; a single other one is a wrong answer.
  if (item === undefined) return list === undefined ? unreadable("another dossier") : { kind: "unknown-code" };
  const status = readStatus(first(item, fields.status), statusesOf(answer.statuses));
  if (status === null) return unreadable("a status that the settings do not name");
  return { kind: "record", record: { code, status, ...details(item, code, fields, pseudonym) } };
}

const unreadable = (why: string): AnswerReading => ({ kind: "unreadable", why });

function details(
  item: unknown,
  code: string,
  fields: SourceSettings["answer"]["fields"],
  pseudonym: Pseudonym,
): Partial<DossierRecord> {
  const text = (paths: readonly string[] | undefined) => textOf(first(item, paths));
  const day = (paths: readonly string[] | undefined) => readDay(first(item, paths));
  const told: Record<string, unknown> = {};
  if (fields.procedure_code) told.procedureCode = text(fields.procedure_code);
  if (fields.procedure_name) told.procedureName = text(fields.procedure_name);
  if (fields.unit) told.unit = text(fields.unit);
  if (fields.received_on) told.receivedOn = day(fields.received_on);
  if (fields.due_on) told.dueOn = day(fields.due_on);
  if (fields.finished_on) told.finishedOn = day(fields.finished_on);
  if (fields.missing) told.missing = readMissing(textsOf(first(item, fields.missing)));
  if (fields.fee_due) told.feeDue = moneyOf(first(item, fields.fee_due));
  if (fields.phone) {
    const lastFour = lastFourOf(String(first(item, fields.phone) ?? ""));
    told.phoneKey = lastFour && phoneKeyOf(pseudonym, code, lastFour);
  }
  return told;
}

const statusesOf = (names: Readonly<Record<string, number>>): Record<string, Status> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, n]) => STATUSES.filter((s) => s === n).map((s) => [name, s])),
  );

/** The first path that leads to something. */
function first(item: unknown, paths: readonly string[] | undefined): unknown {
  for (const path of paths ?? []) {
    const found = at(item, path);
    if (found !== undefined && found !== null && found !== "") return found;
  }
  return undefined;
}

function at(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const step of path.split(".")) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? String(value).trim().slice(0, 300) || null : null;

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === "string" ? [each] : []));

function moneyOf(value: unknown): number | null {
  const amount = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof amount === "number" && Number.isSafeInteger(amount) && amount > 0 ? amount : null;
}
