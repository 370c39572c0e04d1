/** From a citizen's message to the reply at the local Zalo, one citizen after another. */
import { QUESTIONS, withZalo } from "./with-zalo.ts";

const MESSAGES = 400;
const WARM_UP = 40;

export const measureReply = (): Promise<readonly string[]> =>
  withZalo(async (zalo) => {
    const times: number[] = [];
    for (let index = 0; index < MESSAGES + WARM_UP; index += 1) {
      const citizen = zalo.citizen();
      const began = performance.now();
      await citizen.sends(QUESTIONS[index % QUESTIONS.length] ?? "");
      await citizen.nextMessage();
      if (index >= WARM_UP) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1);
    return [
      `message to reply, ${MESSAGES} messages: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (aim: p95 ≤ 150)`,
    ];
  });
