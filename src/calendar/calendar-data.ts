/** The shape of `procedures-data/calendar.yaml`, and how it is read. */
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { Invalid } from "../errors.ts";

const text = z.string().trim().min(1);
const day = z.iso.date();
const special = z.strictObject({ day, label: text, source: text, confidence: z.enum(["high", "medium", "low"]) });

export const calendarSchema = z
  .strictObject({
    /** Days off on which an office would otherwise work. */
    holidays: z.array(special),
    /** Saturdays worked in exchange for a holiday. */
    makeup_days: z.array(special),
    /** Stretches whose days off are not announced yet: nothing is counted there. */
    not_announced: z.array(z.strictObject({ from: day, to: day, label: text, why: text.optional() })),
    /** After this day the file knows nothing. */
    known_until: day,
    checked_on: day,
    sources: z.array(text),
  })
  .superRefine((data, context) => {
    const off = new Set(data.holidays.map((holiday) => holiday.day));
    for (const [i, makeup] of data.makeup_days.entries()) {
      if (!off.has(makeup.day)) continue;
      context.addIssue({ code: "custom", path: ["makeup_days", i], message: `${makeup.day} vừa nghỉ vừa làm bù` });
    }
    for (const [i, { from, to }] of data.not_announced.entries()) {
      if (from <= to) continue;
      context.addIssue({ code: "custom", path: ["not_announced", i], message: `from ${from} sau to ${to}` });
    }
  });
export type CalendarData = z.infer<typeof calendarSchema>;

/** Throws `Invalid` with every problem of the file at once. */
export function readCalendarFile(file: string): CalendarData {
  const result = calendarSchema.safeParse(parse(file));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `mục ${path.join(".") || "(cả tệp)"}: ${message}`);
  throw new Invalid("calendar.file", `Tệp ${file} chưa đúng; ${problems.join("; ")}`);
}

function parse(file: string): unknown {
  try {
    return load(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Invalid("calendar.file", `Không đọc được tệp ${file}: xem lại đường dẫn và cú pháp YAML`, { cause });
  }
}
