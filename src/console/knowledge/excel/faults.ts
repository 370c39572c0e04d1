/** Where in an Excel file something is wrong, and how to mend it. */
export type Place = {
  readonly sheet: string;
  /** Null: the whole sheet. */
  readonly line: number | null;
  /** The header; null: the whole row. */
  readonly column: string | null;
};

export type Fault = Place & {
  /** The item that it belongs to; null: the file as a whole cannot be taken. */
  readonly id: string | null;
  readonly what: string;
  readonly mend: string;
};

export const inFile = (sheet: string, what: string, mend: string, line: number | null = null): Fault => ({
  id: null,
  sheet,
  line,
  column: null,
  what,
  mend,
});
