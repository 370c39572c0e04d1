/** What a route answers: data, so that one place sends it and a test can look at it. */
import type { Html } from "../web/design/html.ts";
import type { MenuKey } from "./menu.ts";

export type Page = {
  readonly kind: "page";
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
  /** The entry of the menu where we are. */
  readonly at?: MenuKey;
};

/** 303. `say` is shown once on the next page; `token`: the session's cookie, null ends it. */
export type Go = {
  readonly kind: "go";
  readonly to: string;
  readonly say?: string;
  readonly token?: string | null;
};

export type Answer =
  | Page
  | Go
  /** A part of a page, for the script that asked. */
  | { readonly kind: "piece"; readonly html: Html }
  | { readonly kind: "file"; readonly name: string; readonly type: string; readonly body: string | Buffer };

export const page = (title: string, main: Html, more: Partial<Omit<Page, "kind">> = {}): Page => ({
  kind: "page",
  title,
  main,
  ...more,
});

export const go = (to: string, say?: string): Go => ({ kind: "go", to, ...(say ? { say } : {}) });
