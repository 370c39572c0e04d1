/** What an answer about one procedure is asked with, and what it gives back. */
import type { Centre } from "../../../knowledge/centre.ts";
import type { Resolution } from "../../../knowledge/places/index.ts";
import type { Procedure } from "../../../knowledge/procedure.ts";
import type { CopyJob } from "../../../understanding/slots.ts";
import type { Aspect } from "../../../understanding/understanding.ts";
import type { Block } from "../../answer.ts";
import type { Said } from "../../checklist/selection.ts";

export type Asked = {
  readonly procedure: Procedure;
  /** The local day on which the facts must hold, `yyyy-mm-dd`. */
  readonly today: string;
  readonly centre: Centre;
  /** A continued list starts here; else 1. */
  readonly from: number;
  /** What is to be copied, for a fee by page and copy. */
  readonly jobs?: readonly CopyJob[];
  /** What the citizen said of their case ("trễ hạn"): facts for it are said first. */
  readonly said?: Said;
  /** The commune that the citizen told of. */
  readonly where?: Resolution | null;
  /** Facts that are for others only are left out: the citizen was asked. */
  readonly onlyTheirs?: boolean;
};

export type Told = {
  readonly blocks: readonly Block[];
  /** Paths inside the record: `fees.0`. */
  readonly facts: readonly string[];
  /** Legal bases tied to these facts; empty: the main basis of the record is printed. */
  readonly bases: readonly string[];
  /** Whether the thing asked was said as certain; else the citizen is sent to the desk and offered a person. */
  readonly certain: boolean;
  /** A doubt was said with it, so that the record's own mark need not repeat it. */
  readonly hedged?: boolean;
};

export type Tell = (asked: Asked) => Told;

/** The dash or number lists of an aspect can be continued by a button. */
export const morePayload = (procedure: Procedure, aspect: Aspect): string => `#TT:${procedure.id}:${aspect}:`;

/** The desk, in the words of the place where this procedure is handed in. */
export function askDesk(procedure: Procedure): string {
  return `Anh/chị hỏi ${otherDesk(procedure) ?? "quầy tiếp nhận"} trước khi đi.`;
}

/** Who is asked instead of the one-stop desk; null where it is that desk. */
export const otherDesk = (procedure: Procedure): string | null =>
  DESKS.find(([who]) => who.test(procedure.authority))?.[1] ?? null;

/** Where the desk is not the one-stop desk; what the authority begins with counts. */
const DESKS: readonly (readonly [RegExp, string])[] = [
  [/^trường/i, "trường"],
  [/^(bảo hiểm xã hội|bhxh)/i, "cơ quan bảo hiểm xã hội"],
  [/^thuế/i, "cơ quan thuế"],
  [/công an/i, "công an nơi nộp hồ sơ"],
];
