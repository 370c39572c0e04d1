/**
 * Words without case, diacritics or punctuation, for comparing what was typed with names and fixed phrases. Real
 * understanding has its own, finer folding.
 */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
