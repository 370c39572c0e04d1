/** An old database with a hundred thousand rows is brought up to date by a process that is killed ten times at it. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import * as first from "../../src/storage/migrations/001-first.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { PLACES, type Place } from "../support/places.ts";

const ROWS = 100_000;
const KILLS = 10;
const CHILD = fileURLToPath(new URL("../support/migrate-process.ts", import.meta.url));

describe.each(PLACES)("an old database on $name", ({ make }) => {
  let place: Place;
  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.remove());

  async function fillAsOfOld(): Promise<void> {
    const database = await openDatabase(place.url);
    await database.write(async (db) => {
      const provider = { getMigrations: async () => ({ "001-first": first }) };
      const { error } = await new Migrator({ db, provider }).migrateToLatest();
      if (error) throw error;
      const n = sql.raw(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS})`);
      await sql`${n} insert into inbox (oa_id, event_key, citizen_id, name, body, happened_at, received_at)
        select 'oa', cast(i as text), cast(i as text), 'user_send_text', '{"k":1}', i, i from n`.execute(db);
      await sql`${n} insert into conversation (oa_id, citizen_id, updated_at) select 'oa', cast(i as text), i from n`.execute(
        db,
      );
    });
    await database.close();
  }
  const child = (killAt: number) => {
    const args = ["--disable-warning=ExperimentalWarning", CHILD, place.url, String(killAt)];
    return spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  };
  const count = (table: string) => place.count(`select count(*) as n from ${table}`);
  const version = () => place.count("select count(*) as n from kysely_migration");

  test("killed at ten points it is as it was, and the eleventh try brings everything along", async () => {
    await fillAsOfOld();
    const before = await version();
    // How many statements there are is learnt from an empty database of the same age.
    const empty = await make();
    const statements = Number(
      spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", CHILD, empty.url, "0"], {
        encoding: "utf8",
      }).stdout,
    );
    await empty.remove();
    expect(statements).toBeGreaterThan(KILLS);
    for (let kill = 0; kill < KILLS; kill += 1) {
      // The empty one has its first tables to make as well: the last third is what both do.
      const { signal, status } = child(Math.max(1, Math.floor((statements * (kill + 1)) / (2 * KILLS))));
      expect([signal, status]).toEqual(["SIGKILL", null]);
      expect([await version(), await count("inbox"), await count("conversation")]).toEqual([before, ROWS, ROWS]);
    }
    expect(child(0).status).toBe(0);
    expect(await version()).toBeGreaterThan(before);
    expect([await count("inbox"), await count("conversation")]).toEqual([ROWS, ROWS]);
    if (place.url.startsWith("file:")) {
      expect(await place.rows("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    }
  }, 240_000);
});
