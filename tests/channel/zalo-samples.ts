/** The recorded shapes of Zalo's events, and the parties that stand in them. All ids are invented. */
import { readdirSync, readFileSync } from "node:fs";

export const OA = "3886132808788600001";
export const CITIZEN = "2468458835291900001";
export const APP = "3608465248940900001";
export const SECRET = "ExampleOaSecretKey0000";

const folder = new URL("../fixtures/zalo-events/", import.meta.url);

export const readSample = (name: string): string => readFileSync(new URL(`${name}.json`, folder), "utf8");

/** The names of all samples that are events: files beginning with `_` are not. */
export const sampleNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json") && !file.startsWith("_"))
  .map((file) => file.slice(0, -".json".length));

/** A body of Zalo's usual shape; `change` lays its fields over the sample's. */
export function bodyLike(sample: string, change: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...(JSON.parse(readSample(sample)) as object), ...change });
}
