/** A balancer for the cluster demo: hands each request to the next instance, and to another when that one is not there. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Balancer = {
  readonly url: string;
  /** Ports of the instances that take requests now. */
  readonly ports: Set<number>;
  close(): Promise<void>;
};

export async function startBalancer(): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ports = new Set<number>();
  let turn = 0;

  async function pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const candidates = [...ports];
    turn += 1;
    for (let tried = 0; tried < candidates.length; tried += 1) {
      const port = candidates[(turn + tried) % candidates.length] ?? 0;
      const answer = await ask(port, req, Buffer.concat(chunks));
      if (answer === "not-there") continue;
      // Broken off in the middle: it may have been taken. Zalo asks again, and whoever gets it knows the event.
      if (answer === "broken-off") break;
      res.writeHead(answer.status).end(answer.body);
      return;
    }
    res.writeHead(502).end();
  }

  type Answer = { status: number; body: Buffer } | "not-there" | "broken-off";
  const ask = (port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve) => {
      const asked = request({ host: "127.0.0.1", port, agent, method, path: url, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 502, body: Buffer.concat(chunks) }));
        answer.on("error", () => resolve("broken-off"));
      });
      asked.on("error", (error: NodeJS.ErrnoException) =>
        resolve(error.code === "ECONNREFUSED" ? "not-there" : "broken-off"),
      );
      asked.end(body);
    });

  const server = createServer((req, res) => void pass(req, res).catch(() => res.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ports,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
