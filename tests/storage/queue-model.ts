/**
 * Inbox and outbox as one would write them without a database: plain lists, one thing at a time. The stores are held
 * against it (queue-model.test.ts).
 */
import { ECHO_WAIT_MS } from "../../src/delivery/plan.ts";

export type ModelEvent = {
  readonly key: string;
  readonly citizen: string;
  /** Which send it echoes; absent: a citizen wrote it. */
  readonly echo?: { readonly messageId: string; readonly text: string };
  status: "waiting" | "done" | "dead";
  attempts: number;
  crashes: number;
  notBefore: number;
};
export type ModelReply = {
  readonly citizen: string;
  readonly text: string;
  status: "waiting" | "sending" | "uncertain" | "sent" | "dead" | "unconfirmed";
  notBefore: number;
  attempts: number;
  resends: number;
  messageId: string | null;
  settledAt: number | null;
};
/** A lease that was never given back keeps its owner. */
type Side = { dueAt: number | null; owner: string | null; leaseUntil: number };
export type ModelConversation = { readonly turns: Side; readonly sends: Side };

export type ModelSettlement =
  | { readonly kind: "sent"; readonly messageId: string }
  | { readonly kind: "uncertain"; readonly until: number }
  | { readonly kind: "again"; readonly at: number }
  | { readonly kind: "dead" | "unconfirmed" };

const LATEST_ECHO_MS = 3 * 3_600_000;
const ECHO_TURN_MS = 500;

