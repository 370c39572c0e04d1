/** From the file of sources to one source that asks the right one. */
import { readFileSync } from "node:fs";
import { Invalid } from "../../errors.ts";
import type { Pseudonym } from "../phone-key.ts";
import { createHttpSource } from "./http-source.ts";
import { createRoutedSource, type RoutedParts, type RoutedSource } from "./routed-source.ts";
import { readSources } from "./settings.ts";

export type OpenSourcesParts = Omit<RoutedParts, "routes"> & {
  /** Null: the register alone answers. */
  readonly file: string | null;
  readonly secrets: Readonly<Record<string, string>>;
  readonly pseudonym: Pseudonym;
};

/** Throws `Invalid` when the file cannot be read or used: the program does not start with half of its sources. */
export function openSources({ file, secrets, pseudonym, ...parts }: OpenSourcesParts): RoutedSource {
  const settings = file === null ? [] : readSources(textOf(file), secrets);
  const routes = settings.map((one) => ({
    prefixes: one.prefixes,
    source: createHttpSource({ settings: one, secrets, pseudonym, now: parts.now }),
  }));
  return createRoutedSource({ ...parts, routes });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Invalid("dossiers.sources", `DOSSIER_SOURCES: the file ${file} cannot be read`, { cause });
  }
}
