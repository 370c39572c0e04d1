export * from "./door.ts";
export * from "./message.ts";
export * from "./voice.ts";
