/** Old and new names of communes: `placesOf` once, `findMentions` in a message, `resolvePlace` to today's unit or a question. */
export { type Found, findMentions, type Named } from "./find-mentions.ts";
export { type Former, type Places, placesOf, type Unit } from "./places.ts";
export { type PlaceOption, type Resolution, resolvePlace, resolveRef, sayFormer } from "./resolve.ts";
