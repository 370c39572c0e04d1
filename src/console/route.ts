/**
 * The two kinds of routes. A staff route cannot be made without naming the right that it asks for; the router lets nobody
 * near it without a session that has it. `tests/console/guard.test.ts` holds every route of the console to this.
 */
import type { Right } from "./access/roles.ts";
import type { Answer } from "./answer.ts";
import type { StaffVisit, Visit } from "./visit.ts";

type Method = "get" | "post";
type Told = Answer | Promise<Answer>;

export type StaffRoute = {
  readonly kind: "staff";
  readonly method: Method;
  readonly path: string;
  readonly right: Right;
  /** Takes a file: the form is read as multipart, and may be large. */
  readonly takesFile?: boolean;
  readonly run: (visit: StaffVisit) => Told;
};

/** For who is not signed in: the sign-in page and one-time links, nothing else. */
export type OpenRoute = {
  readonly kind: "open";
  readonly method: Method;
  readonly path: string;
  readonly run: (visit: Visit) => Told;
};

export type Route = StaffRoute | OpenRoute;

export const staff = (
  method: Method,
  path: string,
  right: Right,
  run: StaffRoute["run"],
  more: { takesFile?: boolean } = {},
): StaffRoute => ({ kind: "staff", method, path, right, run, ...more });

export const open = (method: Method, path: string, run: OpenRoute["run"]): OpenRoute => ({
  kind: "open",
  method,
  path,
  run,
});
