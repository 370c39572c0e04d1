/** Counts by name and label, for /metrics: `zalo_events{name="user_send_text",outcome="accepted"} 12`. No personal data. */
export type Counters = {
  add(name: string, labels: Readonly<Record<string, string>>): void;
  /** How often; 0 when never. */
  get(name: string, labels: Readonly<Record<string, string>>): number;
  /** In Prometheus' text format. */
  text(): string;
};

/** A hostile sender could invent labels without end: past this many, further ones are counted together. */
const MOST_SERIES = 500;

export function createCounters(): Counters {
  const counts = new Map<string, number>();
  const keyOf = (name: string, labels: Readonly<Record<string, string>>) => {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${clean(value)}"`);
    return `${name}{${pairs.join(",")}}`;
  };
  return {
    add(name, labels) {
      let key = keyOf(name, labels);
      if (!counts.has(key) && counts.size >= MOST_SERIES) key = `${name}{other="true"}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    get: (name, labels) => counts.get(keyOf(name, labels)) ?? 0,
    text: () => [...counts].map(([key, value]) => `${key} ${value}\n`).join(""),
  };
}

const clean = (value: string) => value.replace(/[^\w .:/-]/g, "_").slice(0, 60);
