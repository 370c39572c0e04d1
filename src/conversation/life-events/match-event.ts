/**
 * Whether a message only tells of a change in the family ("nhà tôi mới có người mất") and asks for nothing in particular.
 * Every other word must be one that carries no subject: "con mới sinh làm khai sinh cần gì" asks about khai sinh.
 */
import type { LifeEvent } from "../../knowledge/life-event.ts";
import { hasWords, plainPhrase, plainWords } from "../plain-words.ts";
import { WITHOUT_SUBJECT } from "../without-subject.ts";

/** Words that can only be a relative, and those that are one only with whose: "em tôi", but "em" is the writer. */
const RELATIVES =
  "cha tia bo me ma ong ba vo chong|ong noi|ba noi|ong ngoai|ba ngoai|nguoi nha|nguoi than|ba ma|cha me|noi|ngoai";
const WITH_WHOSE = "ba anh chi em con chau co chu bac di duong cau mo thim".split(" ");
const WHOSE = ["toi", "tui", "minh", "cua toi", "cua tui", "em"];
const SLOT = "{người thân}";
const COUNTRY = "{nước}";
const COUNTRIES =
  "nuoc ngoai|viet kieu|tay|dai loan|han quoc|han|trung quoc|tau|nhat ban|nhat|my|uc|canada|phap|duc|anh quoc|singapore|malaysia|thai lan|campuchia|lao quoc|philippines|an do|nga".split(
    "|",
  );

const formsOf = new WeakMap<LifeEvent, readonly string[]>();

/** Every way to tell the event, made once. */
function tellings(event: LifeEvent): readonly string[] {
  const known = formsOf.get(event) ?? event.phrases.flatMap(spokenForms);
  formsOf.set(event, known);
  return known;
}

/** The phrase as it may be said. */
function spokenForms(phrase: string): string[] {
  if (phrase.includes(COUNTRY)) {
    const [before = "", after = ""] = phrase.split(COUNTRY).map(plainWords);
    return COUNTRIES.flatMap((country) => [country, `nguoi ${country}`]).map((country) =>
      [before, country, after].filter((part) => part !== "").join(" "),
    );
  }
  if (!phrase.startsWith(SLOT)) return [plainWords(phrase)];
  const [single = "", ...longer] = RELATIVES.split("|");
  const alone = [...single.split(" "), ...longer];
  const owned = [...alone, ...WITH_WHOSE].flatMap((who) => WHOSE.map((whose) => `${who} ${whose}`));
  const rest = plainWords(phrase.slice(SLOT.length));
  return [...alone, ...owned].map((who) => `${who} ${rest}`);
}

/** Null when no event is told, or more than that is said. Of several the one told in most words. */
export function matchEvent(text: string, events: readonly LifeEvent[]): LifeEvent | null {
  const said = plainWords(text);
  let best: { event: LifeEvent; length: number } | null = null;
  for (const event of events) {
    for (const phrase of tellings(event)) {
      if (!hasWords(said, phrase) || (best && best.length >= phrase.length)) continue;
      if (isAll(said, phrase, event)) best = { event, length: phrase.length };
    }
  }
  return best?.event ?? null;
}

function isAll(said: string, phrase: string, event: LifeEvent): boolean {
  const beside = [...(event.words ?? []), ...event.phrases.filter((each) => !each.includes("{"))]
    .map(plainPhrase)
    .sort((a, b) => b.length - a.length);
  let rest = ` ${said} `.replace(` ${phrase} `, " ");
  for (const words of beside) rest = rest.replaceAll(` ${words} `, " ");
  return rest.split(" ").every((word) => word === "" || WITHOUT_SUBJECT.has(word));
}
