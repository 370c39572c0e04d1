/** From a citizen's message to the reply at the local Zalo, one at a time and under some load. */
import { startChild } from "./child.ts";

export async function measureReply(): Promise<readonly string[]> {
  const app = await startChild("./app-server.ts", ["replies"]);
  const lines = await new Promise<string[]>((resolve) => {
    const said: string[] = [];
    app.process.on("message", (line) => {
      if (line === "done") resolve(said);
      else said.push(String(line));
    });
  });
  await app.stop();
  return lines;
}
