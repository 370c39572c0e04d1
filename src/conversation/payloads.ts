/**
 * What our buttons say back. It comes as the citizen's text and anyone can type it, so it is read strictly:
 * whatever does not fit the grammar, or names a record that is not there, is ordinary text.
 */
import { isCanonicalCode } from "../dossiers/index.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { placesOf, resolveRef } from "../knowledge/places/index.ts";
import { ASPECTS, type Aspect } from "../understanding/understanding.ts";
import { type Answers, readAnswers } from "./checklist/answers-code.ts";
import { GROUPS, type Group, tellable } from "./local/entries.ts";

export type Payload =
  /** An aspect of a procedure, from list item `from` on. */
  | { readonly kind: "procedure"; readonly id: string; readonly aspect: Aspect; readonly from: number }
  | { readonly kind: "topic"; readonly key: string; readonly aspect: Aspect | null }
  | { readonly kind: "faq"; readonly id: string }
  /** A checked place, product or place of care. */
  | { readonly kind: "local"; readonly id: string }
  /** The list of a group of these, from entry `from` on. */
  | { readonly kind: "locals"; readonly group: Group; readonly from: number }
  /** A commune, old ("c32042") or of today ("m32042"), alone or to answer where a procedure is handed in. */
  | { readonly kind: "place"; readonly ref: string; readonly procedure: string | null }
  /** The papers of one's own case: the answers so far, as `checklist/answers-code.ts` writes them. */
  | {
      readonly kind: "checklist";
      readonly id: string;
      readonly answers: Answers;
      readonly code: string;
      readonly from: number;
    }
  | { readonly kind: "dossier" }
  | { readonly kind: "dossier-yes" }
  | { readonly kind: "dossier-fix" }
  | { readonly kind: DossierAction; readonly code: string }
  | { readonly kind: "dossier-follows" }
  | { readonly kind: "consent"; readonly agreed: boolean }
  /** `score` null: they want to give one. */
  | { readonly kind: "rate"; readonly score: 1 | 2 | 3 | 4 | 5 | null }
  | { readonly kind: "staff" }
  | { readonly kind: "help" }
  | { readonly kind: "hours" }
  | { readonly kind: "privacy" }
  | { readonly kind: "erase" };

type DossierAction = "dossier-follow" | "dossier-unfollow" | "dossier-share" | "dossier-unshare";
const DOSSIER_ACTIONS: Readonly<Record<string, DossierAction>> = {
  bao: "dossier-follow",
  thoi: "dossier-unfollow",
  cs: "dossier-share",
  tcs: "dossier-unshare",
};

const FIXED: Readonly<Record<string, Payload>> = {
  "#HS": { kind: "dossier" },
  "#HS:dung": { kind: "dossier-yes" },
  "#HS:sua": { kind: "dossier-fix" },
  "#HS:ds": { kind: "dossier-follows" },
  "#DY": { kind: "consent", agreed: true },
  "#DY:khong": { kind: "consent", agreed: false },
  "#DG": { kind: "rate", score: null },
  "#DG:1": { kind: "rate", score: 1 },
  "#DG:2": { kind: "rate", score: 2 },
  "#DG:3": { kind: "rate", score: 3 },
  "#DG:4": { kind: "rate", score: 4 },
  "#DG:5": { kind: "rate", score: 5 },
  "#CB": { kind: "staff" },
  "#HOI": { kind: "help" },
  "#GIO": { kind: "hours" },
  "#QRT": { kind: "privacy" },
  "#XDL": { kind: "erase" },
};

const PROCEDURE = /^#TT:([a-z0-9]+(?:-[a-z0-9]+)*)(?::([a-z]+))?(?::([1-9]\d?))?$/;
const TOPIC = /^#CD:([a-z0-9_]+)(?::([a-z]+))?$/;
const CHECKLIST = /^#GT:([a-z0-9]+(?:-[a-z0-9]+)*)(?::([a-z0-9.+-]*))?(?::([1-9]\d?))?$/;
const PLACE = /^#DC:([mc]x?\d{1,5})(?::([a-z0-9]+(?:-[a-z0-9]+)*))?$/;
const FAQ = /^#HD:([a-z0-9_]+)$/;
const LOCAL = /^#DP:([a-z0-9-]+)$/;
const LOCALS = /^#DP:([a-z-]+):([1-9]\d?)$/;

