import * as fc from "fast-check";
import type { Content } from "../../src/channel/message.ts";
import { firstBurst } from "../../src/intake/burst.ts";
import type { WaitingEvent } from "../../src/intake/inbox.ts";
import { anEvent, aTextEvent, OA } from "../support/builders.ts";

/** Here a text that ends with "…" may go on; everything else is complete. */
const RULES = { mayGoOn: (text: string) => text.endsWith("…"), waitMs: 1_000 };
const RECEIVED = 5_000;

const waiting = (event: WaitingEvent["event"], seq: number): WaitingEvent => ({
  seq,
  event,
  receivedAt: RECEIVED + seq,
  attempts: 0,
  notBefore: 0,
  crashes: 0,
});
const texts = (...all: string[]) => all.map((text, index) => waiting(aTextEvent("an", text), index + 1));
const message = (content: Content) =>
  anEvent({ kind: "message", from: { oaId: OA, citizenId: "an" }, messageId: null, content });
const sticker = message({ kind: "sticker" });
const echo = anEvent({ kind: "echo", to: { oaId: OA, citizenId: "an" }, messageId: "z", byStaff: true });

const seqsAt = (events: WaitingEvent[], now: number) => {
  const burst = firstBurst(events, now, RULES);
  if (burst.kind === "wait") return { until: burst.until };
  const joined = burst.joined?.kind === "text" ? burst.joined.text : null;
  return { seqs: burst.events.map((entry) => entry.seq), joined };
};

const NOW = RECEIVED + 10;
const LATER = RECEIVED + 10_000;

test.each([
  ["a complete question is answered at once", texts("phí?"), NOW, { seqs: [1], joined: "phí?" }],
  ["an opening waits for more", texts("alo…"), NOW, { until: RECEIVED + 1 + 1_000 }],
  ["an opening that stayed alone is answered", texts("alo…"), LATER, { seqs: [1], joined: "alo…" }],
  ["the wait counts from the newest piece", texts("alo…", "em…"), NOW, { until: RECEIVED + 2 + 1_000 }],
  ["at the very end of the wait it is answered", texts("alo…"), RECEIVED + 1_001, { seqs: [1], joined: "alo…" }],
  ["blanks around a piece go", texts("alo…", "  em ơi "), NOW, { seqs: [1, 2], joined: "alo… em ơi" }],
  ["pieces join to one line", texts("alo…", "em…", "phí?"), NOW, { seqs: [1, 2, 3], joined: "alo… em… phí?" }],
  ["two complete questions are two turns", texts("phí?", "giờ?"), NOW, { seqs: [1], joined: "phí?" }],
  [
    "what comes after the question waits its turn",
    texts("alo…", "phí?", "giờ…"),
    NOW,
    { seqs: [1, 2], joined: "alo… phí?" },
  ],
  ["a sticker is handled alone", [waiting(sticker, 1), ...texts("phí?")], NOW, { seqs: [1], joined: null }],
  [
    "a sticker after an opening ends the wait",
    [...texts("alo…"), waiting(sticker, 2)],
    NOW,
    { seqs: [1], joined: "alo…" },
  ],
  ["an echo is handled alone", [waiting(echo, 1), waiting(sticker, 2)], NOW, { seqs: [1], joined: null }],
])("%s", (_name, events, now, expected) => {
  expect(seqsAt(events, now)).toEqual(expected);
});

test("nothing at all is the caller's mistake", () => {
  expect(() => firstBurst([], NOW, RULES)).toThrow();
});

test("whatever people type, bursts taken one after another keep every event once and in order", () => {
  const piece = fc.constantFrom("alo…", "em…", "phí?", "giờ?", "STICKER");
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      let left = pieces.map((text, index) => waiting(text === "STICKER" ? sticker : aTextEvent("an", text), index + 1));
      const seen: number[] = [];
      while (left.length > 0) {
        const burst = firstBurst(left, LATER, RULES);
        if (burst.kind === "wait") throw new Error("waited although the time was over");
        expect(burst.events.length).toBeGreaterThan(0);
        seen.push(...burst.events.map((entry) => entry.seq));
        left = left.slice(burst.events.length);
      }
      expect(seen).toEqual(pieces.map((_, index) => index + 1));
    }),
  );
});
