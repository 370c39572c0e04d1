/** What stands in a stored message where a personal number stood. Written by the door, recognised by the answers. */

/** In place of a citizen-ID number (12 digits) or an old ID card number (9): no digit of it is kept. */
export const CITIZEN_ID_TOKEN = "[số định danh]";

/** In place of a phone number: enough to recognise one's own, too little to call it. */
export const phoneToken = (number: string): string => `[điện thoại …${number.slice(-3)}]`;

/** Which numbers stood in a stored message, each by its last three digits. */
export const phoneEndings = (text: string): string[] =>
  [...text.matchAll(/\[điện thoại …([0-9]{3})\]/g)].map((match) => match[1] ?? "");

/** As an officer sees it before opening it: `09xx xxx x78`. */
export function shownPhone(number: string): string {
  const hidden = number.slice(0, 2) + "x".repeat(Math.max(0, number.length - 4)) + number.slice(-2);
  return `${hidden.slice(0, 4)} ${hidden.slice(4, 7)} ${hidden.slice(7)}`;
}
