/** Missing papers as a clerk typed them: one line each, without numbers that could be a person's. */
const LONG_NUMBER = /\d(?:[\s.]?\d){7,}/g;
const MOST = 20;
const LONGEST = 200;

/** Splits a cell with several papers (";" or line ends), trims, drops what is empty and what comes after twenty. */
export function readMissing(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/[;\n\r]+/))
    .map((text) => text.replace(/^\s*(?:[-+*•]|\d{1,2}[.)])\s*/, "").replace(LONG_NUMBER, "…"))
    .map((text) => text.replace(/\s+/g, " ").trim().slice(0, LONGEST))
    .filter((text) => text !== "")
    .slice(0, MOST);
}
