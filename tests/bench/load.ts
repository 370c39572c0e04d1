/** A small load generator over keep-alive sockets, in this process: prepared bytes out, status line and time in. */
import { connect, type Socket } from "node:net";

export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly bad: number;
};

/**
 * Sends requests made by `next` over `connections` sockets, each with one request under way, for `ms`: as many as are
 * answered, or `perSecond` of them, evenly.
 */
export async function runLoad(
  port: number,
  connections: number,
  ms: number,
  next: () => Buffer,
  perSecond = Number.POSITIVE_INFINITY,
): Promise<LoadResult> {
  const times: number[] = [];
  let bad = 0;
  const endAt = performance.now() + ms;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () =>
      talk(port, endAt, next, (connections * 1_000) / perSecond, (took, ok) => {
        times.push(took);
        if (!ok) bad += 1;
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), bad };
}

function talk(
  port: number,
  endAt: number,
  next: () => Buffer,
  everyMs: number,
  heard: (took: number, ok: boolean) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sentAt = 0;
    let dueAt = performance.now() + Math.random() * everyMs;
    const sendWhenDue = () => {
      const wait = dueAt - performance.now();
      // Whoever is late makes up for it: the rate is kept.
      dueAt += everyMs;
      if (wait > 1) setTimeout(send, wait);
      else send();
    };
    const send = () => {
      if (performance.now() >= endAt) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(next());
    };
    socket.on("connect", sendWhenDue);
    socket.on("error", reject);
    // Answers are small and come whole; a split head would only be counted late.
    socket.on("data", (chunk) => {
      const head = chunk.toString("latin1");
      if (!head.startsWith("HTTP/1.1")) return;
      heard(performance.now() - sentAt, head.startsWith("HTTP/1.1 200"));
      sendWhenDue();
    });
  });
}

export type Heard = { readonly status: number; readonly retryAfter: string | null; readonly ms: number };

/** All requests at one moment, spread over `connections` sockets without waiting for an answer; what each was told. */
export async function runAtOnce(port: number, connections: number, requests: readonly Buffer[]): Promise<Heard[]> {
  const shares = Array.from({ length: connections }, (_, at) => requests.filter((_each, n) => n % connections === at));
  const sockets = await Promise.all(
    shares.map(
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
          socket.on("error", reject);
        }),
    ),
  );
  const began = performance.now();
  const heard = sockets.map((socket, at) => listen(socket, shares[at]?.length ?? 0, began));
  for (const [at, socket] of sockets.entries()) socket.write(Buffer.concat(shares[at] ?? []));
  return (await Promise.all(heard)).flat();
}

function listen(socket: Socket, expected: number, began: number): Promise<Heard[]> {
  return new Promise((resolve, reject) => {
    const heard: Heard[] = [];
    let rest = "";
    socket.on("close", () => reject(new Error(`closed after ${heard.length} of ${expected} answers`)));
    socket.on("data", (chunk) => {
      const [last = "", ...heads] = (rest + chunk.toString("latin1")).split("\r\n\r\n").reverse();
      rest = last;
      for (const head of heads.reverse()) {
        const status = /HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
        if (status === undefined) continue;
        const retryAfter = /^retry-after: (.*)$/im.exec(head)?.[1] ?? null;
        heard.push({ status: Number(status), retryAfter, ms: performance.now() - began });
      }
      if (heard.length < expected) return;
      socket.removeAllListeners("close");
      socket.destroy();
      resolve(heard);
    });
  });
}

export const post = (path: string, body: Buffer, headers: Record<string, string>): Buffer => {
  const lines = Object.entries({ host: "127.0.0.1", "content-length": String(body.length), ...headers });
  const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
};
