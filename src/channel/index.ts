export * from "./door.ts";
export * from "./message.ts";
export * from "./personal-numbers.ts";
export * from "./voice.ts";
