/** Structured logs without personal data: keys and codes, never a citizen's words, names, numbers or ids in the clear. */
import { pino } from "pino";

export type Log = {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
};

/** `level`: pino's (`silent` for tests). Secrets are removed by path as a last net; nobody should log them at all. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["*.access_token", "*.refresh_token", "*.secret_key", "*.headers", "*.config"],
  };
  return destination ? pino(options, destination) : pino(options);
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
