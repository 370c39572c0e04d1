/** When the centre is next open, and how that is said. */
import { formatInstant, type Hours, nextOpening as nextOpenInstant, type WorkingCalendar } from "../calendar/index.ts";
import type { Centre } from "../knowledge/centre.ts";

export type Opening =
  | { readonly kind: "open-now" }
  | { readonly kind: "opens"; readonly at: number }
  /** Hours not confirmed, or a day on the way not announced yet: nothing is counted. */
  | { readonly kind: "unknown" };

export function nextOpening(
  centre: Pick<Centre, "hours" | "saturday">,
  calendar: WorkingCalendar,
  now: number,
): Opening {
  const at = nextOpenInstant(calendar, now, centre.hours, centre.saturday);
  if (at === null) return { kind: "unknown" };
  return at === now ? { kind: "open-now" } : { kind: "opens", at };
}

/** "7 giờ sáng thứ Tư 25/11". */
export const shownOpening = ({ at }: { readonly at: number }): string => formatInstant(at);

/** "7:00–11:00, 13:00–17:00". */
export const shownPeriods = (periods: Hours): string =>
  periods.map(({ from, to }) => `${shownHour(from)}–${shownHour(to)}`).join(", ");

const shownHour = (clock: string): string => clock.replace(/^0/, "");
