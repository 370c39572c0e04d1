/** A small load generator over keep-alive sockets, in this process: prepared bytes out, status line and time in. */
import { connect, type Socket } from "node:net";

export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly bad: number;
};

/** Sends requests made by `next` over `connections` sockets, each with one request under way, for `ms`. */
export async function runLoad(port: number, connections: number, ms: number, next: () => Buffer): Promise<LoadResult> {
  const times: number[] = [];
  let bad = 0;
  const endAt = performance.now() + ms;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () =>
      talk(port, endAt, next, (took, ok) => {
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
  heard: (took: number, ok: boolean) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sentAt = 0;
    const send = () => {
      if (performance.now() >= endAt) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(next());
    };
    socket.on("connect", send);
    socket.on("error", reject);
    // Answers are small and come whole; a split head would only be counted late.
    socket.on("data", (chunk) => {
      const head = chunk.toString("latin1");
      if (!head.startsWith("HTTP/1.1")) return;
      heard(performance.now() - sentAt, head.startsWith("HTTP/1.1 200"));
      send();
    });
  });
}

export const post = (path: string, body: Buffer, headers: Record<string, string>): Buffer => {
  const lines = Object.entries({ host: "127.0.0.1", "content-length": String(body.length), ...headers });
  const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
};
