import type { DossierRegister } from "../../src/dossiers/index.ts";
import { createRoutedSource } from "../../src/dossiers/sources/routed-source.ts";

const register = (knows: boolean): DossierRegister => ({
  find: async (code) =>
    knows ? { kind: "found", dossier: { code } as never, freshness: "current" } : { kind: "unknown-code" },
  put: async () => [],
  count: async () => 0,
});
const route = { prefixes: ["H12"], source: { name: "thu", ask: async () => ({ kind: "unknown-code" }) as const } };
const routed = (knows: boolean, routes = [route]) =>
  createRoutedSource({ register: register(knows), routes, now: Date.now, count: () => {}, unknownAfterMs: 60 });

async function took(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

test("“no such dossier” comes no sooner for a code that no system was asked about", async () => {
  expect(await took(routed(false).find("H12.34-260804-0583"))).toBeGreaterThanOrEqual(55);
  expect(await took(routed(false).find("H36.17-260630-0402"))).toBeGreaterThanOrEqual(55);
  expect(await took(routed(true).patience())).toBeGreaterThanOrEqual(55);
});

test("where the register alone answers nobody waits", async () => {
  const source = routed(false, []);
  let done = false;
  void source.patience().then(() => {
    done = true;
  });
  await source.find("H36.17-260630-0402");
  expect(done).toBe(true);
});
