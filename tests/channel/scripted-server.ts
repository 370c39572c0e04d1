/** A local HTTP server that answers as a test tells it to, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
export type Answering = (res: ServerResponse, asked: Asked) => void;

export type ScriptedServer = {
  readonly url: string;
  readonly asked: Asked[];
  /** How each request from now on is answered. */
  answer: Answering;
  close(): Promise<void>;
};

export const json =
  (body: unknown, status = 200): Answering =>
  (res) => {
    res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
export const raw =
  (body: string, status = 200): Answering =>
  (res) => {
    res.writeHead(status).end(body);
  };
export const reset: Answering = (res) => {
  res.socket?.resetAndDestroy();
};
/** Accepts and never answers. */
export const hang: Answering = () => {};

/** The answers one after another, the last one for ever. */
export function inTurn(...answers: readonly Answering[]): Answering {
  let next = 0;
  return (res, asked) => answers[Math.min(next++, answers.length - 1)]?.(res, asked);
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk) => {
      body += chunk;
    });
    req.on("end", () => {
      const asked = { path: req.url ?? "", headers: req.headers, body };
      scripted.asked.push(asked);
      scripted.answer(res, asked);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const scripted: ScriptedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answer: json({ error: -1, message: "nothing scripted" }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return scripted;
}
