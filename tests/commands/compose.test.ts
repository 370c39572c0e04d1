/** compose.yaml by what a reader can check without an engine: names that exist, nothing open, time enough to stop. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

type Service = {
  readonly image?: string;
  readonly build?: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { condition: string }>>;
  readonly stop_grace_period?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly healthcheck?: object;
};
const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const { services, volumes } = parse(read("compose.yaml"), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
};
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);
/** Longer than `main.ts` waits before it cuts off what hangs. */
const LONGEST_STOP_S = 9;

test("each form starts with all that it needs, under names that exist", () => {
  for (const [name, { profiles, depends_on, volumes: mounted }] of Object.entries(services)) {
    expect([name, profiles?.length]).toEqual([name, 1]);
    for (const other of Array.isArray(depends_on) ? depends_on : Object.keys(depends_on ?? {})) {
      expect([name, other, services[other]?.profiles]).toEqual([name, other, profiles]);
      const waits = (depends_on as Record<string, { condition: string }>)[other]?.condition === "service_healthy";
      if (waits) expect(services[other]?.healthcheck).toBeDefined();
    }
    for (const mount of mounted ?? []) {
      const [from = ""] = mount.split(":");
      if (from.startsWith("./")) expect(read(from.slice(2))).not.toBe("");
      else expect(Object.keys(volumes)).toContain(from);
    }
  }
  const hosts = [...read("ops/Caddyfile").matchAll(/\b(app-\d+):3000/g)].map(([, host]) => host);
  expect(hosts.sort()).toEqual(ours.filter(([, { profiles }]) => profiles?.[0] === "province").map(([name]) => name));
});

test("the program's own settings are those that it knows, and their servers are services", () => {
  for (const [, { environment = {} }] of ours) {
    for (const [setting, value] of Object.entries(environment)) {
      expect(read(".env.example")).toMatch(new RegExp(`^#?${setting}=`, "m"));
      const host = /^(?:postgres|redis):\/\/(?:[^@]*@)?([\w-]+)/.exec(value)?.[1];
      if (host) expect(Object.keys(services)).toContain(host);
    }
  }
});

test("nothing is open beyond this machine, ours may write nowhere else, and each has time to stop", () => {
  for (const { ports = [], image } of Object.values(services)) {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    if (image) expect(image).toMatch(/:\d/);
  }
  expect(ours.length).toBe(3);
  for (const [, { stop_grace_period, read_only, cap_drop }] of ours) {
    expect(Number.parseInt(stop_grace_period ?? "0", 10)).toBeGreaterThan(LONGEST_STOP_S);
    expect([read_only, cap_drop]).toEqual([true, ["ALL"]]);
  }
});
