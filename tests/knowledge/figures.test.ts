/**
 * Compares every record with the figures of the research it was copied from (`reference-figures.json`), both ways: no
 * figure may be lost, none may appear from nowhere. A deliberate correction is written into CORRECTIONS with its source.
 */
import { readFileSync } from "node:fs";
import type { Procedure } from "../../src/knowledge/index.ts";
import { loadKnowledge } from "../../src/knowledge/index.ts";

interface Reference {
  readonly code: string | null;
  readonly amounts: (number | null)[];
  readonly working_days: (number | null)[];
  readonly legal: string[];
  readonly counts: Record<"documents" | "forms" | "channels" | "steps" | "conditions" | "sources" | "aliases", number>;
  readonly confidence: string;
  readonly disputed: boolean;
  readonly figures: string[];
}

/** `"<id> amounts"`: what the record says on purpose instead of the reference, and the source that decided it. */
const CORRECTIONS: Record<string, { value: unknown; source: string }> = {
  "ket-hon-yeu-to-nuoc-ngoai working_days": {
    value: [null],
    source: "the reference's own doubt: say 5 đến 15 ngày, theo phiếu hẹn; the portal and the law differ",
  },
  "ho-tro-dich-benh-dong-vat working_days": {
    value: [null],
    source: "the term's text counts days (25 ngày), not working days",
  },
  "ban-sao-tu-so-goc aliases": { value: 3, source: "npm run check: the name belongs to ban-sao-van-bang" },
  "dang-ky-khai-tu aliases": { value: 5, source: "npm run check: the name belongs to ban-sao-trich-luc" },
  "dang-ky-lai-ket-hon aliases": { value: 3, source: "npm run check: the name belongs to ban-sao-trich-luc" },
  "so-bhxh-the-bhyt-cap-lai aliases": { value: 3, source: "the names of the health insurance card belong to bhyt" },
  "lien-thong-khai-tu aliases": { value: 5, source: "npm run check: the name belongs to mai_tang_phi" },
};

const url = new URL("../fixtures/reference-figures.json", import.meta.url);
const reference: Record<string, Reference> = JSON.parse(readFileSync(url, "utf8"));
const { knowledge } = await loadKnowledge("procedures-data", "intents");
const procedures = knowledge?.procedures ?? new Map<string, Procedure>();

const LEGAL = /\d+(?:\.\d+)?\/(?:\d{4}\/)?\p{Lu}[\p{Lu}\d-]*/gu;
const FIGURE = /\d+(?:[.,]\d+)*/g;
const unique = (found: readonly string[] | null) => [...new Set(found ?? [])].sort();

/** What a record says without what we added to it: dates of our own keeping, the arithmetic rule, ids, links. */
function figuresOf(procedure: Procedure): string[] {
  const {
    id,
    topic,
    fee_rule,
    sources,
    checked_on,
    review_by,
    main_basis,
    short_name,
    doubts,
    confused_with,
    ...rest
  } = procedure;
  const dates = new Set(["valid_from", "valid_to", "review_by"]);
  return unique(JSON.stringify(rest, (key, value) => (dates.has(key) ? undefined : value)).match(FIGURE));
}

test("the records are exactly those of the reference", () => {
  expect([...procedures.keys()].sort()).toEqual(Object.keys(reference).sort());
  expect(procedures.size).toBe(160);
});

describe.each(Object.keys(reference))("%s", (id) => {
  const said = procedures.get(id)!;
  const meant = reference[id]!;
  const expected = (what: string, value: unknown) => CORRECTIONS[`${id} ${what}`]?.value ?? value;

  test("keeps its code, every fee, every term and every legal number", () => {
    expect(said.code).toBe(expected("code", meant.code));
    expect(said.fees.map((fee) => fee.amount)).toEqual(expected("amounts", meant.amounts));
    expect(said.times.map((time) => time.working_days)).toEqual(expected("working_days", meant.working_days));
    const numbers = said.legal_basis.map(({ number, note }) => `${number} ; ${note ?? ""}`).join(" ; ");
    expect(unique(numbers.match(LEGAL))).toEqual(expected("legal", meant.legal));
  });

  test("loses nothing and makes no figure up", () => {
    const { documents, forms, channels, steps, sources, aliases, confidence, disputed } = said;
    const lists = { documents, forms, channels, steps, sources, aliases };
    const counts = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]));
    const { conditions, ...meantCounts } = meant.counts;
    expect(counts).toEqual({ ...meantCounts, aliases: expected("aliases", meant.counts.aliases) });
    // A researcher's note that citizens must hear has become a condition; none may go.
    expect(said.conditions.length).toBeGreaterThanOrEqual(conditions);
    expect([confidence, disputed !== null]).toEqual([meant.confidence, meant.disputed]);
    expect(figuresOf(said)).toEqual(expected("figures", meant.figures));
  });
});
