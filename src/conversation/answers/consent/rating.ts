/** A score from 1 to 5 for how one was served: asked first, kept as a count of the day without anybody's name or id. */
import type { Button } from "../../../channel/message.ts";
import { type Answer, line, say } from "../../answer.ts";
import { BUTTONS, rateButton } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { payloads } from "../../payloads.ts";
import { plainWords } from "../../plain-words.ts";
import { consentEffect, hasAgreed } from "./purposes.ts";

export type Score = 1 | 2 | 3 | 4 | 5;

const LABELS: Readonly<Record<Score, string>> = {
  5: "Rất hài lòng",
  4: "Hài lòng",
  3: "Bình thường",
  2: "Không hài lòng",
  1: "Rất không hài lòng",
};
const SCORES: readonly Score[] = [5, 4, 3, 2, 1];
const NUMBERS: Readonly<Record<string, Score>> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5 };
/** A yes to the question holds so long; then it is asked anew. */
const AGREED_FOR_MS = 24 * 3_600_000;

/** "5 sao", "cho 4 điểm", "năm sao": a score said with its word, whatever stands around it. */
export function readStars(text: string): Score | null {
  const [, said = ""] = /\b([1-5]|mot|hai|ba|bon|tu|nam) (?:sao|diem|\*)/.exec(` ${plainWords(text)} `) ?? [];
  return scoreOf(said);
}

/** The answer to our question: "5", "năm", "hài lòng". */
export function readScore(text: string): Score | null {
  const words = plainWords(text).replace(/^(?:da|toi|em|con|cho|cham|tui) /, "");
  return readStars(text) ?? scoreOf(words) ?? SCORES.find((score) => plainWords(LABELS[score]) === words) ?? null;
}

const scoreOf = (said: string): Score | null => NUMBERS[said] ?? SCORES.find((score) => String(score) === said) ?? null;

/** `score`: said already. */
export async function askRating(score: Score | null, moment: Moment): Promise<Answer> {
  if (moment.state.ratedOn === moment.today) {
    return say("answer", ["Dạ, hôm nay anh/chị đã chấm rồi, em cảm ơn."], [BUTTONS.staff, BUTTONS.help]);
  }
  if (await hasAgreed(moment, "rating", moment.now - AGREED_FOR_MS)) return afterYes(score, moment);
  return say(
    "ask_back",
    [
      "Em xin ghi điểm anh/chị chấm và ngày chấm, để trung tâm biết mình phục vụ ra sao. Em không ghi tên hay mã Zalo của anh/chị bên cạnh điểm.",
      "Anh/chị đồng ý không ạ?",
    ],
    [BUTTONS.agree, BUTTONS.disagree, BUTTONS.help],
    { remember: { pending: { kind: "consent-keep", purpose: "rating", at: moment.now, score } } },
  );
}

/** They agreed: the score is kept, or asked for. */
export const afterYes = (score: Score | null, moment: Moment): Answer =>
  score === null ? askScore() : keepScore(score, moment);

const askScore = (): Answer =>
  say("ask_back", ["Dạ. Anh/chị thấy được phục vụ thế nào?"], SCORES.map(scoreButton), {
    remember: { pending: { kind: "rate" } },
  });

/** Of anybody who was not asked for one, a score is asked about first. */
export async function giveScore(score: Score, moment: Moment): Promise<Answer> {
  return moment.state.pending?.kind === "rate" ? keepScore(score, moment) : askRating(score, moment);
}

function keepScore(score: Score, { today }: Moment): Answer {
  const low = score <= 2 ? " Anh/chị muốn nói rõ chỗ chưa được thì bấm “Gặp cán bộ”." : "";
  return say("answer", [`Dạ, em ghi “${LABELS[score]}”. Em cảm ơn anh/chị.${low}`], [BUTTONS.staff, BUTTONS.help], {
    effects: [{ kind: "rating", day: today, score }],
    remember: { ratedOn: today },
  });
}

const scoreButton = (score: Score): Button => ({ title: LABELS[score], say: payloads.rate(score) });

/** They ask about rating rather than rate. */
export const asksAboutRating = (text: string): boolean =>
  /\b(?:o dau|dau|cho nao|cach nao|lam sao|the nao|bat buoc|co phai|co bi|lo ten|khong)\b/.test(plainWords(text)) ||
  text.includes("?");

/** A checked answer that says where else one may rate, and that one may do so here. */
export const withRating = (answer: Answer): Answer => ({
  ...answer,
  blocks: [...answer.blocks, line("Chấm ngay tại đây cũng được: anh/chị bấm “Chấm điểm phục vụ”.")],
  buttons: [rateButton, ...answer.buttons],
});

export const consentOfRating = (moment: Moment) => consentEffect(moment, "rating", "yes");
