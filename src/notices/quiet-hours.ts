/** When nobody is told anything unasked. */
import { dayOf, instantOf } from "../calendar/index.ts";

/** Local clock times; `from` later than `to` goes over midnight. */
export type QuietHours = { readonly from: string; readonly to: string };

export function isQuiet(now: number, { from, to }: QuietHours): boolean {
  const today = dayOf(now);
  const [begin, end] = [instantOf(today, from), instantOf(today, to)];
  return begin <= end ? now >= begin && now < end : now >= begin || now < end;
}
