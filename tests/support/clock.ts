/** A clock that a test moves. */
export type TestClock = { (): number; moveBy(ms: number): void; moveTo(iso: string): void };

export function testClock(iso: string): TestClock {
  let shift = Date.parse(iso) - Date.now();
  return Object.assign(() => Date.now() + shift, {
    moveBy(ms: number) {
      shift += ms;
    },
    moveTo(to: string) {
      shift = Date.parse(to) - Date.now();
    },
  });
}

/** A clock that stands still until a test moves it: a pause ends when the test says so. */
export function stillClock(iso: string): TestClock {
  let instant = Date.parse(iso);
  return Object.assign(() => instant, {
    moveBy(ms: number) {
      instant += ms;
    },
    moveTo(to: string) {
      instant = Date.parse(to);
    },
  });
}
