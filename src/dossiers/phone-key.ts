/** What is kept of a registered phone: a keyed form of its last four digits, of use with this dossier's code only. */

/** A keyed hash that cannot be turned back or guessed without the key (secrets/seal.ts). */
export type Pseudonym = (text: string, context: string) => string;

/** The last four digits of a phone as people write it; null when it has fewer than eight digits. */
export function lastFourOf(phone: string): string | null {
  const digits = phone.replace(/\D/g, "");
  return digits.length >= 8 ? digits.slice(-4) : null;
}

/** `lastFour`: four digits. The code is part of it, so that equal endings of two dossiers look different. */
export const phoneKeyOf = (pseudonym: Pseudonym, code: string, lastFour: string): string =>
  pseudonym(`${code}\0${lastFour}`, "dossier-phone");
