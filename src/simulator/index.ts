/** Our own Zalo: the platform for tests and demo, and the page with a phone. */
export { createSimulatorRouter, type SimulatorOptions } from "./page/router.ts";
export * from "./platform/index.ts";