export const payloads = {
  procedure: (id: string, aspect: Aspect) => `#TT:${id}:${aspect}`,
  topic: (key: string, aspect: Aspect | null) => (aspect ? `#CD:${key}:${aspect}` : `#CD:${key}`),
  checklist: (id: string, code: string) => `#GT:${id}:${code}`,
  place: (ref: string, procedure: string | null) => (procedure ? `#DC:${ref}:${procedure}` : `#DC:${ref}`),
  faq: (id: string) => `#HD:${id}`,
  local: (id: string) => `#DP:${id}`,
  locals: (group: Group, from: number) => `#DP:${group}:${from}`,
  dossier: "#HS",
  yes: "#HS:dung",
  fix: "#HS:sua",
  follows: "#HS:ds",
  follow: (code: string) => `#HS:bao:${code}`,
  unfollow: (code: string) => `#HS:thoi:${code}`,
  share: (code: string) => `#HS:cs:${code}`,
  unshare: (code: string) => `#HS:tcs:${code}`,
  agree: "#DY",
  disagree: "#DY:khong",
  askRating: "#DG",
  rate: (score: number) => `#DG:${score}`,
  staff: "#CB",
  help: "#HOI",
  hours: "#GIO",
  privacy: "#QRT",
  erase: "#XDL",
} as const;

/** The payload that a text is, or null when it is ordinary text. */
export function readPayload(text: string, knowledge: Knowledge): Payload | null {
  const said = text.trim();
  const fixed = Object.hasOwn(FIXED, said) ? FIXED[said] : undefined;
  if (fixed) return fixed;
  return (
    readDossierAction(said) ??
    readProcedure(said, knowledge) ??
    readTopic(said, knowledge) ??
    readFaq(said, knowledge) ??
    readChecklist(said, knowledge) ??
    readPlace(said, knowledge) ??
    readLocal(said, knowledge)
  );
}

function readDossierAction(said: string): Payload | null {
  const [, action = "", code = ""] = /^#HS:([a-z]+):(.+)$/.exec(said) ?? [];
  return Object.hasOwn(DOSSIER_ACTIONS, action) && isCanonicalCode(code)
    ? { kind: DOSSIER_ACTIONS[action]!, code }
    : null;
}

function readProcedure(said: string, knowledge: Knowledge): Payload | null {
  const match = PROCEDURE.exec(said);
  if (!match?.[1] || !knowledge.procedures.has(match[1])) return null;
  const aspect = readAspect(match[2] ?? "overview");
  return aspect && { kind: "procedure", id: match[1], aspect, from: Number(match[3] ?? 1) };
}

function readTopic(said: string, knowledge: Knowledge): Payload | null {
  const match = TOPIC.exec(said);
  if (!match?.[1] || !knowledge.topics.has(match[1])) return null;
  if (match[2] === undefined) return { kind: "topic", key: match[1], aspect: null };
  const aspect = readAspect(match[2]);
  return aspect && { kind: "topic", key: match[1], aspect };
}

function readFaq(said: string, knowledge: Knowledge): Payload | null {
  const match = FAQ.exec(said);
  return match?.[1] && knowledge.faqs.has(match[1]) ? { kind: "faq", id: match[1] } : null;
}

function readChecklist(said: string, knowledge: Knowledge): Payload | null {
  const [, id, code = "", from = "1"] = CHECKLIST.exec(said) ?? [];
  if (!id || !knowledge.procedures.has(id)) return null;
  const answers = readAnswers(code, knowledge);
  return answers && { kind: "checklist", id, answers, code, from: Number(from) };
}

function readPlace(said: string, knowledge: Knowledge): Payload | null {
  const [, ref, procedure = null] = PLACE.exec(said) ?? [];
  if (!ref || !knowledge.units || !resolveRef(ref, placesOf(knowledge.units))) return null;
  return procedure !== null && !knowledge.procedures.has(procedure) ? null : { kind: "place", ref, procedure };
}

function readLocal(said: string, knowledge: Knowledge): Payload | null {
  const [, id] = LOCAL.exec(said) ?? [];
  if (id) return tellable(knowledge).some(({ value }) => value.id === id) ? { kind: "local", id } : null;
  const [, name, from = "1"] = LOCALS.exec(said) ?? [];
  const group = GROUPS.find((each) => each === name);
  return group && knowledge.local ? { kind: "locals", group, from: Number(from) } : null;
}

function readAspect(word: string): Aspect | null {
  return ASPECTS.find((aspect) => aspect === word) ?? null;
}
