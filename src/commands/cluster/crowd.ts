/** Citizens who write a lot, a Zalo that repeats what was not taken, and a memory of who was answered what. */
import type { Citizen, Delivery, FakeZalo } from "../../simulator/index.ts";

/** Each has one answer, known by its words. */
const QUESTIONS = [
  { text: "làm giấy khai sinh cho con cần những gì?", about: /khai sinh/i },
  { text: "đăng ký kết hôn cần giấy tờ gì?", about: /kết hôn/i },
  { text: "mất căn cước làm lại ở đâu?", about: /căn cước/i },
  { text: "đăng ký tạm trú cần giấy tờ gì?", about: /tạm trú/i },
  { text: "đăng ký khai tử cần giấy tờ gì?", about: /khai tử/i },
] as const;
/** How many write at the same moment. */
const HANDS = 48;
const DUPLICATED = 0.2;

export type Crowd = {
  /** Resolves when Zalo was told 200 for every message, repeats included. */
  writeAll(): Promise<void>;
  /** So far. */
  count(): Count;
};

export type Count = {
  /** Different messages that citizens wrote. */
  readonly written: number;
  /** Requests with them, duplicates and retries included. */
  readonly posted: number;
  readonly retries: number;
  readonly answers: number;
  /** Citizens with every answer once and in order. */
  readonly right: number;
  /** Citizens with an answer too many. */
  readonly doubled: number;
  /** Citizens with all answers once, in another order. */
  readonly disordered: number;
};

export function createCrowd(zalo: FakeZalo, citizens: number, messages: number, random: () => number): Crowd {
  const people = Array.from({ length: citizens }, () => ({ citizen: zalo.citizen(), next: 0, lastAt: 0 }));
  const answersOf = new Map<string, string[]>(people.map(({ citizen }) => [citizen.id, []]));
  const taken = new Map<string, () => void>();
  let [written, posted, retries] = [0, 0, 0];
  zalo.on((notice) => {
    if (notice.kind === "sent") answersOf.get(notice.message.to)?.push(notice.message.text);
    if (notice.kind !== "delivery" || notice.delivery.event?.event_name !== "user_send_text") return;
    posted += 1;
    if (notice.delivery.retries > 0) retries += 1;
    if (notice.delivery.status === 200) taken.get(notice.delivery.body)?.();
  });

  /** Until Zalo was told 200 for these bytes, by this request or a later one. */
  async function untilTaken({ status, body }: Delivery): Promise<void> {
    if (status === 200) return;
    await new Promise<void>((resolve) => {
      const before = taken.get(body);
      taken.set(body, () => {
        before?.();
        resolve();
      });
    });
  }

  async function writeOne(person: { citizen: Citizen; next: number; lastAt: number }): Promise<void> {
    const { citizen, next } = person;
    // Zalo's own times tell the order: no two of a citizen are the same.
    person.lastAt = Math.max(Date.now(), person.lastAt + 1);
    const options = { messageId: `${citizen.id}-${next}`, timestamp: person.lastAt };
    const times = random() < DUPLICATED ? 2 + Math.floor(random() * 2) : 1;
    const text = QUESTIONS[next % QUESTIONS.length]?.text ?? "";
    const posts = Array.from({ length: times }, () => citizen.sends(text, options).then(untilTaken));
    written += 1;
    await Promise.all(posts);
    person.next += 1;
  }

  return {
    async writeAll() {
      const waiting = [...people];
      const hand = async () => {
        while (waiting.length > 0) {
          const [person] = waiting.splice(Math.floor(random() * waiting.length), 1);
          if (!person) return;
          await writeOne(person);
          if (person.next < messages) waiting.push(person);
        }
      };
      await Promise.all(Array.from({ length: HANDS }, hand));
    },
    count() {
      let [answers, right, doubled, disordered] = [0, 0, 0, 0];
      for (const got of answersOf.values()) {
        answers += got.length;
        if (got.length > messages) doubled += 1;
        if (got.length !== messages) continue;
        if (got.every((answer, at) => QUESTIONS[at % QUESTIONS.length]?.about.test(answer))) right += 1;
        else disordered += 1;
      }
      return { written, posted, retries, answers, right, doubled, disordered };
    },
  };
}
