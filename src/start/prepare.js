// Run once by `npm ci` and by the Dockerfile: compiles and learns ahead, so that the first start is as quick and as light
// as every later one. Whatever fails here is done at the start instead.
if (Number(process.versions.node.split(".")[0]) >= 24) {
  // As the program will run: what is compiled under other flags would not be taken.
  (await import("./lean-process.js")).becomeLean();
  try {
    await import("./compiled-code.js");
    await import("../wiring/app.ts");
    await import("./demo.ts");
    await import("../config.ts");
    await import("../wiring/console-parts.ts");
    const { loadAssistant } = await import("../wiring/assistant.ts");
    await loadAssistant({ dossiers: { find: async () => ({ kind: "unknown-code" }) }, now: Date.now });
  } catch (error) {
    console.error("Một Cửa: not prepared ahead, the first start will take a little longer.", error);
  }
  process.exit(0);
}
