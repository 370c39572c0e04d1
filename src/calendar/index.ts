export * from "./calendar-data.ts";
export * from "./create-calendar.ts";
export * from "./day-in-words.ts";
export * from "./days.ts";
export * from "./terms.ts";
export * from "./working-calendar.ts";
