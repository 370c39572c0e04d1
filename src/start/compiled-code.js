// Node keeps what it compiled: a start then reads no TypeScript at all, which halves its time and spares the compiler's
// memory. A cache and no more: where it cannot be written, everything is compiled at each start.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/mot-cua/compiled", import.meta.url)));
