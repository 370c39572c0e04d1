/** The address that a QR code may carry: the one that was set up, or that of this very machine (docs/adr/0013). */
import type { IncomingMessage } from "node:http";

export type PublicAddress = {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  /** Nobody but this machine's own network can open it: said beside the code. */
  readonly onlyHere: boolean;
};

/**
 * `configured`: PUBLIC_URL, else the centre's website. Without either, the Host header is believed only when it names
 * the very address at which this connection arrived: then it cannot lead a scanned sheet anywhere else. Null: no code.
 */
export function publicAddress(configured: string | null, request: IncomingMessage): PublicAddress | null {
  if (configured !== null) return { origin: configured.replace(/\/+$/, ""), onlyHere: false };
  const host = request.headers.host ?? "";
  const match = /^(localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::(\d{1,5}))?$/i.exec(host);
  const { localAddress = "", localPort } = request.socket;
  if (!match || Number(match[2] ?? 80) !== localPort) return null;
  const arrived = localAddress.replace(/^::ffff:/, "");
  const named = (match[1] ?? "").toLowerCase().replace(/^\[|\]$/g, "");
  const isOurs = named === "localhost" ? /^(127\.|::1$)/.test(arrived) : named === arrived;
  return isOurs ? { origin: `http://${host.toLowerCase()}`, onlyHere: true } : null;
}
