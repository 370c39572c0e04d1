/** A pushed batch: every record read by itself, the good ones written, the others told by place. */
import { z } from "zod";
import type { DossierRecord, DossierRegister, PutOutcome } from "../dossier.ts";
import type { Pseudonym } from "../phone-key.ts";
import { plainRecord, progressRecord, readRecord, syncRecord } from "./records.ts";

/** More than any system sends at once; the body's limit is met before. */
export const MOST_RECORDS = 5_000;

/** As documented in openapi.ts; each record is checked by itself, so that one wrong one does not refuse the batch. */
export const batchSchema = z.union([
  z.looseObject({
    isUpdating: z.unknown().optional(),
    data: z.array(z.union([syncRecord, progressRecord])).max(MOST_RECORDS),
  }),
  z.strictObject({ records: z.array(plainRecord).max(MOST_RECORDS) }),
]);

export const batchAnswer = z.strictObject({
  error_code: z.union([z.literal(0), z.literal(1)]).describe("0: every record was taken. 1: see `failed`"),
  received: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  stale: z.number().int().describe("Older than what is known: nothing changed"),
  failed: z.array(
    z.strictObject({
      index: z.number().int().describe("Place in the batch, from 0"),
      reason: z.string().describe("What is wrong, in Vietnamese"),
    }),
  ),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;

export type BatchReading =
  | { readonly kind: "records"; readonly values: readonly unknown[] }
  | { readonly kind: "wrong"; readonly reason: string };

/** The records of a body, not looked into yet: a list, `data`, `records`, or one record by itself. */
export function readBatch(body: unknown): BatchReading {
  const values = valuesOf(body);
  if (values === null) return { kind: "wrong", reason: "cần một đối tượng JSON có data[] hoặc records[]" };
  if (values.length > MOST_RECORDS) return { kind: "wrong", reason: `mỗi lần tối đa ${MOST_RECORDS} bản ghi` };
  return { kind: "records", values };
}

function valuesOf(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  if (typeof body !== "object" || body === null) return null;
  const { data, records } = body as { data?: unknown; records?: unknown };
  if (Array.isArray(data)) return data;
  if (Array.isArray(records)) return records;
  return "MaHoSo" in body || "code" in body ? [body] : null;
}

/** Written so many at a time, so that the server goes on answering citizens while a large batch comes in. */
const RECORDS_A_COMMIT = 250;

/** Throws `Unavailable` when a part could not be written: then the whole batch is to be sent again. */
export async function takeBatch(
  values: readonly unknown[],
  register: Pick<DossierRegister, "put">,
  pseudonym: Pseudonym,
  now: number,
): Promise<BatchAnswer> {
  const good: DossierRecord[] = [];
  const failed: BatchAnswer["failed"] = [];
  for (const [index, value] of values.entries()) {
    const reading = readRecord(value, pseudonym);
    if (reading.kind === "record") good.push(reading.record);
    else failed.push({ index, reason: reading.reason });
  }
  const outcomes: PutOutcome[] = [];
  for (let from = 0; from < good.length; from += RECORDS_A_COMMIT) {
    outcomes.push(...(await register.put(good.slice(from, from + RECORDS_A_COMMIT), now)));
  }
  const of = (outcome: PutOutcome) => outcomes.filter((each) => each === outcome).length;
  return {
    error_code: failed.length === 0 ? 0 : 1,
    received: values.length,
    new: of("new"),
    changed: of("changed"),
    same: of("same"),
    stale: of("stale"),
    failed,
  };
}
