/** What each button does. */
import { placesOf, resolveRef } from "../knowledge/places/index.ts";
import type { Procedure } from "../knowledge/procedure.ts";
import { type Answer, say } from "./answer.ts";
import { answerTopic } from "./answers/ask-procedure.ts";
import { answerConsent } from "./answers/consent/answer-consent.ts";
import { askRating, giveScore } from "./answers/consent/rating.ts";
import { noRecord } from "./answers/desk.ts";
import { askForCode } from "./answers/dossier/ask.ts";
import { share, showFollowed, startFollowing, stopFollowing, unshare } from "./answers/dossier/follow.ts";
import { lookUp } from "./answers/dossier/look-up.ts";
import { answerFaq } from "./answers/faq.ts";
import { officeInfo } from "./answers/office.ts";
import { eraseRequest, privacyNotice } from "./answers/privacy.ts";
import { answerProcedure } from "./answers/procedure/index.ts";
import { help } from "./answers/small-talk.ts";
import { askStaff, signInFirst } from "./answers/staff.ts";
import { ASPECT_TITLES, BUTTONS } from "./buttons.ts";
import { answerChecklist } from "./checklist/checklist.ts";
import { tellable } from "./local/entries.ts";
import { listed } from "./local/find-local.ts";
import { tellEntry, tellSeveral } from "./local/tell-local.ts";
import type { Moment } from "./moment.ts";
import type { Payload } from "./payloads.ts";
import { askPlace, toAnswer } from "./places/answer-place.ts";
import { unitBefore } from "./places/where.ts";
import type { State } from "./state.ts";

const PERSONAL: ReadonlySet<Payload["kind"]> = new Set([
  "dossier",
  "dossier-yes",
  "dossier-fix",
  "dossier-follow",
  "dossier-unfollow",
  "dossier-share",
  "dossier-unshare",
  "dossier-follows",
  "consent",
  "rate",
  "staff",
  "erase",
]);

export async function respondToPayload(payload: Payload, moment: Moment): Promise<Answer> {
  const { knowledge, calendar, state, now, today } = moment;
  if (moment.anonymous && PERSONAL.has(payload.kind)) return signInFirst();
  switch (payload.kind) {
    case "procedure": {
      const procedure = knowledge.procedures.get(payload.id)!;
      const said = saidOf(procedure, state);
      const where = unitBefore(state, knowledge);
      return answerProcedure(
        { procedure, aspects: [payload.aspect], from: payload.from, said, where },
        knowledge,
        today,
      );
    }
    case "place": {
      const where = resolveRef(payload.ref, placesOf(knowledge.units!))!;
      const procedure = payload.procedure === null ? undefined : knowledge.procedures.get(payload.procedure);
      if (!procedure) return toAnswer(where, knowledge);
      if (where.kind === "ask") return askPlace(where, procedure.id, null);
      return answerProcedure(
        { procedure, aspects: ["place"], said: saidOf(procedure, state), where },
        knowledge,
        today,
      );
    }
    case "checklist": {
      const procedure = knowledge.procedures.get(payload.id)!;
      return answerChecklist({ ...payload, procedure, before: saidOf(procedure, state) }, knowledge, today);
    }
    case "topic": {
      const topic = knowledge.topics.get(payload.key)!;
      return topic.procedures.length === 0
        ? noRecord(topic, knowledge.centre)
        : answerTopic(topic, payload.aspect, knowledge, today);
    }
    case "faq":
      return answerFaq(knowledge.faqs.get(payload.id)!, knowledge, today) ?? expired();
    case "local":
      return tellEntry(tellable(knowledge).find(({ value }) => value.id === payload.id)!, "");
    case "locals": {
      const entries = listed(payload.group, knowledge);
      const from = Math.min(payload.from, entries.length);
      return tellSeveral({ kind: "several", group: payload.group, entries, place: null }, from);
    }
    case "dossier":
    case "dossier-fix":
      return askForCode();
    case "dossier-yes":
      return state.pending?.kind === "confirm-code" ? lookUp(state.pending.codes, moment) : askForCode();
    case "dossier-follow":
      return startFollowing(payload.code, moment);
    case "dossier-unfollow":
      return stopFollowing(payload.code, moment);
    case "dossier-share":
      return share(payload.code, moment);
    case "dossier-unshare":
      return unshare(payload.code);
    case "dossier-follows":
      return showFollowed(moment);
    case "consent":
      return (await answerConsent(payload.agreed, moment)) ?? help();
    case "rate":
      return payload.score === null ? askRating(null, moment) : giveScore(payload.score, moment);
    case "staff":
      return askStaff(subjectOf(moment), knowledge.centre, calendar, now);
    case "help":
      return help();
    case "hours":
      return officeInfo(knowledge.centre, calendar, now);
    case "privacy":
      return privacyNotice(moment);
    case "erase":
      return eraseRequest();
  }
}

/** What was said while the same subject went on. */
const saidOf = (procedure: Procedure, state: State) => (state.topic === procedure.topic ? state.said : []);

/** For the officer: what this person was reading when they pressed the button. */
function subjectOf({ state, knowledge }: Moment): string {
  const name = state.procedure
    ? knowledge.procedures.get(state.procedure)?.short_name
    : state.topic
      ? knowledge.topics.get(state.topic)?.name
      : undefined;
  if (!name) return "Bấm nút Gặp cán bộ";
  const aspect = state.aspect ? ASPECT_TITLES[state.aspect as keyof typeof ASPECT_TITLES] : undefined;
  return `Bấm nút Gặp cán bộ khi đang hỏi: ${name}${aspect ? `, ${aspect.toLowerCase()}` : ""}`;
}

const expired = (): Answer =>
  say(
    "desk",
    ["Quy định phần này em đang giữ đã hết hiệu lực nên em không dám trả lời."],
    [BUTTONS.staff, BUTTONS.help],
  );
