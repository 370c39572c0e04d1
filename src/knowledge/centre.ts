/** What is local: `procedures-data/centre.yaml`. Null until the centre confirms it; what is null is never offered. */
import { z } from "zod";

const text = z.string().trim().min(1);
const clock = z.string().regex(/^\d{2}:\d{2}$/);

export const centreSchema = z.strictObject({
  /** "Trung tâm Phục vụ hành chính công tỉnh Cà Mau": shown to citizens. */
  name: text,
  province: text,
  /** The commune or ward when the OA is a commune's. */
  unit: text.nullable(),
  address: text.nullable(),
  /** Public web address of this program, for QR codes. */
  website: text.nullable(),
  /** Confirmed numbers only: nothing else but 111, 113, 114, 115 is ever shown. */
  phones: z.array(z.strictObject({ number: text, label: text, confirmed_on: z.iso.date() })),
  /** Opening hours Monday to Friday in local time; null until confirmed. */
  hours: z.array(z.strictObject({ from: clock, to: clock })).nullable(),
  saturday: z.array(z.strictObject({ from: clock, to: clock })).nullable(),
  /** Counters with hours of their own, once confirmed. `saturday`: null not confirmed, [] closed. */
  unit_hours: z
    .array(
      z.strictObject({
        /** As dossiers name it: "xã Năm Căn". */
        unit: text,
        /** Beginnings of its dossier codes: `H12.34`. */
        prefixes: z.array(z.string().regex(/^(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{1,3}){0,3}$/)).default([]),
        hours: z.array(z.strictObject({ from: clock, to: clock })),
        saturday: z.array(z.strictObject({ from: clock, to: clock })).nullable(),
        confirmed_on: z.iso.date(),
      }),
    )
    .default([]),
  oa_id: text.nullable(),
  feedback_url: text.nullable(),
  confirmed_on: z.iso.date().nullable(),
});
export type Centre = z.infer<typeof centreSchema>;
