import * as fc from "fast-check";
import { createBreaker } from "../../src/delivery/breaker.ts";

const NOW = 10_000_000;

test("it opens after five failures in a row, doubles its pause up to a minute, and closes on success", () => {
  const breaker = createBreaker();
  const fail = (now: number) => breaker.failed(breaker.begin(), now);
  for (let failure = 1; failure <= 4; failure += 1) fail(NOW);
  expect(breaker.closedUntil(NOW)).toBe(0);
  fail(NOW);
  expect(breaker.closedUntil(NOW)).toBe(NOW + 1_000);
  let now = NOW;
  const pauses = Array.from({ length: 8 }, () => {
    now = Math.max(now, breaker.closedUntil(now));
    expect(breaker.room(now)).toBe(1);
    const ticket = breaker.begin();
    expect(breaker.room(now)).toBe(0);
    breaker.failed(ticket, now);
    return (breaker.closedUntil(now) - now) / 1_000;
  });
  expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  breaker.succeeded(breaker.begin());
  expect(breaker.closedUntil(now)).toBe(0);
  expect(breaker.room(now)).toBe(10);
});

test("a pause ends when the clock is put back, and does not last until it has caught up", () => {
  const breaker = createBreaker();
  for (let failure = 1; failure <= 5; failure += 1) breaker.failed(breaker.begin(), NOW);
  const anHourAgo = NOW - 3_600_000;
  expect(breaker.closedUntil(anHourAgo)).toBe(0);
  expect(breaker.room(anHourAgo)).toBe(1);
  breaker.failed(breaker.begin(), anHourAgo);
  expect(breaker.closedUntil(anHourAgo)).toBe(anHourAgo + 2_000);
});

test("one wave of failures is one pause, and a success that set out before it closes nothing", () => {
  const breaker = createBreaker();
  const wave = Array.from({ length: 10 }, () => breaker.begin());
  expect(breaker.room(NOW)).toBe(0);
  for (const ticket of wave.slice(0, 9)) breaker.failed(ticket, NOW);
  expect(breaker.closedUntil(NOW)).toBe(NOW + 1_000);
  breaker.succeeded(wave[9] ?? 0);
  expect(breaker.closedUntil(NOW)).toBe(NOW + 1_000);
});

test("a place that was not used is free again, and says nothing about the line", () => {
  const breaker = createBreaker();
  for (let time = 0; time < 50; time += 1) breaker.unused(breaker.begin());
  expect(breaker.room(NOW)).toBe(10);
});

test("whenever Zalo fails, and in whatever order answers come back, ten sends at most meet it before the pause", () => {
  const order = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(fc.nat(40), order, (healthyFor, picks) => {
      const breaker = createBreaker();
      const underWay: { ticket: number; meetsFailure: boolean }[] = [];
      let begun = 0;
      let met = 0;
      for (const pick of picks) {
        while (breaker.room(NOW) > 0) {
          begun += 1;
          const meetsFailure = begun > healthyFor;
          if (meetsFailure) met += 1;
          underWay.push({ ticket: breaker.begin(), meetsFailure });
        }
        if (breaker.closedUntil(NOW) > 0) break;
        const [back] = underWay.splice(pick % underWay.length, 1);
        if (back?.meetsFailure) breaker.failed(back.ticket, NOW);
        else if (back) breaker.succeeded(back.ticket);
      }
      expect(breaker.closedUntil(NOW)).toBe(NOW + 1_000);
      expect(met).toBeLessThanOrEqual(10);
    }),
    { numRuns: 1_000 },
  );
});
