/** Small knowledge by hand: builders say only what matters to a test. */
import type { WorkingCalendar } from "../../src/calendar/working-calendar.ts";
import type { Content, Conversation } from "../../src/channel/message.ts";
import { createResponder, FRESH, NOTICE_VERSION, type State, type Turn } from "../../src/conversation/index.ts";
import { asDesk, type Dossier, type DossierSource } from "../../src/dossiers/index.ts";
import type { Centre } from "../../src/knowledge/centre.ts";
import type { Faq } from "../../src/knowledge/faq.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { type Procedure, procedureSchema } from "../../src/knowledge/procedure.ts";
import type { Topic } from "../../src/knowledge/topic.ts";
import type { Context, Understander, Understanding } from "../../src/understanding/understanding.ts";

export const NOON = Date.parse("2026-11-23T12:00:00+07:00");

export function aProcedure(some: Partial<Procedure> = {}): Procedure {
  return procedureSchema.parse({
    id: "dang-ky-thu",
    code: null,
    name: "Đăng ký thử",
    short_name: "Đăng ký thử",
    topic: "thu",
    field: "Hộ tịch",
    level: "xã",
    authority: "UBND cấp xã",
    audience: "Công dân Việt Nam",
    aliases: [],
    documents: [{ name: "Tờ khai", form: null, quantity: 1, when: null, note: null }],
    forms: [],
    fees: [{ case: "thường", amount: 15000, unit: "đồng/lần", note: null, basis: "TT 1/2025/TT-BTC" }],
    times: [{ case: "thường", text: "3 ngày làm việc", working_days: 3, basis: "Nghị định 2/2025/NĐ-CP" }],
    channels: ["trực tiếp tại Trung tâm Phục vụ hành chính công xã/phường"],
    steps: ["Nộp hồ sơ"],
    result: "Giấy xác nhận",
    conditions: [],
    legal_basis: [{ number: "Luật Thử 1/2020/QH14", date: null }],
    main_basis: ["Luật Thử 1/2020/QH14"],
    notes: [],
    sources: ["https://dichvucong.gov.vn"],
    confidence: "high",
    checked_on: "2026-11-22",
    doubts: [],
    disputed: null,
    ...some,
  });
}

export function aTopic(some: Partial<Topic> = {}): Topic {
  return {
    key: "thu",
    name: "Đăng ký thử",
    procedures: ["dang-ky-thu"],
    usual: null,
    phrases: [],
    keywords: [],
    ask: null,
    ...some,
  };
}

export function aFaq(some: Partial<Faq> = {}): Faq {
  return {
    id: "hoi_thu",
    intent: "online_service_help",
    subject: "VNeID",
    question: "Hỏi thử?",
    variants: [],
    facts: ["Câu trả lời thử."],
    steps: [],
    basis: "Luật Thử",
    sources: [],
    confidence: "high",
    disputed: null,
    local_unknown: null,
    checked_on: "2026-11-22",
    ...some,
  };
}

export function aCentre(some: Partial<Centre> = {}): Centre {
  return {
    name: "Trung tâm Phục vụ hành chính công tỉnh Cà Mau",
    province: "Cà Mau",
    unit: null,
    address: null,
    website: null,
    phones: [],
    hours: null,
    saturday: null,
    unit_hours: [],
    oa_id: null,
    feedback_url: null,
    confirmed_on: null,
    ...some,
  };
}

export const MORNING_AND_AFTERNOON = [
  { from: "07:00", to: "11:00" },
  { from: "13:00", to: "17:00" },
];

type Parts = { procedures?: Procedure[]; topics?: Topic[]; faqs?: Faq[]; centre?: Centre };

export function knowledgeOf({ procedures = [], topics = [], faqs = [], centre = aCentre() }: Parts): Knowledge {
  return {
    version: "abcdef012345",
    procedures: new Map(procedures.map((each) => [each.id, each])),
    topics: new Map(topics.map((each) => [each.key, each])),
    intents: new Map(),
    faqs: new Map(faqs.map((each) => [each.id, each])),
    centre,
  };
}

export function understood(some: Partial<Understanding> = {}): Understanding {
  const topic = some.topic ?? null;
  return {
    intent: topic ? "ask_procedure" : "unclear",
    topic,
    topics: topic ? [{ id: topic, score: 0.9 }] : [],
    procedures: [],
    aspect: null,
    also: [],
    slots: { dossierCodes: [], sawCitizenId: false },
    faq: null,
    faqs: [],
    emergency: null,
    confidence: 0.9,
    certainty: "answer",
    reasons: [],
    ...some,
  };
}

