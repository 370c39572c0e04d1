/** Verified + durable + 200 against bare node:http, in one run, turn about. */
import { startChild } from "./child.ts";
import { signedText } from "./identity.ts";
import { type LoadResult, runLoad } from "./load.ts";

const ROUND_MS = 3_000;
const PREPARED = 60_000;
const TEXT = `Cho tôi hỏi thủ tục đăng ký khai sinh cho con cần những giấy tờ gì, nộp ở đâu ạ. ${"Nhà tôi ở xa. ".repeat(30)}`;

export async function measureDoor(): Promise<readonly string[]> {
  // Signing costs as much as answering: all requests are prepared before the clock runs, each sent once.
  const bare = await startChild("./bare-server.ts");
  const door = await startChild("./door-server.ts");
  const lines: string[] = [];
  try {
    const ratios: number[] = [];
    let last: { bare: LoadResult; door: LoadResult } | null = null;
    for (let round = 0; round < 3; round += 1) {
      const floor = await runLoad(bare.port, 64, ROUND_MS, prepared());
      door.process.kill("SIGUSR2");
      const ours = await runLoad(door.port, 64, ROUND_MS, prepared());
      if (ours.bad > 0) throw new Error(`${ours.bad} requests were not answered 200`);
      ratios.push(ours.perSecond / floor.perSecond);
      last = { bare: floor, door: ours };
    }
    ratios.sort((a, b) => a - b);
    lines.push(`bare node:http, 64 connections: ${last?.bare.perSecond.toFixed(0)}/s`);
    lines.push(`verified + durable + 200, 64 connections: ${last?.door.perSecond.toFixed(0)}/s`);
    lines.push(`ratio, median of 3: ${ratios[1]?.toFixed(2)} (all: ${ratios.map((r) => r.toFixed(2)).join(", ")})`);
    for (const connections of [8, 64]) {
      const { p50, p99, perSecond } = await runLoad(door.port, connections, ROUND_MS, prepared());
      lines.push(
        `acknowledgement at ${connections} connections: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (${perSecond.toFixed(0)}/s)`,
      );
    }
  } finally {
    await bare.stop();
    await door.stop();
  }
  return lines;
}

function prepared(): () => Buffer {
  const requests = Array.from({ length: PREPARED }, (_, index) => signedText(TEXT, `24684588352919${index % 2_000}`));
  let at = 0;
  return () => requests[at++] ?? signedText(TEXT, "2468458835291900001");
}
