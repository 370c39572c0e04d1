/**
 * The few kinds of failure. A failure is named after what its caller should do; an outcome that a citizen can
 * reasonably cause is not a failure but a value (see docs/architecture.md). Messages never carry a secret, a phone
 * number or a citizen's words.
 */
export abstract class AppError extends Error {
  abstract readonly kind: "invalid" | "refused" | "unavailable";
  /** A stable, dotted code: `zalo.signature`, `knowledge.files`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** What came in is wrong and stays wrong however often it is tried. HTTP 400. */
export class Invalid extends AppError {
  readonly kind = "invalid";
}

/** The caller may not do this. HTTP 401 or 403. */
export class Refused extends AppError {
  readonly kind = "refused";
}

/** It may work later. HTTP 503; a worker tries again with backoff. */
export class Unavailable extends AppError {
  readonly kind = "unavailable";
}

/** Makes the compiler prove that every case of a union is answered. */
export function assertNever(value: never): never {
  throw new Error(`a case nobody answered: ${JSON.stringify(value)}`);
}
