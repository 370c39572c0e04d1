/** The HTTP server: the webhook goes straight to its door, everything else to Express. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { Unavailable } from "../errors.ts";

export const WEBHOOK_PATH = "/webhooks/zalo";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type WebServer = {
  /** Resolves with the port once it listens. Throws `Unavailable` when the port is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connection, lets answers under way finish, then resolves. */
  close(): Promise<void>;
};

export function createWebServer(door: Handler, pages: Express): WebServer {
  const server = createServer((req, res) => {
    // The door stands before the framework: it is the one place whose speed matters (docs/adr/0004).
    if (isWebhook(req.url)) void door(req, res);
    else pages(req, res);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  return {
    listen: (port, host) => listen(server, port, host),
    close: () =>
      new Promise((resolve) => {
        // A connection that is kept alive would bring new requests until it is cut off in the middle of one.
        const sweep = setInterval(() => server.closeIdleConnections(), 20);
        server.close(() => {
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
        // A page that streams (the simulator's) would never end by itself.
        setTimeout(() => server.closeAllConnections(), 3_000).unref();
      }),
  };
}

const isWebhook = (url = ""): boolean =>
  url === WEBHOOK_PATH || (url.startsWith(WEBHOOK_PATH) && "/?".includes(url.charAt(WEBHOOK_PATH.length)));

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new Unavailable("web.listen", `cannot listen on ${host}:${port}: is another program there?`, { cause })),
    );
    server.listen(port, host, 1024, () => resolve((server.address() as AddressInfo).port));
  });
}
