/**
 * A topic: the words people use for a need, covering one or more procedures. One YAML file of
 * `procedures-data/chu-de/`. Look-alike procedures of one topic are told apart by its question.
 */
import { z } from "zod";

const text = z.string().trim().min(1);

export const topicSchema = z.strictObject({
  /** snake_case Vietnamese without diacritics: the label of the evaluation files. */
  key: z.string().regex(/^[a-z0-9_]+$/),
  /** Said in replies and on buttons, at most 30 characters: "Đăng ký kết hôn". */
  name: text.max(30),
  /** Empty: people ask about it but no record covers it; we say plainly that the desk must be asked. */
  procedures: z.array(z.string()),
  /** The procedure meant when nothing tells them apart; null: ask back. */
  usual: z.string().nullable(),
  /** Whole phrases as people write them, with diacritics. The program makes the other spellings itself. */
  phrases: z.array(text),
  /** Short words or pairs that point here by themselves ("giấy chứng sinh", "cavet"). */
  keywords: z.array(text),
  /** Words that say it is NOT this topic though it looks so, with the topic that it is. */
  not: z.array(z.strictObject({ words: text, topic: z.string() })).optional(),
  /** The question that tells its procedures apart, in the citizen's words. */
  ask: text.nullable(),
  choices: z
    .array(
      z.strictObject({
        procedure: z.string(),
        /** The button, at most 30 characters. */
        label: text.max(30),
        /** Words that choose it when typed: "mất sổ", "rách". */
        words: z.array(text),
      }),
    )
    .optional(),
  /** Its words still lead here, but nothing of its procedures is said until it is mended. */
  withdrawn: z.literal(true).optional(),
});

export type Topic = z.infer<typeof topicSchema>;

/** The sixteen things a message can be after; each has a file of sample phrases in `intents/`. */
export const INTENTS = [
  "ask_procedure",
  "dossier_status",
  "feedback_report",
  "book_appointment",
  "talk_to_staff",
  "office_info",
  "online_service_help",
  "rate_service",
  "subscribe_notice",
  "tourism_health_ocop",
  "greeting",
  "thanks_bye",
  "bot_identity",
  "out_of_scope",
  "abuse",
  "unclear",
] as const;

/** The sides of a procedure that a question may be about. */
export const ASPECTS = [
  "documents",
  "fee",
  "time",
  "place",
  "how",
  "form",
  "online",
  "result",
  "condition",
  "legal",
  "overview",
] as const;

/** One of the sixteen intents: a YAML file of `intents/`. */
export const intentSchema = z.strictObject({
  key: z.string(),
  /** What it is for, for whoever edits it. */
  about: text,
  phrases: z.array(text),
  /** Words or patterns that decide almost alone. */
  keywords: z.array(text),
  /** Of `out_of_scope`: words that decide like its keywords and teach the models nothing, so there may be hundreds; "…": anything between. */
  decisive: z.array(text).optional(),
  /** Of `ask_procedure`: questions that leave the procedure unnamed, by what they ask. */
  questions: z.partialRecord(z.enum(ASPECTS), z.array(text)).optional(),
});
export type IntentData = z.infer<typeof intentSchema>;