/** Understands exactly the sentences of a script; everything else is unclear. */
export function scripted(script: Record<string, Partial<Understanding>>): Understander & { contexts: Context[] } {
  const contexts: Context[] = [];
  return {
    contexts,
    understand(text, context) {
      contexts.push(context);
      return understood(script[text] ?? {});
    },
  };
}

/** Weekdays without 24/11/2026, the Day of Vietnamese Culture; 2027 is not announced yet. */
export const calendar: WorkingCalendar = {
  dayOf: (instant) => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10),
  isWorkingDay: (day) => ![0, 6].includes(new Date(day).getUTCDay()) && day !== "2026-11-24",
  isCertain: (day) => day < "2027-01-01",
  closures: () => [],
  nextWorkingDay(day) {
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    return this.isWorkingDay(next) ? next : this.nextWorkingDay(next);
  },
  workingDaysBetween: () => 0,
};

/** A desk that remembers wrong tries, as the access log does. */
function rememberingDesk(source: DossierSource) {
  const tries: number[] = [];
  const bare = asDesk(source);
  return {
    desk: { ...bare, wrongTriesOf: async (_who: string, since: number) => tries.filter((at) => at > since) },
    note(effects: Turn["effects"], now: number) {
      for (const effect of effects) {
        if (effect.kind === "dossier-access" && ["unknown", "wrong"].includes(effect.outcome)) tries.push(now);
      }
    },
  };
}

export function dossiersOf(...known: Partial<Dossier>[]): DossierSource & { asked: string[] } {
  const asked: string[] = [];
  const full = known.map((some) => ({
    code: "H12.34-260804-0583",
    status: 4 as const,
    procedureCode: null,
    procedureName: "Cấp giấy phép bí mật",
    unit: "Phường An Xuyên",
    receivedOn: "2026-08-04",
    dueOn: "2026-08-20",
    finishedOn: null,
    missing: [],
    feeDue: null,
    phoneKey: null,
    knownAt: NOON,
    ...some,
  }));
  return {
    asked,
    async find(code) {
      asked.push(code);
      const dossier = full.find((each) => each.code === code);
      return dossier ? { kind: "found", dossier, freshness: "current" } : { kind: "unknown-code" };
    },
  };
}

export const SEEN: State = { ...FRESH, noticeVersion: NOTICE_VERSION, lastAt: NOON };
const FROM: Conversation = { oaId: "1", citizenId: "2" };

type TalkParts = Parts & {
  script?: Record<string, Partial<Understanding>>;
  understander?: Understander;
  dossiers?: DossierSource;
  knowledge?: Knowledge;
  calendar?: WorkingCalendar;
  state?: State;
  from?: Conversation;
  now?: number;
};

/** A conversation that remembers its state, as the intake would. */
export function talk(parts: TalkParts = {}) {
  const knowledge = parts.knowledge ?? knowledgeOf(parts);
  const remembering = rememberingDesk(parts.dossiers ?? dossiersOf());
  const responder = createResponder({
    knowledge: () => knowledge,
    understander: () => parts.understander ?? scripted(parts.script ?? {}),
    dossiers: remembering.desk,
    calendar: () => parts.calendar ?? calendar,
  });
  let state = parts.state ?? SEEN;
  let now = parts.now ?? NOON;
  return {
    get state() {
      return state;
    },
    wait(ms: number) {
      now += ms;
    },
    async sends(content: Content): Promise<Turn> {
      const turn = await responder.respond({ from: parts.from ?? FROM, content, state, now });
      state = turn.state;
      remembering.note(turn.effects, now);
      return turn;
    },
    async says(text: string): Promise<Turn> {
      return this.sends({ kind: "text", text });
    },
  };
}

export const textOf = (turn: Turn): string => turn.replies.map((reply) => reply.text).join("\n");
export const titlesOf = (turn: Turn): string[] => turn.replies.flatMap((reply) => reply.buttons.map((b) => b.title));
export const saysOf = (turn: Turn): string[] =>
  turn.replies.flatMap((reply) => reply.buttons.flatMap((b) => ("say" in b ? [b.say] : [])));
