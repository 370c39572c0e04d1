/** One visit to a public page: what it may look at, what its address names, and the ends it can come to. */
import type { Request, Response } from "express";
import type { Knowledge, Procedure } from "../knowledge/index.ts";
import type { Understander } from "../understanding/index.ts";
import { chatUrlOf } from "./pages/carry.ts";
import { notFoundPage } from "./pages/plain.ts";
import { searchPage } from "./pages/search-results.ts";
import type { SheetCodes } from "./pages/sheet-parts.ts";
import { type PublicAddress, publicAddress } from "./public-address.ts";
import { LONGEST_QUERY, meantBy, search } from "./search.ts";
import { type Sheet, sheetQuery } from "./versions/sheet.ts";
import type { VersionStore } from "./versions/version-store.ts";

type Learnt = { readonly knowledge: Knowledge; readonly understander: Understander };

export type PublicOptions = {
  /** Asked anew for every page; null until the knowledge is loaded. */
  readonly learnt: () => Learnt | null;
  /** The local day, `yyyy-mm-dd`. */
  readonly today: () => string;
  /** PUBLIC_URL; null: the centre's website, or the address of this machine. */
  readonly publicUrl: string | null;
  /** The Official Account's id; null: the centre's, or no code to open the chat. */
  readonly oaId: string | null;
  readonly versions: VersionStore;
};

export type Visit = Learnt & { readonly today: string; readonly request: Request; readonly response: Response };

export const one = (request: Request, name: string): string => String(request.params[name] ?? "");

export function queryOf({ query }: Request): string {
  return typeof query.q === "string" ? query.q.slice(0, LONGEST_QUERY).trim() : "";
}

/** By today's id, or by one it had before. */
export function recordOf({ knowledge, request }: Visit): Procedure | null {
  const id = one(request, "id");
  const now = knowledge.procedures.get(id);
  return now ?? [...knowledge.procedures.values()].find(({ former_ids }) => former_ids?.includes(id)) ?? null;
}

/** A printed code of something renamed: led on for good, with what the sheet carries. */
export function moved({ request, response }: Visit, path: string): string {
  const query = request.originalUrl.split("?")[1];
  response.redirect(308, query === undefined ? path : `${path}?${query}`);
  return "";
}

export function found({ request, response, knowledge, understander }: Visit): string {
  const query = queryOf(request);
  // What was asked is the visitor's own business: no cache keeps it.
  response.set("Cache-Control", "no-store");
  return searchPage(query, search(query, knowledge, understander), knowledge);
}

export function notFound({ response, knowledge, understander }: Visit, address: string): string {
  response.status(404);
  const words = address.slice(0, LONGEST_QUERY).replace(/[^\p{L}\p{N}]+/gu, " ");
  return notFoundPage(knowledge, meantBy(words, knowledge, understander));
}

export const oaOf = ({ centre }: Knowledge, { oaId }: PublicOptions): string | null => oaId ?? centre.oa_id;

export function addressOf({ knowledge, request }: Visit, { publicUrl }: PublicOptions): PublicAddress | null {
  const website = knowledge.centre.website;
  const confirmed = website === null || /^https?:\/\//.test(website) ? website : `https://${website}`;
  return publicAddress(publicUrl ?? confirmed, request);
}

/** The codes of a sheet printed today. */
export function codesFor(visit: Visit, options: PublicOptions, path: string, sheet: Sheet): SheetCodes {
  const address = addressOf(visit, options);
  return {
    pageUrl: address && `${address.origin}${path}?${sheetQuery(sheet)}`,
    onlyHere: address?.onlyHere ?? false,
    chatUrl: chatUrlOf(oaOf(visit.knowledge, options)),
  };
}
