/** A citizen's words as we keep them. */
import type { SealedNumber } from "../message.ts";

/** Longer than anything Zalo lets a citizen type; what lies beyond says nothing that the beginning did not. */
export const MAX_TEXT = 5000;

/**
 * Replaces citizen-ID and phone numbers (intake/privacy.ts), and hands each phone number on, sealed. Handed in, so that
 * this folder stays free of it.
 */
export type Mask = (text: string, keep: (number: SealedNumber) => void) => string;

/**
 * NFC, because Apple devices send decomposed letters (zalo-oa.md §11); without NUL and lone surrogates, which a
 * database refuses; masked; at most `MAX_TEXT` characters. Empty for anything that is not text.
 */
export function citizenText(value: unknown, mask: (text: string) => string): string {
  if (typeof value !== "string" || value === "") return "";
  // Masked before it is cut: a number cut in the middle would no longer be recognised as one.
  const words = mask(wellFormed(value.slice(0, 2 * MAX_TEXT)).normalize("NFC"));
  return words.length <= MAX_TEXT ? words : wellFormed(words.slice(0, MAX_TEXT));
}

function wellFormed(text: string): string {
  const whole = text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, "");
  return whole.includes("\0") ? whole.replaceAll("\0", "") : whole;
}
