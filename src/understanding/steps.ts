/** Long work in pieces: done at once when nobody waits, or with pauses in which the server answers. */
export type Steps<T> = Generator<void, T>;

/** Runs all pieces one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How long the event loop is held before others get their turn. */
const PIECE_MS = 10;

/** Runs the pieces with a pause after every ten milliseconds of work. */
export async function inPieces<T>(steps: Steps<T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < PIECE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  }
}
