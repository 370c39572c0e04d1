/** The document around a page: language, width, styles; no script anywhere, so that a strict policy can hold. */
import type { RequestHandler } from "express";
import { designAssets } from "./assets.ts";
import { type Html, html } from "./html.ts";

export type Document = {
  readonly title: string;
  /** Further style sheets, after the design system's. */
  readonly styles?: readonly string[];
  /** Not for search engines: answers to a search, printed sheets. */
  readonly noIndex?: boolean;
  readonly bodyClass?: string;
  /** Further tags of the head. */
  readonly head?: Html;
  readonly body: Html;
};

export function renderDocument({ title, styles = [], noIndex, bodyClass, head, body }: Document): string {
  const sheets = [designAssets.href("design.css"), ...styles];
  return html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><meta name="color-scheme" content="light dark">${noIndex && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${designAssets.href("icon.svg")}" type="image/svg+xml">
${head}${sheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}</head>
<body${bodyClass && html` class="${bodyClass}"`}>${body}</body></html>
`.text;
}

/** Only our own style sheets, typeface and pictures, no script, no frame, forms to ourselves. */
export const strictPolicy: RequestHandler = (_request, response, next) => {
  response.set(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  next();
};
