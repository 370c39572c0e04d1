/**
 * The first promise, proved over every record: nothing is said that does not stand in it. Every number of every answer
 * is looked for in the record it names; staff's own remarks do not count as a source.
 */
import { LIMITS } from "../../src/channel/message.ts";
import type { Turn } from "../../src/conversation/index.ts";
import { readPayload } from "../../src/conversation/payloads.ts";
import { plainWords } from "../../src/conversation/plain-words.ts";
import { money, spellOut } from "../../src/conversation/wording.ts";
import type { Procedure } from "../../src/knowledge/procedure.ts";
import { ASPECTS } from "../../src/understanding/understanding.ts";
import { saysOf, talk, textOf } from "./builders.ts";
import { realKnowledge } from "./real-knowledge.ts";

const DAYS = ["2026-11-24", "2026-12-31", "2027-01-01", "2027-02-28", "2027-03-01"];
const at = (day: string) => Date.parse(`${day}T09:00:00+07:00`);
const procedures = [...realKnowledge.procedures.values()];

/** "35.000" and 35000 are one number; "1.001193" and "116/2026" stay what they are. */
function numbersIn(text: string): string[] {
  return (text.match(/\d+(?:\.\d+)*/g) ?? []).map((number) =>
    /^\d{1,3}(\.\d{3})+$/.test(number) ? number.replaceAll(".", "") : number,
  );
}

const STAFF_ONLY = new Set(["staff_note", "disputed", "local_unknown", "sources", "doubts", "review_by"]);
const written = (record: unknown) =>
  JSON.stringify(record, (key, value) => (STAFF_ONLY.has(key) ? undefined : (value as unknown)));
const said = (record: { doubts?: readonly { say: string | null }[]; say_doubt?: string | null | undefined }) =>
  JSON.stringify([record.doubts?.map(({ say }) => say), record.say_doubt]);

/** Numbers of our own: the places in a list, and how many items are left. */
const withoutCounts = (text: string) => text.replace(/^\d+\. /gm, "").replace(/\(còn \d+ [^)]* khác\)/g, "");

function strangers(turn: Turn, sources: string): string[] {
  const known = new Set(numbersIn(sources));
  return numbersIn(withoutCounts(textOf(turn))).filter((number) => !known.has(number));
}

