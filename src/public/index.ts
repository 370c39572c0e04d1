/** The door of the public pages: their router, what they ask to be kept, and how it gets there. */
export { createPublicRouter } from "./router.ts";
export { BASE as PUBLIC_BASE } from "./shell.ts";
export { publish } from "./versions/publish.ts";
export type { PublishedVersion, VersionKind, VersionStore } from "./versions/version-store.ts";
export type { PublicOptions } from "./visit.ts";
