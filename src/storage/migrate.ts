/** Brings a database to today's tables, at each start. A killed migration leaves the old tables untouched. */
import { Migrator } from "kysely/migration";
import { Unavailable } from "../errors.ts";
import { compareByBytes } from "./dialect.ts";
import * as first from "./migrations/001-first.ts";
import * as restingAndCrashed from "./migrations/002-resting-and-crashed.ts";
import * as dossiers from "./migrations/003-dossiers.ts";
import * as callbackNumbers from "./migrations/004-callback-numbers.ts";
import * as versions from "./migrations/005-versions.ts";
import * as consoleTables from "./migrations/006-console.ts";
import * as newsAndRatings from "./migrations/007-news-and-ratings.ts";
import * as urgent from "./migrations/008-urgent.ts";
import * as publishedKnowledge from "./migrations/009-published-knowledge.ts";
import * as learning from "./migrations/010-learning.ts";
import * as forgottenReplies from "./migrations/011-forgotten-replies.ts";
import * as excelFiles from "./migrations/012-excel-files.ts";
import type { Db } from "./schema.ts";

const migrations = {
  "001-first": first,
  "002-resting-and-crashed": restingAndCrashed,
  "003-dossiers": dossiers,
  "004-callback-numbers": callbackNumbers,
  "005-versions": versions,
  "006-console": consoleTables,
  "007-news-and-ratings": newsAndRatings,
  "008-urgent": urgent,
  "009-published-knowledge": publishedKnowledge,
  "010-learning": learning,
  "011-forgotten-replies": forgottenReplies,
  "012-excel-files": excelFiles,
};

/** Runs what is missing, in order, in one transaction. `db` must be able to write. Throws `Unavailable`. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Unavailable) throw error;
  if (error) throw new Unavailable("storage.migrate", "the database could not be brought up to date", { cause: error });
  await compareByBytes(db);
}
