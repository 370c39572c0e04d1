/**
 * Whole conversations a second: from the event at the webhook to the delivered reply at the local Zalo, and its echo taken in,
 * with little and with much stored. What is stored must not matter.
 */
import { sql } from "kysely";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { BENCH } from "./identity.ts";
import { benchPlaces } from "./places.ts";
import { QUESTIONS, withZalo } from "./with-zalo.ts";

const STORED = [1_000, 100_000] as const;
const WARM_UP = 100;
/** BENCH_MESSAGES=300: a short look. */
const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 2_000);
/** How many citizens wait for an answer at the same time. */
const AT_ONCE = 24;
const citizenId = (n: number) => `2468${1_000_000_000 + n}`;

export async function measureConversations(): Promise<readonly string[]> {
  const lines: string[] = [];
  const kinds = await benchPlaces();
  for (const place of kinds) await place.remove();
  for (const kind of kinds.map(({ name }) => name)) {
    const rates: number[] = [];
    for (const stored of STORED) {
      const places = await benchPlaces();
      const place = places.find(({ name }) => name === kind);
      if (!place) throw new Error(`no ${kind}`);
      await fill(place.url, stored);
      const rate = await measure(place.url, stored);
      rates.push(rate);
      lines.push(`${kind}, ${stored} conversations stored: ${rate.toFixed(0)} answered a second`);
      for (const each of places) await each.remove();
    }
    lines.push(`${kind}: much against little ${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)} (aim: 0.8 to 1.2)`);
  }
  return lines;
}

const measure = (url: string, stored: number): Promise<number> =>
  withZalo(async (zalo) => {
    let asked = 0;
    const answer = async (upTo: number) => {
      while (asked < upTo) {
        const n = asked++;
        // Spread over all that is stored, each once.
        const citizen = zalo.citizen(citizenId(1 + Math.floor((n * stored) / (MESSAGES + WARM_UP))));
        await citizen.sends(QUESTIONS[n % QUESTIONS.length] ?? "");
        await citizen.nextMessage(60_000);
      }
    };
    const all = (upTo: number) => Promise.all(Array.from({ length: AT_ONCE }, () => answer(upTo)));
    await all(WARM_UP);
    const began = performance.now();
    await all(WARM_UP + MESSAGES);
    return MESSAGES / ((performance.now() - began) / 1_000);
  }, url);

/** As it is after some months: each conversation has its state, four handled events and two sent replies. */
async function fill(url: string, conversations: number): Promise<void> {
  const database = await openDatabase(url);
  await database.write(migrate);
  const rows = sql.raw(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${conversations})`);
  const text = "Dạ, đăng ký khai sinh cần tờ khai theo mẫu, giấy chứng sinh và giấy tờ của cha mẹ. ".repeat(8);
  const reply = JSON.stringify({ text, buttons: [] });
  const body = JSON.stringify({ kind: "message", content: { kind: "text", text: text.slice(0, 200) } });
  const citizen = sql.raw("'2468' || cast(1000000000 + i as text)");
  const then = Date.now() - 86_400_000;
  await database.write(async (db) => {
    await sql`${rows} insert into conversation (oa_id, citizen_id, updated_at)
      select ${BENCH.oaId}, ${citizen}, ${sql.raw(String(then))} from n`.execute(db);
    for (const copy of [1, 2, 3, 4]) {
      await sql`${rows} insert into inbox (oa_id, event_key, citizen_id, name, body, happened_at, received_at, status)
        select ${BENCH.oaId}, ${sql.lit(`user_send_text|${copy}-`)} || cast(i as text), ${citizen}, 'user_send_text',
        ${sql.lit(body)}, ${sql.raw(String(then))}, ${sql.raw(String(then))}, 1 from n`.execute(db);
    }
    for (const copy of [1, 2]) {
      await sql`${rows} insert into outbox (oa_id, citizen_id, reply, text_digest, provenance, answers, not_before,
        created_at, status, message_id) select ${BENCH.oaId}, ${citizen}, ${sql.lit(reply)}, 'd', '{}', '[]', 0,
        ${sql.raw(String(then))}, 3, ${sql.lit(`z${copy}-`)} || cast(i as text) from n`.execute(db);
    }
  });
  await database.write((db) => sql`analyze`.execute(db));
  await database.close();
}
