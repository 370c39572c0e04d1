/** When a fact holds. Days are `yyyy-mm-dd` in Asia/Ho_Chi_Minh, both ends included; text comparison orders them. */

export interface Validity {
  readonly valid_from?: string | undefined;
  readonly valid_to?: string | undefined;
  readonly review_by?: string | undefined;
  readonly ends_with?: string | undefined;
  /** An officer took it back until it is mended. */
  readonly withdrawn?: true | undefined;
}

export type Standing = "coming" | "holds" | "ended";

export function standingOn(fact: Validity, day: string): Standing {
  if (fact.withdrawn) return "ended";
  if (fact.valid_from !== undefined && day < fact.valid_from) return "coming";
  if (fact.valid_to !== undefined && day > fact.valid_to) return "ended";
  return "holds";
}

/** "31/12/2026", as people write a day. */
export function sayDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** "đến hết 31/12/2026" for a fact that ends, or the law that ends with it; null for one without an end. */
export function endsText(fact: Validity): string | null {
  if (fact.valid_to === undefined) return null;
  const until = `đến hết ${sayDay(fact.valid_to)}`;
  return fact.ends_with === undefined ? until : `theo ${fact.ends_with} (áp dụng ${until})`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
