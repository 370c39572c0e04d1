/** A line to a server that a test makes slow, silent or breaks off. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Line = {
  /** The same address, by way of this line. */
  readonly url: string;
  /** Everything from now on comes so much later, in both directions (ms). */
  slowDown(ms: number): void;
  /** Breaks off what is open and takes nothing any more, until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

export async function lineTo(url: string): Promise<Line> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let [delayMs, isCut] = [0, false];
  const pass = (from: Socket, to: Socket) => {
    from.on("data", (chunk) => {
      if (delayMs === 0) to.write(chunk);
      else setTimeout(() => to.write(chunk), delayMs);
    });
    from.on("error", () => {});
    from.on("close", () => {
      open.delete(from);
      to.destroy();
    });
  };
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [near, far]) open.add(socket.setNoDelay(true));
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  const breakOff = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: through.href,
    slowDown(ms) {
      delayMs = ms;
    },
    cut() {
      isCut = true;
      breakOff();
    },
    mend() {
      isCut = false;
    },
    async close() {
      breakOff();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
