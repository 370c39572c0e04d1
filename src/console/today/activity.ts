/** What happened in the chat, without anybody's words: what the first page and its charts are made from. */
export type Turn = {
  /** When the answer was made, epoch ms. */
  readonly at: number;
  /** From receiving the message to Zalo's taking the answer, ms; null: not taken yet. */
  readonly tookMs: number | null;
  /** `answer`, `ask_back`, `desk`, `decline`; null: made by an earlier program. */
  readonly decision: string | null;
  readonly intent: string | null;
  readonly topic: string | null;
};

export type DayCount = { readonly day: string; readonly turns: number };

export type ActivityStore = {
  /** The newest first, at most `limit`. */
  turnsSince(from: number, limit: number): Promise<readonly Turn[]>;
  /** Turns of each local day from `from` on, days without any left out. */
  turnsByDay(from: number): Promise<readonly DayCount[]>;
  /** When Zalo last told us anything; null: never. */
  lastEventAt(): Promise<number | null>;
};

export type Figures = {
  readonly turns: number;
  readonly answered: number;
  readonly askedBack: number;
  readonly desk: number;
  readonly declined: number;
  /** Of delivered answers, ms; null: none yet. */
  readonly median: number | null;
  readonly slow: number | null;
  /** By hour of the local day, 0 to 23. */
  readonly byHour: readonly number[];
  /** Most asked first. */
  readonly topics: readonly { readonly topic: string; readonly turns: number }[];
};

const LOCAL_MS = 7 * 3_600_000;

export function figuresOf(turns: readonly Turn[]): Figures {
  const count = (decision: string) => turns.filter((turn) => turn.decision === decision).length;
  const times = turns.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs])).sort((a, b) => a - b);
  const byHour = Array.from({ length: 24 }, () => 0);
  const topics = new Map<string, number>();
  for (const { at, topic } of turns) {
    const hour = new Date(at + LOCAL_MS).getUTCHours();
    byHour[hour] = (byHour[hour] ?? 0) + 1;
    if (topic !== null) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  }
  return {
    turns: turns.length,
    answered: count("answer"),
    askedBack: count("ask_back"),
    desk: count("desk"),
    declined: count("decline"),
    median: times[Math.floor(times.length / 2)] ?? null,
    slow: times[Math.floor(times.length * 0.95)] ?? null,
    byHour,
    topics: [...topics].map(([topic, n]) => ({ topic, turns: n })).sort((a, b) => b.turns - a.turns),
  };
}
