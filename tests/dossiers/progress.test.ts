import {
  allProgress,
  isCanonicalCode,
  lockedUntil,
  progressBar,
  progressOf,
  readDossierCodes,
  STATUSES,
  sampleDossiers,
} from "../../src/dossiers/index.ts";

test("progress of an open dossier is a step, words and five dots", () => {
  expect(progressBar(4)).toBe("Bước 3/5: Đang xử lý ●●●○○");
  expect(progressBar(1)).toBe("Bước 1/5: Đã gửi, chờ tiếp nhận ●○○○○");
  expect(progressBar(10)).toBe("Bước 5/5: Đã trả kết quả ●●●●●");
});

test("a closed dossier has words only", () => {
  for (const status of [3, 7, 8] as const) {
    expect(progressOf(status).step).toBeNull();
    expect(progressBar(status)).not.toMatch(/Bước|●|○|[0-9]/);
  }
});

test("steps never go back while a dossier goes its way", () => {
  const steps = ([1, 2, 4, 5, 6, 9, 10] as const).map((status) => progressOf(status).step!);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

test("every status says what happens next, and whose turn it is, without a number or a promise of a day", () => {
  expect(allProgress()).toHaveLength(10);
  for (const { words, next, whoseTurn } of allProgress()) {
    expect(words).not.toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
    expect(words + next).not.toMatch(/[0-9*_#]/);
    expect(["office", "citizen", "nobody"]).toContain(whoseTurn);
  }
  expect(progressOf(5).whoseTurn).toBe("citizen");
  expect(progressOf(6).whoseTurn).toBe("citizen");
  expect(progressOf(4).whoseTurn).toBe("office");
});

test("the demo has a sample in each status, every code readable on that day", () => {
  const samples = sampleDossiers("2026-11-24", 5);
  expect(new Set(samples.map(({ status }) => status))).toEqual(new Set(STATUSES));
  expect(new Set(samples.map(({ code }) => code)).size).toBe(samples.length);
  for (const { code, unit, receivedOn, dueOn } of samples) {
    expect(isCanonicalCode(code)).toBe(true);
    expect(readDossierCodes(code, "2026-11-24")).toEqual([{ code, certainty: "sure" }]);
    expect(unit).toContain("mẫu");
    if (dueOn) expect(receivedOn! < dueOn).toBe(true);
  }
});

test("five wrong tries in fifteen minutes lock the sixth, until the first of them is fifteen minutes old", () => {
  const minute = 60_000;
  const tries = [0, 1, 2, 3].map((n) => n * minute);
  expect(lockedUntil(tries, 4 * minute)).toBeNull();
  tries.push(4 * minute);
  expect(lockedUntil(tries, 5 * minute)).toBe(15 * minute);
  expect(lockedUntil(tries, 15 * minute - 1)).toBe(15 * minute);
  expect(lockedUntil(tries, 15 * minute)).toBeNull();
  expect(lockedUntil(tries, 60 * minute)).toBeNull();
});
