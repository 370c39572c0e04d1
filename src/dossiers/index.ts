export * from "./code-reader.ts";
export { type CodeReading, isCanonicalCode } from "./code-shape.ts";
export * from "./dossier.ts";
export * from "./phone-key.ts";
export { originalRange, type PlainView, plainView } from "./plain-view.ts";
export * from "./progress.ts";
export * from "./samples.ts";
export * from "./throttle.ts";
