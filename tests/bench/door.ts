/** Verified + durable + 200 against bare node:http, in one run, turn about. */
import { type Child, startChild } from "./child.ts";
import { signedText } from "./identity.ts";
import { runLoad } from "./load.ts";
import { benchPlaces } from "./places.ts";

/** BENCH_ROUND_MS=500: a short look. */
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 3_000);
const ROUNDS = 3;
const PREPARED = 60_000;
const TEXT = `Cho tôi hỏi thủ tục đăng ký khai sinh cho con cần những giấy tờ gì, nộp ở đâu ạ. ${"Nhà tôi ở xa. ".repeat(30)}`;

type Door = { readonly name: string; readonly child: Child; readonly ratios: number[]; perSecond: number };

export async function measureDoor(): Promise<readonly string[]> {
  // Signing costs as much as answering: all requests are prepared before the clock runs, each sent once.
  const bare = await startChild("./bare-server.ts");
  const places = await benchPlaces();
  const doors: Door[] = [];
  for (const { name, url } of places) {
    doors.push({ name, child: await startChild("./door-server.ts", [url]), ratios: [], perSecond: 0 });
  }
  const lines: string[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const floor = await runLoad(bare.port, 64, ROUND_MS, prepared());
      if (round === ROUNDS - 1) lines.push(`bare node:http, 64 connections: ${floor.perSecond.toFixed(0)}/s`);
      for (const door of doors) {
        await door.child.ask("SIGUSR2", "handled");
        const ours = await runLoad(door.child.port, 64, ROUND_MS, prepared());
        if (ours.bad > 0) throw new Error(`${ours.bad} requests were not answered 200 on ${door.name}`);
        door.ratios.push(ours.perSecond / floor.perSecond);
        door.perSecond = ours.perSecond;
      }
    }
    for (const { name, child, ratios, perSecond } of doors) {
      const sorted = [...ratios].sort((a, b) => a - b);
      const all = ratios.map((ratio) => ratio.toFixed(2)).join(", ");
      lines.push(`${name}: verified + durable + 200, 64 connections: ${perSecond.toFixed(0)}/s`);
      lines.push(`${name}: ratio, median of ${ROUNDS}: ${sorted[Math.floor(ROUNDS / 2)]?.toFixed(2)} (all: ${all})`);
      for (const connections of [8, 64]) {
        const { p50, p99, perSecond: rate } = await runLoad(child.port, connections, ROUND_MS, prepared());
        const took = `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (${rate.toFixed(0)}/s)`;
        lines.push(`${name}: acknowledgement at ${connections} connections: ${took}`);
      }
    }
  } finally {
    await bare.stop();
    for (const { child } of doors) await child.stop();
    for (const place of places) await place.remove();
  }
  return lines;
}

function prepared(): () => Buffer {
  const requests = Array.from({ length: PREPARED }, (_, index) => signedText(TEXT, `24684588352919${index % 2_000}`));
  let at = 0;
  return () => requests[at++] ?? signedText(TEXT, "2468458835291900001");
}