export function createQueueModel() {
  const events: ModelEvent[] = [];
  const replies: ModelReply[] = [];
  const conversations = new Map<string, ModelConversation>();

  const waitingOf = (citizen: string) =>
    events.filter((event) => event.citizen === citizen && event.status === "waiting");
  const isOpen = ({ status }: ModelReply) => status === "waiting" || status === "sending" || status === "uncertain";
  const headOf = (citizen: string) => replies.find((reply) => reply.citizen === citizen && isOpen(reply));
  const of = (citizen: string): ModelConversation => {
    const known = conversations.get(citizen);
    if (!known) throw new Error(`no conversation ${citizen}`);
    return known;
  };
  const isDue = ({ dueAt, leaseUntil }: Side, now: number) => dueAt !== null && dueAt <= now && leaseUntil <= now;

  function free(citizen: string, owner: string): void {
    const { sends } = of(citizen);
    sends.dueAt = headOf(citizen)?.notBefore ?? null;
    if (sends.owner === owner) Object.assign(sends, { owner: null, leaseUntil: 0 });
  }

  function settleByEcho({ citizen, echo }: ModelEvent, now: number): void {
    if (!echo || replies.some(({ messageId }) => messageId === echo.messageId)) return;
    const same = replies.filter((reply) => reply.citizen === citizen && reply.text === echo.text);
    const open = same.find(({ status }) => status === "sending" || status === "uncertain");
    const late = same.find(
      ({ status, settledAt }) => status === "unconfirmed" && (settledAt ?? 0) > now - LATEST_ECHO_MS,
    );
    const meant = open ?? late;
    if (meant) Object.assign(meant, { status: "sent", messageId: echo.messageId, settledAt: now });
    if (open) of(citizen).sends.dueAt = now;
  }

  return {
    events,
    replies,
    conversations,
    waitingOf,

    accept(event: Pick<ModelEvent, "key" | "citizen" | "echo">, now: number): "new" | "duplicate" {
      if (events.some(({ key }) => key === event.key)) return "duplicate";
      const isKnown = event.echo && replies.some(({ messageId }) => messageId === event.echo?.messageId);
      events.push({ ...event, status: isKnown ? "done" : "waiting", attempts: 0, crashes: 0, notBefore: 0 });
      if (isKnown) return "new";
      const { turns } = conversations.get(event.citizen) ?? {
        turns: { dueAt: null, owner: null, leaseUntil: 0 },
        sends: { dueAt: null, owner: null, leaseUntil: 0 },
      };
      if (!conversations.has(event.citizen)) {
        conversations.set(event.citizen, { turns, sends: { dueAt: null, owner: null, leaseUntil: 0 } });
      }
      if (turns.dueAt === null || turns.dueAt > now) turns.dueAt = now;
      return "new";
    },

    /** Who may be handed out; with an abandoned one among them that one alone, and only in quiet. */
    dueTurns(now: number, quiet: boolean): { readonly any: readonly string[]; readonly all: readonly string[] } {
      const due = [...conversations].filter(([, { turns }]) => isDue(turns, now));
      const abandoned = due.filter(([, { turns }]) => turns.owner !== null).map(([citizen]) => citizen);
      if (abandoned.length > 0) return { any: quiet ? abandoned : [], all: [] };
      return { any: [], all: due.map(([citizen]) => citizen) };
    },
    take(citizen: string, owner: string, until: number): void {
      const { turns } = of(citizen);
      const [oldest] = waitingOf(citizen);
      if (turns.owner !== null && oldest) oldest.crashes += 1;
      Object.assign(turns, { owner, leaseUntil: until });
    },
    finish(
      citizen: string,
      owner: string,
      result: { done: readonly string[]; dead: readonly string[]; texts: readonly string[] },
      now: number,
    ): "written" | "lost" {
      const { turns, sends } = of(citizen);
      if (turns.owner !== owner) return "lost";
      for (const event of events) {
        if (result.done.includes(event.key)) event.status = "done";
        if (result.dead.includes(event.key)) event.status = "dead";
      }
      for (const event of events.filter(({ key }) => result.done.includes(key))) settleByEcho(event, now);
      for (const text of result.texts) {
        const fresh = { status: "waiting", attempts: 0, resends: 0, messageId: null, settledAt: null } as const;
        replies.push({ citizen, text, notBefore: now, ...fresh });
      }
      if (result.texts.length > 0) sends.dueAt ??= now;
      Object.assign(turns, { owner: null, leaseUntil: 0, dueAt: waitingOf(citizen).length > 0 ? now : null });
      return "written";
    },
    postpone(citizen: string, owner: string, dueAt: number, failed: readonly string[]): void {
      const { turns } = of(citizen);
      if (turns.owner !== owner) return;
      Object.assign(turns, { owner: null, leaseUntil: 0, dueAt });
      for (const event of events) {
        if (failed.includes(event.key)) Object.assign(event, { attempts: event.attempts + 1, notBefore: dueAt });
      }
    },

    /** Everything that is handed out, by its text; owners are the store's own. */
    takeSends(now: number): Map<string, "send" | "settle"> {
      const handed = new Map<string, "send" | "settle">();
      for (const [citizen, { sends }] of conversations) {
        if (!isDue(sends, now)) continue;
        const head = headOf(citizen);
        if (head?.status === "sending") Object.assign(head, { status: "uncertain", notBefore: now + ECHO_WAIT_MS });
        else if (head?.status === "uncertain" && head.notBefore <= now) {
          if (waitingOf(citizen).some(({ echo }) => echo)) head.notBefore = now + ECHO_TURN_MS;
          else handed.set(head.text, "settle");
        } else if (head && head.notBefore <= now) {
          head.status = "sending";
          handed.set(head.text, "send");
        }
        if (!head || !handed.has(head.text)) sends.dueAt = head?.notBefore ?? null;
      }
      return handed;
    },
    leaseSend(citizen: string, owner: string, until: number): void {
      Object.assign(of(citizen).sends, { owner, leaseUntil: until });
    },
    beginResend(text: string, owner: string): boolean {
      const reply = replies.find((each) => each.text === text);
      if (reply?.status !== "uncertain") {
        if (reply) free(reply.citizen, owner);
        return false;
      }
      Object.assign(reply, { status: "sending", resends: reply.resends + 1 });
      return true;
    },
    settle(text: string, owner: string, settlement: ModelSettlement, now: number): void {
      const reply = replies.find((each) => each.text === text);
      if (!reply) throw new Error(`no reply ${text}`);
      if (reply.status === "sending" || reply.status === "uncertain") {
        if (settlement.kind === "sent") {
          Object.assign(reply, { status: "sent", messageId: settlement.messageId, settledAt: now });
        } else if (settlement.kind === "uncertain") {
          Object.assign(reply, { status: "uncertain", notBefore: settlement.until });
        } else if (settlement.kind === "again") {
          Object.assign(reply, { status: "waiting", notBefore: settlement.at, attempts: reply.attempts + 1 });
        } else Object.assign(reply, { status: settlement.kind, settledAt: now });
      }
      free(reply.citizen, owner);
    },

    /** The process died and was alone: its leases end at once, whose turn it was stays written. */
    endLeases(): void {
      for (const { turns, sends } of conversations.values()) {
        turns.leaseUntil = 0;
        sends.leaseUntil = 0;
      }
    },
  };
}
