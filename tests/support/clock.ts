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
