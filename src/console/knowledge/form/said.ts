/** What an entry says of itself. */
type Entry = Record<string, unknown>;
/** A text of an entry, for its title. */
export const said = (entry: Entry, name: string): string =>
  typeof entry[name] === "string" ? (entry[name] as string) : "";
