/** Real Redis on its standard port, or TEST_REDIS_URL. A suite that needs it says NOT RUN where there is none. */
import { connect } from "node:net";

export const REDIS_URL = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

async function answers(): Promise<boolean> {
  const { hostname, port } = new URL(REDIS_URL);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1_000 });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    for (const event of ["error", "timeout"]) socket.once(event, () => resolve(false));
  });
}

const here = await answers();
const required = (process.env.TEST_REQUIRE ?? "").split(",").includes("redis");

export function describeWithRedis(name: string, suite: () => void): void {
  if (here || required) describe(name, suite);
  else describe.skip(`NOT RUN: ${name} (no Redis at ${REDIS_URL})`, suite);
}
