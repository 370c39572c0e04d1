/** Figures for Prometheus at /metrics, without personal data. Names begin with `mot_cua_`; docs/deploy.md lists them. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Labels = Readonly<Record<string, string>>;

export type Counters = {
  /** Counts `mot_cua_<name>_total`. Always the same label names for one name. */
  add(name: string, labels: Labels): void;
  /** How often; 0 when never. */
  get(name: string, labels: Labels): number;
};

export type Metrics = Counters & {
  /** A value asked for when it is read; `ask` may throw, then it is absent that time. Help is for people. */
  gauge(name: string, help: string, ask: () => number | null | Promise<number | null>): void;
  /** Durations in seconds; returns what to call with each, in milliseconds. */
  durations(name: string, help: string, buckets: readonly number[]): (ms: number) => void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
};

/** A hostile sender could invent labels without end: past this many, further ones are counted together. */
const MOST_SERIES = 500;
const PREFIX = "mot_cua_";

const HELP: Readonly<Record<string, string>> = {
  zalo_events: "Requests at the webhook by event and what became of them",
  deliveries: "Replies by what became of them and Zalo's code",
  decisions: "Turns by intent and decision",
  alarms: "Alarms raised for staff",
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  // Counted here, where it costs a lookup, and handed to the library when somebody reads.
  const series = new Map<string, { name: string; labels: Labels; count: number }>();
  const counters = new Map<string, Counter>();
  const keyOf = (name: string, labels: Labels) => `${name} ${Object.values(labels).map(clean).join(" ")}`;

  function counterOf(name: string, labels: Labels): Counter {
    const known = counters.get(name);
    if (known) return known;
    const labelNames = Object.keys(labels);
    const help = HELP[name] ?? `How often: ${name.replaceAll("_", " ")}`;
    const made = new Counter({ name: `${PREFIX}${name}_total`, help, labelNames, registers: [registry] });
    counters.set(name, made);
    return made;
  }

  return {
    add(name, labels) {
      const key = keyOf(name, labels);
      const known = series.get(key) ?? (series.size >= MOST_SERIES ? overflow(name, labels) : null);
      if (known) known.count += 1;
      else series.set(key, { name, labels, count: 1 });
    },
    get: (name, labels) => series.get(keyOf(name, labels))?.count ?? 0,
    gauge(name, help, ask) {
      new Gauge({
        name: PREFIX + name,
        help,
        registers: [registry],
        async collect() {
          this.reset();
          const value = await Promise.resolve()
            .then(ask)
            .catch(() => null);
          if (value === null) this.remove();
          else this.set(value);
        },
      });
    },
    durations(name, help, buckets) {
      const histogram = new Histogram({ name: PREFIX + name, help, buckets: [...buckets], registers: [registry] });
      return (ms) => histogram.observe(ms / 1_000);
    },
    async text() {
      for (const counter of counters.values()) counter.reset();
      for (const { name, labels, count } of series.values()) {
        const cleaned = Object.entries(labels).map(([label, value]) => [label, clean(value)]);
        counterOf(name, labels).inc(Object.fromEntries(cleaned), count);
      }
      return registry.metrics();
    },
  };

  function overflow(name: string, labels: Labels) {
    const others = Object.fromEntries(Object.keys(labels).map((label) => [label, "other"]));
    const key = keyOf(name, others);
    const made = series.get(key) ?? { name, labels: others, count: 0 };
    series.set(key, made);
    return made;
  }
}

const clean = (value: string) => value.replace(/[^\w .:/-]/g, "_").slice(0, 60);
