/** An answer before it is cut to a message: what is said in blocks, so that shortening never cuts a figure in two. */
import type { Button } from "../channel/message.ts";
import type { Decision, Effect } from "./respond.ts";
import type { State } from "./state.ts";

export type Block =
  | { readonly kind: "line"; readonly text: string }
  | {
      readonly kind: "list";
      readonly items: readonly string[];
      /** Papers and steps are numbered, cases have a dash. */
      readonly numbered: boolean;
      /** The number of the first item: 1, or further on when a list is continued. */
      readonly start: number;
      /** What the items are, for "còn 4 giấy tờ khác". */
      readonly noun: string;
      /** Payload that shows the list from item N on: `#TT:<id>:documents:`, N is appended. Null: nothing more to press. */
      readonly more: string | null;
    };

export type Answer = {
  readonly decision: Decision;
  readonly blocks: readonly Block[];
  /** Most useful first; more than five are dropped from the end. */
  readonly buttons: readonly Button[];
  readonly records: readonly string[];
  readonly facts: readonly string[];
  /** What the next turn must know. Pending questions that are not set here are forgotten. */
  readonly remember?: Partial<
    Pick<
      State,
      "topic" | "procedure" | "aspect" | "said" | "unit" | "pending" | "proven" | "shown" | "ratedOn" | "wordsForStaff"
    >
  >;
  readonly effects?: readonly Effect[];
  /** We could not tell what was meant: at most once in a row, then an answer or the desk. */
  readonly askedBack?: boolean;
  /** The citizen called the answer before it wrong: that answer's question is shown to officers. */
  readonly disputes?: true;
  /** Nothing may be added to it, not even the notice: an emergency. */
  readonly alone?: boolean;
};

export const line = (text: string): Block => ({ kind: "line", text });

export function list(
  items: readonly string[],
  options: { numbered?: boolean; noun?: string; more?: string; from?: number } = {},
): Block {
  const from = options.from ?? 1;
  return {
    kind: "list",
    items: items.slice(from - 1),
    numbered: options.numbered ?? false,
    start: from,
    noun: options.noun ?? "mục",
    more: options.more ?? null,
  };
}

/** A plain answer of a few lines, made from no record. */
export function say(
  decision: Decision,
  lines: readonly string[],
  buttons: readonly Button[],
  rest: Partial<Answer> = {},
): Answer {
  return { decision, blocks: lines.map(line), buttons, records: [], facts: [], ...rest };
}
