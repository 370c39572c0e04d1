const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" });

/** The day in Cà Mau at an instant (epoch milliseconds), `yyyy-mm-dd`. */
export function localDay(instant: number): string {
  return DAY.format(instant);
}
