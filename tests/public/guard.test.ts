/**
 * The first promise on pages, over every record and on the days when facts end: every number stands in the record, and
 * no doubtful or ended figure is stated. The same guard as the chat's (tests/conversation/guard.test.ts).
 */

import { plainWords } from "../../src/conversation/plain-words.ts";
import { sayMoney, shortCodeOf } from "../../src/knowledge/index.ts";
import type { Procedure } from "../../src/knowledge/procedure.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";
import { type LightSite, startLightSite } from "./light-site.ts";

const DAYS = ["2026-11-25", "2026-12-31", "2027-01-01", "2027-02-28", "2027-03-01"];
const procedures = [...realKnowledge.procedures.values()];

let today = DAYS[0]!;
let site: LightSite;
beforeAll(async () => {
  site = await startLightSite({
    knowledge: () => realKnowledge,
    today: () => today,
    publicUrl: "https://motcua.example.vn",
    oaId: "3886132808788600001",
  });
});
afterAll(() => site.close());

/** "35.000" and 35000 are one number; "1.001193" and "116/2026" stay what they are. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d+(?:\.\d+)*/g) ?? []).map((number) =>
    /^\d{1,3}(\.\d{3})+$/.test(number) ? number.replaceAll(".", "") : number,
  );

const STAFF_ONLY = new Set(["staff_note", "disputed", "sources", "review_by", "notes", "aliases"]);

/** What a page about this record may say a number from: its own published words, and the names of its look-alikes. */
function sources(procedure: Procedure): string {
  const own = JSON.stringify(procedure, (key, value: unknown) => (STAFF_ONLY.has(key) ? undefined : value));
  const topic = realKnowledge.topics.get(procedure.topic);
  const siblings = [...(topic?.procedures ?? []), ...(procedure.confused_with ?? [])];
  const names = siblings.map((id) => realKnowledge.procedures.get(id)?.short_name);
  const dates = [...own.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)].map(([, year, month, day]) => `${day}/${month}/${year}`);
  const rule = procedure.fee_rule ? String(procedure.fee_rule.first_pages + 1) : "";
  const labels = topic?.choices?.map(({ label }) => label) ?? [];
  return [own, ...names, ...labels, ...dates, rule, shortCodeOf(procedure.id, realKnowledge)].join(" ");
}

/** Counts and words of our own. */
const withoutOurs = (text: string) =>
  text
    .replace(/(Giấy tờ|Lệ phí|Thời gian) (\d+ loại[^L]*|Tuỳ trường hợp \(\d+ mức\))/g, " ")
    .replace(/In ngày [\d/]+\./, " ")
    .replace(/Ctrl \+ P, khổ A4|Bản in dán tường \(A4\)/g, " ");

const isOver = (fact: { valid_from?: string | undefined; valid_to?: string | undefined }) =>
  (fact.valid_to !== undefined && fact.valid_to < today) || (fact.valid_from !== undefined && fact.valid_from > today);

const isDoubted = ({ doubts }: Procedure, index: number) =>
  doubts.some(
    ({ touches, entries, still_said }) =>
      touches.includes("fee") &&
      !still_said &&
      (!entries?.some((each) => each.startsWith("fees.")) || entries.includes(`fees.${index}`)),
  );

describe.each(DAYS)("on %s", (day) => {
  beforeAll(() => {
    today = day;
  });

  test("every number of every page and sheet stands in its record", async () => {
    const wrong: string[] = [];
    for (const procedure of procedures) {
      const known = new Set(numbersIn(sources(procedure)));
      for (const path of [`/thu-tuc/${procedure.id}`, `/thu-tuc/${procedure.id}/in`]) {
        const { text } = await site.visit(path);
        const strangers = numbersIn(withoutOurs(text)).filter((number) => !known.has(number));
        if (strangers.length > 0) wrong.push(`${path}: ${strangers.join(", ")}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test("no fee stands there that is in doubt, over or not yet come; nothing that is never said", async () => {
    for (const procedure of procedures) {
      const text = (await site.visit(`/thu-tuc/${procedure.id}`)).text;
      const allowed = procedure.fees
        .filter((fee, index) => !isOver(fee) && !isDoubted(procedure, index))
        .map(({ amount, note }) => `${amount === null ? "" : sayMoney(amount)} ${note}`)
        .join(" ");
      const others = [...procedure.documents, ...procedure.steps, ...procedure.conditions].map((each) =>
        JSON.stringify(each),
      );
      for (const [index, fee] of procedure.fees.entries()) {
        if (!fee.amount || !(isOver(fee) || isDoubted(procedure, index))) continue;
        const said = sayMoney(fee.amount);
        if (!`${allowed} ${others.join(" ")}`.includes(said)) expect(text).not.toContain(said);
      }
      const plain = plainWords(text);
      for (const { say_not } of realKnowledge.neverSay ?? []) expect(plain).not.toContain(plainWords(say_not));
    }
  }, 60_000);
});