function expectWellMade(turn: Turn) {
  const text = textOf(turn);
  expect([...text].length).toBeLessThanOrEqual(LIMITS.text);
  expect(text).not.toMatch(/\bnull\b|undefined|NaN|HỎI CÀ MAU|DVCQG|\*\*|^#|(?<!\.)\.\.(?!\.)| {2}|\.;|,\./m);
  const [reply] = turn.replies;
  expect(reply!.buttons.length).toBeGreaterThan(0);
  expect(reply!.buttons.length).toBeLessThanOrEqual(LIMITS.buttons);
  for (const { title } of reply!.buttons) expect([...title].length).toBeLessThanOrEqual(LIMITS.comfortableTitle);
  for (const payload of saysOf(turn)) {
    expect(readPayload(payload, realKnowledge)).not.toBeNull();
    expect(payload.length).toBeLessThanOrEqual(LIMITS.payload);
  }
  const plain = plainWords(text);
  for (const { say_not } of realKnowledge.neverSay!) expect(plain).not.toContain(plainWords(say_not));
}

/** The tone on the first vowel: "xóa", "hòa", "khỏe", "thủy"; "quý" is no such word. */
const OTHER_SPELLING = /(?<!\p{L})\p{L}*(?:[óòỏõọÓÒỎ][ae]|(?<!q)[úùủũụÚÙỦŨỤ]y)(?!\p{L})/iu;

test("there are records to guard", () => {
  expect(procedures.length).toBeGreaterThanOrEqual(12);
});

describe.each(DAYS)("on %s", (day) => {
  test("every number of every answer about a procedure stands in its record", async () => {
    const wrong: string[] = [];
    for (const procedure of procedures) {
      for (const aspect of ASPECTS) {
        const turn = await talk({ knowledge: realKnowledge, now: at(day) }).says(`#TT:${procedure.id}:${aspect}`);
        expectWellMade(turn);
        const rule = procedure.fee_rule ? String(procedure.fee_rule.first_pages + 1) : "";
        const numbers = strangers(turn, written(procedure) + said(procedure) + rule);
        if (numbers.length > 0) wrong.push(`${procedure.id}:${aspect}: ${numbers.join(", ")}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("every checklist, whatever is answered, says what stands in its record and keeps every paper in sight", async () => {
    const wrong: string[] = [];
    for (const procedure of procedures) {
      for (const answer of [0, -2, -1]) {
        const citizen = talk({ knowledge: realKnowledge, now: at(day) });
        let turn = await citizen.says(`#GT:${procedure.id}:`);
        while (turn.decision === "ask_back") turn = await citizen.says(saysOf(turn).at(answer)!);
        expectWellMade(turn);
        const rule = procedure.fee_rule ? String(procedure.fee_rule.first_pages + 1) : "";
        const numbers = strangers(turn, written(procedure) + said(procedure) + rule);
        if (numbers.length > 0) wrong.push(`${procedure.id}: ${numbers.join(", ")}`);
        const text = textOf(turn);
        // A long one is continued by its button.
        const hidden = procedure.documents.filter(({ name }) => !text.includes(spellOut(name)));
        if (hidden.length > 0 && !text.includes("giấy tờ khác)")) wrong.push(`${procedure.id}: ${hidden[0]!.name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("every number of every general answer stands in its entry", async () => {
    const wrong: string[] = [];
    for (const faq of realKnowledge.faqs.values()) {
      const turn = await talk({ knowledge: realKnowledge, now: at(day) }).says(`#HD:${faq.id}`);
      expectWellMade(turn);
      const numbers = strangers(turn, written(faq) + said(faq));
      if (numbers.length > 0) wrong.push(`${faq.id}: ${numbers.join(", ")}`);
    }
    expect(wrong).toEqual([]);
  });

  test("no fee is said that is in doubt, or whose time is over or not yet come", async () => {
    for (const procedure of procedures) {
      const turn = await talk({ knowledge: realKnowledge, now: at(day) }).says(`#TT:${procedure.id}:fee`);
      const allowed = elsewhere(procedure, day);
      for (const amount of forbiddenAmounts(procedure, day)) {
        if (!allowed.includes(money(amount))) expect(textOf(turn)).not.toContain(money(amount));
      }
    }
  });

  test("a figure that must be looked at again is never stated flatly", async () => {
    const tentative = procedures.filter(
      ({ doubts, confidence }) => confidence === "low" || doubts.some(({ still_said }) => still_said),
    );
    expect(tentative.length).toBeGreaterThan(25);
    for (const procedure of tentative) {
      const text = textOf(await talk({ knowledge: realKnowledge, now: at(day) }).says(`#TT:${procedure.id}:fee`));
      const told = text
        .split("\n")
        .filter((each) => /\d đồng|: .*(miễn|không thu)/.test(each) && !each.includes("không dám nói"));
      if (told.length > 0 && !text.includes("không dám nói.\n"))
        expect(text).toMatch(/tham khảo|thường (miễn|không thu)/);
      expect(text).toMatch(/anh\/chị (hỏi|xem) lại|không dám nói/);
    }
  });

  test("one spelling is written: xoá, hoà, khoẻ, thuỷ; names keep their own", async () => {
    const names = realKnowledge.units!.units.flatMap(({ name, formed_from }) => [
      name,
      ...formed_from.map((each) => each.name),
    ]);
    const districts = realKnowledge.units!.old_districts.flatMap(({ name, units }) => [
      name,
      ...units.map((each) => each.name),
    ]);
    const known = [...names, ...districts].filter((name) => OTHER_SPELLING.test(name));
    for (const { id } of procedures) {
      for (const aspect of ASPECTS) {
        const text = textOf(await talk({ knowledge: realKnowledge, now: at(day) }).says(`#TT:${id}:${aspect}`));
        const rest = known.reduce((left, name) => left.replaceAll(name, ""), text);
        expect(rest.match(OTHER_SPELLING)).toBeNull();
      }
    }
  });

  test("a topic's button leads to an answer or to one question", async () => {
    for (const topic of realKnowledge.topics.values()) {
      expectWellMade(await talk({ knowledge: realKnowledge, now: at(day) }).says(`#CD:${topic.key}`));
    }
  });
});

const isOver = (fact: { valid_from?: string | undefined; valid_to?: string | undefined }, day: string) =>
  (fact.valid_to !== undefined && fact.valid_to < day) || (fact.valid_from !== undefined && fact.valid_from > day);

const isDoubted = (procedure: Procedure, index: number) =>
  procedure.doubts.some(
    ({ touches, entries, still_said }) =>
      touches.includes("fee") &&
      !still_said &&
      (!entries?.some((each) => each.startsWith("fees.")) || entries.includes(`fees.${index}`)),
  );

function forbiddenAmounts(procedure: Procedure, day: string): number[] {
  return procedure.fees
    .filter((fee, i) => (fee.amount ?? 0) > 0 && (isOver(fee, day) || isDoubted(procedure, i)))
    .map(({ amount }) => amount!);
}

/** The same figure may rightly be said for another case. */
function elsewhere(procedure: Procedure, day: string): string {
  const others = procedure.fees.filter((fee, i) => !isOver(fee, day) && !isDoubted(procedure, i));
  return others.map(({ amount, note }) => `${amount === null ? "" : money(amount)} ${note}`).join(" ");
}

test("the sum for certified copies is the rule of the record, whatever the pages and copies", async () => {
  const procedure = procedures.find(({ fee_rule }) => fee_rule)!;
  const rule = procedure.fee_rule!;
  for (const [pages, copies] of [
    [1, 1],
    [2, 4],
    [5, 3],
    [17, 20],
    [198, 2],
    [199, 2],
    [1000, 500],
  ] as const) {
    const slots = { dossierCodes: [], sawCitizenId: false, pages, copies };
    const script = {
      q: { topic: procedure.topic, aspect: "fee" as const, slots, procedures: [{ id: procedure.id, score: 1 }] },
    };
    const text = textOf(await talk({ knowledge: realKnowledge, script, now: at("2026-11-24") }).says("q"));
    const slow = Math.min(
      rule.cap,
      Array.from({ length: pages }, (_, i) => (i < rule.first_pages ? rule.first_price : rule.next_price)).reduce(
        (a, b) => a + b,
      ),
    );
    expect(text).toContain(money(slow));
    if (copies > 1) expect(text).toContain(`${copies} bản là ${money(slow * copies)}`);
  }
});
