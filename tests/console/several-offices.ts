/** Several processes on one database, an officer at the first of them, and how soon the others say what was published. */

import type { FakeZalo } from "../../src/simulator/index.ts";
import { firstPair } from "../../src/start/demo.ts";
import type { smallData } from "../public/small-data.ts";
import { type AppProcess, type AppProcessOptions, startAppProcess } from "../support/app-process.ts";
import type { Place } from "../support/places.ts";
import { until } from "../support/until.ts";
import { fieldsOf, firstOfficer } from "./office.ts";

const RECORD = "/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-lai";
const PAGE = "/thu-tuc/can-cuoc-cap-lai";
const PROCESSES = 3;

export type SeveralOffices = {
  readonly running: readonly { readonly app: AppProcess; readonly url: string }[];
  /**
   * Publishes another fee at the first. Times in milliseconds from the commit, seen in the database: until the first has
   * done the same work itself, and until the slowest of the others says the fee.
   */
  publishFee(from: string, to: string): Promise<{ readonly ownMs: number; readonly othersMs: number }>;
};

export type SeveralOptions = Pick<AppProcessOptions, "redisUrl" | "redisPrefix" | "publishedCheckMs"> & {
  readonly place: Place;
  readonly zalo: FakeZalo;
  readonly folders: Awaited<ReturnType<typeof smallData>>["folders"];
};

export async function startSeveralOffices({ place, zalo, ...more }: SeveralOptions): Promise<SeveralOffices> {
  const running: { app: AppProcess; url: string }[] = [];
  for (let n = 0; n < PROCESSES; n += 1) {
    let url = "";
    const app = await startAppProcess({
      ...more,
      folder: place.folder,
      databaseUrl: place.url,
      zaloUrl: zalo.openapiUrl,
      onOpen: (port) => {
        url = `http://127.0.0.1:${port}`;
      },
      ...(n === 0 ? { tokens: firstPair(zalo) } : {}),
    });
    running.push({ app, url });
  }
  const admin = await firstOfficer(running[0]?.url ?? "", running[0]?.app.officerLink ?? null);
  await admin.get("/can-bo/cai-dat");
  await admin.post("/can-bo/cai-dat", { duyet: "mot" });

  const revision = () =>
    place.count(
      "select coalesce(max(cast(value as integer)), 0) as n from console_setting where name = 'knowledge.revision'",
    );
  return {
    running,
    async publishFee(from, to) {
      const form = fieldsOf((await admin.get(`${RECORD}/sua`)).html);
      const name = Object.keys(form).find((each) => /^f\.fees\.\d+\.amount$/.test(each) && form[each] === from) ?? "";
      await admin.post(`${RECORD}/sua`, { ...form, [name]: to });
      const review = fieldsOf((await admin.get(`${RECORD}/xem-lai`)).html);
      const before = await revision();
      const committed = until("it is committed", async () => (await revision()) > before, 60_000).then(() =>
        performance.now(),
      );
      const seen = running.slice(1).map(async ({ url }) => {
        await until(`${url} says ${to}`, async () => (await (await fetch(url + PAGE)).text()).includes(to), 60_000);
        return performance.now();
      });
      const { status } = await admin.post(`${RECORD}/cong-bo`, review);
      const done = performance.now();
      if (status !== 303) throw new Error(`not published: ${status}`);
      const at = await committed;
      return { ownMs: done - at, othersMs: Math.max(...(await Promise.all(seen))) - at };
    },
  };
}
