/** The look for secrets that every started program of the suite goes through at its end (tests/support/bot.ts). */
import { leaksIn } from "../support/log-leaks.ts";

test.each([
  ["a citizen-ID number", '{"level":30,"msg":"x","text":"số 096085012345"}'],
  ["one with gaps", '{"level":30,"text":"096 085 012 345"}'],
  ["an old identity card", '{"level":30,"text":"cmnd 381234567"}'],
  ["a phone number", '{"level":30,"text":"0913555777"}'],
  ["one with the country's code", '{"level":30,"text":"+84913555777"}'],
  ["a token's name", '{"level":30,"body":"access_token=abc"}'],
  ["a secret", '{"level":30,"key":"oa-secret-of-tests"}'],
  ["a citizen's id", '{"level":30,"to":"2468458835291900007"}'],
])("%s is found", (_what, line) => {
  expect(leaksIn([line], ["2468458835291900007"])).toEqual([line]);
});

test("times, codes, traces and stacks are none", () => {
  const lines = [
    '{"level":30,"time":"2026-11-25T02:00:00.123Z","trace":"abc123def456","outcome":"new","msg":"door.kept"}',
    '{"level":40,"code":"-214","todo":"retry","msg":"delivery.refused"}',
    '{"level":50,"stack":["at file:///x.ts:123456789:1"],"msg":"pump.failed"}',
  ];
  expect(leaksIn(lines)).toEqual([]);
});
