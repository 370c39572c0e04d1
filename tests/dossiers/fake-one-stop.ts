/** A one-stop system on a free port that answers, lies, dawdles or breaks as a test tells it to. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Behaviour = (req: IncomingMessage, res: ServerResponse, body: string) => void;

export type FakeOneStop = {
  readonly host: string;
  readonly calls: {
    readonly method: string;
    readonly url: string;
    readonly authorization: string;
    readonly body: string;
  }[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
};

export const json =
  (value: unknown, status = 200): Behaviour =>
  (_req, res) =>
    void res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));

export const captchaPage: Behaviour = (_req, res) =>
  void res.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><form>Nhập mã captcha</form>");

/** Takes the question and never answers. */
export const silent: Behaviour = () => {};

export async function startFakeOneStop(): Promise<FakeOneStop> {
  let behaviour: Behaviour = json({ content: [] });
  const calls: FakeOneStop["calls"] = [];
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    req.on("end", () => {
      calls.push({
        method: req.method ?? "",
        url: req.url ?? "",
        authorization: req.headers.authorization ?? "",
        body,
      });
      behaviour(req, res, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    behave(next) {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
