/** Resident memory while 200 messages a second come in for a minute and are all answered. */
import { residentMb } from "./child.ts";
import { QUESTIONS, withZalo } from "./with-zalo.ts";

const PER_SECOND = 200;
const SECONDS = 60;

export const measureMemory = (): Promise<readonly string[]> =>
  withZalo(async (zalo, app) => {
    const pid = app.process.pid ?? 0;
    const idle = await residentMb(pid);
    let highest = idle;
    let refused = 0;
    let answered = 0;
    const off = zalo.on((notice) => {
      if (notice.kind === "sent") answered += 1;
    });
    const sending: Promise<void>[] = [];
    const began = performance.now();
    for (let index = 0; index < PER_SECOND * SECONDS; index += 1) {
      const wait = began + (index * 1_000) / PER_SECOND - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      const citizen = zalo.citizen(String(4_170_358_264_915_000_000n + BigInt(index % 3_000)));
      sending.push(
        citizen.sends(QUESTIONS[index % QUESTIONS.length] ?? "").then(({ status }) => {
          if (status !== 200) refused += 1;
        }),
      );
      if (index % PER_SECOND === 0) highest = Math.max(highest, await residentMb(pid));
    }
    await Promise.all(sending);
    const endBy = performance.now() + 30_000;
    while (answered < PER_SECOND * SECONDS - refused && performance.now() < endBy) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    highest = Math.max(highest, await residentMb(pid));
    off();
    return [
      `memory: ${idle.toFixed(0)} MB idle, at most ${highest.toFixed(0)} MB at ${PER_SECOND} messages/s for ${SECONDS} s (aim: ≤ 150)`,
      `sent ${PER_SECOND * SECONDS}, not answered 200: ${refused}, replies at Zalo: ${answered}, all after ${((performance.now() - began) / 1_000).toFixed(1)} s`,
    ];
  });
