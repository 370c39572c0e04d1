import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import type { FakeZalo, Notice } from "../platform/index.ts";
import { chatLine, deliveryNote, messageIdOf } from "./chat-view.ts";
import { faultState } from "./fault-menu.ts";
import { callEntry, deliveryEntry, journalFigures } from "./journal.ts";
import { followButton } from "./layout.ts";

const MOST_VIEWERS = 50;
const HEARTBEAT_MS = 20_000;

/** A piece of the page to add or to draw again: `place` is the element's id. */
type Piece = {
  readonly how: "append" | "prepend" | "replace" | "swap";
  readonly place: string;
  readonly html: string;
  /** Only for the page that shows this person. */
  readonly citizen?: string;
};

/** Tells the open pages what happens, by server-sent events. Text is made and escaped here, once for all of them. */
export class Live {
  readonly #fake: FakeZalo;
  readonly #viewers = new Set<Response>();
  readonly #run = randomUUID();
  #count = 0;

  constructor(fake: FakeZalo) {
    this.#fake = fake;
    fake.on((notice) => this.#tell(notice));
  }

  /** Changes with every piece told and with every start; a page that holds another one has missed something. */
  get sequence(): string {
    return `${this.#run}.${this.#count}`;
  }

  join(request: Request, response: Response): void {
    if (this.#viewers.size >= MOST_VIEWERS) return void response.sendStatus(503);
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" });
    response.write(`event: hello\ndata: ${this.sequence}\n\n`);
    const heartbeat = setInterval(() => response.write(": \n\n"), HEARTBEAT_MS);
    heartbeat.unref();
    this.#viewers.add(response);
    request.on("close", () => {
      clearInterval(heartbeat);
      this.#viewers.delete(response);
    });
  }

  /** The fault panel changed without an event. */
  faultsChanged(): void {
    this.#send([this.#faults()]);
  }

  #tell(notice: Notice): void {
    this.#count += 1;
    if (notice.kind === "closed") for (const viewer of this.#viewers) viewer.end();
    else if (this.#viewers.size > 0) this.#send(this.#pieces(notice));
  }

  #pieces(notice: Exclude<Notice, { kind: "closed" }>): Piece[] {
    const fake = this.#fake;
    switch (notice.kind) {
      case "chat":
        return [piece("append", "log", chatLine(fake, notice.line).text, notice.line.citizenId)];
      case "person":
        return [piece("swap", "follow", followButton(fake, notice.citizenId).text, notice.citizenId)];
      case "delivery": {
        const id = messageIdOf(notice.delivery);
        const note = id === null ? [] : [piece("replace", `note-${id}`, deliveryNote(fake, id))];
        return [
          piece("prepend", "journal", deliveryEntry(fake, notice.delivery).text),
          this.#figures(),
          this.#faults(),
          ...note,
        ];
      }
      case "call":
        return [piece("prepend", "journal", callEntry(fake, notice.call).text), this.#figures(), this.#faults()];
      case "webhook-disabled":
        return [this.#faults()];
      case "sent":
        return [];
    }
  }

  #figures = (): Piece => piece("replace", "figures", journalFigures(this.#fake).text);
  #faults = (): Piece => piece("replace", "faults", faultState(this.#fake).text);

  #send(pieces: readonly Piece[]): void {
    const text = `data: ${JSON.stringify({ sequence: this.sequence, pieces })}\n\n`;
    for (const viewer of this.#viewers) viewer.write(text);
  }
}

function piece(how: Piece["how"], place: string, html: string, citizen?: string): Piece {
  return { how, place, html, ...(citizen === undefined ? {} : { citizen }) };
}
