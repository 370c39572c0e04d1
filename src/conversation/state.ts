/** What a conversation remembers between turns. Stored as JSON; unknown or broken state reads as a fresh one. */
import { z } from "zod";

const pendingSchema = z.discriminatedUnion("kind", [
  /** We asked which of these was meant; the next message may pick by number, place or words. */
  z.strictObject({
    kind: z.literal("choose"),
    options: z.array(z.strictObject({ label: z.string(), payload: z.string(), words: z.array(z.string()) })),
  }),
  /** We read a code back and asked whether it is right. */
  z.strictObject({ kind: z.literal("confirm-code"), codes: z.array(z.string()) }),
  /** We asked for a dossier code. */
  z.strictObject({ kind: z.literal("await-code") }),
  /** We said the rule of copies and asked how many pages; what was told before counts with the answer. */
  z.strictObject({
    kind: z.literal("count-pages"),
    procedure: z.string(),
    copies: z.number().int(),
    papers: z.number().int(),
  }),
  /** We asked for the name of a commune, of this district if one was named, to answer this procedure with. */
  z.strictObject({ kind: z.literal("which-place"), district: z.string().nullable(), procedure: z.string().nullable() }),
  /** We asked for the last four digits of the phone; with `follow` they wish to follow the dossier then. */
  z.strictObject({ kind: z.literal("await-digits"), code: z.string(), follow: z.boolean() }),
  /** We asked whether they agree that we keep what following needs. */
  z.strictObject({ kind: z.literal("consent-follow"), code: z.string(), shareId: z.number().int().nullable() }),
  /** We asked whether we may note a photo or a location, sent `at` (epoch ms), or a score; `score`: said already. */
  z.strictObject({
    kind: z.literal("consent-keep"),
    purpose: z.enum(["photo", "location", "rating"]),
    at: z.number(),
    score: z.literal([1, 2, 3, 4, 5]).nullable(),
  }),
  /** They agreed to a score being kept, and we asked for it. */
  z.strictObject({ kind: z.literal("rate") }),
  /** We listed so many cases of a checklist and asked which are theirs; `payload` carries the answers before. */
  z.strictObject({ kind: z.literal("pick-cases"), payload: z.string(), count: z.number().int() }),
]);

export const stateSchema = z.strictObject({
  /** Topic, procedure and aspect of the last answer, for follow-ups. */
  topic: z.string().nullable(),
  procedure: z.string().nullable(),
  aspect: z.string().nullable(),
  /** What the citizen said of their case while this topic goes on: keys of circumstances, denied ones with "!". */
  said: z.array(z.string()).default([]),
  /** Code of today's commune or ward that the citizen told of. */
  unit: z.string().nullable().default(null),
  pending: pendingSchema.nullable(),
  /** They asked for a person, and we for the question itself: what comes now is for the officer too. */
  wordsForStaff: z.boolean().default(false),
  /** The last turn answered from a record: only then "sai rồi" is about it. */
  answered: z.boolean().default(false),
  /** How often in a row we asked back: at most once before an answer or the desk. */
  askedBack: z.number().int(),
  /** The privacy notice that this person has seen; null: not yet. */
  noticeVersion: z.string().nullable(),
  /** The dossier that they proved to be theirs, and when (epoch ms). */
  proven: z.strictObject({ code: z.string(), at: z.number() }).nullable().default(null),
  /** The one dossier that was looked up last, and when (epoch ms). */
  shown: z.strictObject({ code: z.string(), at: z.number() }).nullable().default(null),
  /** The local day on which they last gave a score. */
  ratedOn: z.string().nullable().default(null),
  /** Of earlier versions; wrong tries are counted in the access log now. */
  wrongCodes: z.array(z.number()).optional(),
  /** When the last message came, to let old context fade. */
  lastAt: z.number(),
});

export type State = z.infer<typeof stateSchema>;

export const FRESH: State = {
  topic: null,
  procedure: null,
  aspect: null,
  said: [],
  unit: null,
  pending: null,
  wordsForStaff: false,
  answered: false,
  askedBack: 0,
  noticeVersion: null,
  proven: null,
  shown: null,
  ratedOn: null,
  lastAt: 0,
};
