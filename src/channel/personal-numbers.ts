/** What stands in a stored message where a personal number stood. Written by the door, recognised by the answers. */

/** In place of a citizen-ID number (12 digits) or an old ID card number (9): no digit of it is kept. */
export const CITIZEN_ID_TOKEN = "[số định danh]";

/** In place of a phone number: enough to recognise one's own, too little to call it. */
export const phoneToken = (number: string): string => `[điện thoại …${number.slice(-3)}]`;
