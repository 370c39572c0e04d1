/** Asks the system that answers for a code's agency; without one, the register. Its last answer is kept there as well. */
import { Unavailable } from "../../errors.ts";
import type { DossierLookup, DossierRegister, DossierSource } from "../dossier.ts";
import type { HttpSource } from "./http-source.ts";

export type Route = { readonly prefixes: readonly string[]; readonly source: HttpSource };

export type RoutedParts = {
  readonly register: DossierRegister;
  readonly routes: readonly Route[];
  readonly now: () => number;
  /** For the operator: which source, what came of it. No code. */
  readonly count: (source: string, outcome: string) => void;
  /** "No such dossier" is never said sooner than this, where there are systems to ask. */
  readonly unknownAfterMs?: number;
};

/** As long as a system usually takes to answer. */
const UNKNOWN_AFTER_MS = 1_000;

export type RoutedSource = DossierSource & {
  /** Whether a system, and not the register alone, is asked for this code. */
  isAsked(code: string): boolean;
  /** Ends when a system usually has answered; at once where there is none to ask. */
  patience(): Promise<void>;
};

export function createRoutedSource(parts: RoutedParts): RoutedSource {
  const { register, routes, now, count, unknownAfterMs = UNKNOWN_AFTER_MS } = parts;
  async function fromSystem(source: HttpSource, code: string): Promise<DossierLookup> {
    const outcome = await source.ask(code);
    count(source.name, outcome.kind === "unavailable" ? outcome.why : outcome.kind);
    switch (outcome.kind) {
      case "record":
        await register.put([outcome.record], now());
        return register.find(code);
      case "unknown-code":
        return { kind: "unknown-code" };
      case "unavailable": {
        const kept = await register.find(code);
        return kept.kind === "found" ? { ...kept, freshness: "last-known" } : { kind: "unavailable" };
      }
    }
  }
  async function find(code: string): Promise<DossierLookup> {
    const source = sourceFor(code, routes);
    try {
      return source ? await fromSystem(source, code) : await register.find(code);
    } catch (error) {
      if (error instanceof Unavailable) return { kind: "unavailable" };
      throw error;
    }
  }
  const patience = async () => {
    if (routes.length > 0) await new Promise((resolve) => setTimeout(resolve, unknownAfterMs));
  };
  return {
    patience,
    isAsked: (code) => sourceFor(code, routes) !== null,
    async find(code) {
      // A system of elsewhere takes its time to say no, the register takes none: the wait must not tell which was asked.
      const waited = patience();
      const lookup = await find(code);
      if (lookup.kind === "unknown-code") await waited;
      return lookup;
    },
  };
}

/** The source whose prefix fits best: `H12.34` before `H12`. Levels are whole: `H12.3` does not answer for `H12.34`. */
export function sourceFor(code: string, routes: readonly Route[]): HttpSource | null {
  const agency = code.split("-")[0] ?? "";
  // An old code ends its agency with the province: `000.00.19.H12` belongs to H12 as well.
  const names = [agency, agency.replace(/^\d{3}\.\d{2}\.\d{2}\./, "")];
  const fitting = routes.flatMap(({ prefixes, source }) =>
    prefixes
      .filter((prefix) => names.some((name) => name === prefix || name.startsWith(`${prefix}.`)))
      .map((prefix) => ({ prefix, source })),
  );
  return fitting.sort((a, b) => b.prefix.length - a.prefix.length)[0]?.source ?? null;
}
