import * as fc from "fast-check";
import { createPace } from "../../src/delivery/pace.ts";

test("the pace never passes its limit over a minute, and says when the next send is free", async () => {
  const pace = createPace(60, 10);
  let sent = 0;
  let now = 0;
  while (now < 60_000) {
    if ((await pace.take(1, now)) === 1) sent += 1;
    else now = pace.freeAt(now);
  }
  expect(sent).toBeLessThanOrEqual(70);
  expect(sent).toBeGreaterThan(60);
  pace.pauseUntil(100_000, 60_000);
  expect(pace.freeAt(90_000)).toBe(100_000);
  expect(await pace.take(20, 90_000)).toBe(0);
  expect(await pace.take(20, 100_000)).toBe(10);
});

test("a pause ends when the clock is put back, and another one counts by the new time", async () => {
  const pace = createPace(60, 10);
  pace.pauseUntil(3_660_000, 3_600_000);
  expect(pace.pausedUntil(3_600_000)).toBe(3_660_000);
  expect(pace.pausedUntil(30_000)).toBe(0);
  expect(await pace.take(1, 30_000)).toBe(1);
  pace.pauseUntil(60_000, 30_000);
  expect(pace.pausedUntil(59_999)).toBe(60_000);
  expect(await pace.take(1, 60_000)).toBe(1);
});

test("however the tries are spaced, no minute sees more than the limit and one burst", async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 10, max: 600 }), async (waits, perMinute) => {
      const pace = createPace(perMinute, 10);
      const taken: number[] = [];
      let now = 0;
      for (const wait of waits) {
        now += wait;
        const isFree = pace.freeAt(now) === 0;
        expect(await pace.take(1, now)).toBe(isFree ? 1 : 0);
        if (isFree) taken.push(now);
        else expect(pace.freeAt(now)).toBeGreaterThan(now);
      }
      for (const from of taken) {
        const inMinute = taken.filter((at) => at >= from && at < from + 60_000).length;
        expect(inMinute).toBeLessThanOrEqual(perMinute + 10);
      }
    }),
  );
});
