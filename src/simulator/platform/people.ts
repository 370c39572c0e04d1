import { newConversationId, newLongId } from "./ids.ts";
import { Mailbox } from "./mailbox.ts";
import type { SentMessage } from "./types.ts";

/** More than a load test needs; beyond it the one met first is forgotten. */
const MOST_PEOPLE = 20_000;

/** Somebody with a phone. Ids are strings; the three namespaces of a person are never mixed (§0). */
export type Person = {
  readonly id: string;
  readonly userIdByApp: string;
  readonly name: string;
  /** Present only for a visitor who is not signed in. */
  readonly anonymousConversation: string | null;
  follows: boolean;
  /** Epoch milliseconds of the last thing the person did; opens the 48 h and 7 day windows (§6.1). */
  lastInteraction: number | null;
  /** `performance.now()` of the event that has not been answered yet. */
  askedAt: number | null;
  sharedInfo: Record<string, unknown> | null;
  readonly received: SentMessage[];
  readonly mailbox: Mailbox<SentMessage>;
};

export class People {
  readonly #byId = new Map<string, Person>();

  get(id: string): Person | undefined {
    return this.#byId.get(id);
  }

  all(): readonly Person[] {
    return [...this.#byId.values()];
  }

  /** The person of this id; made when there is none. */
  meet(id: string = newLongId(), name = "Công dân", anonymous = false): Person {
    const known = this.#byId.get(id);
    if (known) return known;
    const person: Person = {
      id,
      userIdByApp: newLongId(),
      name,
      anonymousConversation: anonymous ? newConversationId() : null,
      follows: false,
      lastInteraction: null,
      askedAt: null,
      sharedInfo: null,
      received: [],
      mailbox: new Mailbox(),
    };
    this.#byId.set(id, person);
    this.#forgetOldest();
    return person;
  }

  #forgetOldest(): void {
    if (this.#byId.size <= MOST_PEOPLE) return;
    const oldest = this.#byId.keys().next().value;
    if (oldest !== undefined) this.#byId.delete(oldest);
  }
}
