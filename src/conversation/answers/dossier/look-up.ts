/** "Hồ sơ tới đâu rồi": progress only. With a code alone no name, no procedure and no date is ever shown. */
import type { DossierLookup } from "../../../dossiers/index.ts";
import { type Answer, type Block, line } from "../../answer.ts";
import { BUTTONS, followButton } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { notFound, throttled, unavailable } from "./ask.ts";
import { showProven } from "./details.ts";
import { asOf, progressBlocks } from "./progress.ts";
import { isProven } from "./proven.ts";
import { access, isThrottled } from "./tries.ts";

/** Nobody's, with a day that is none. */
const IMPOSSIBLE = "H00-000000-0000";
/** Codes looked up in one message. */
const MOST_CODES = 3;

/** Looks up every code and answers in the order written, in one message. Guessing is slowed down (dossiers/throttle). */
export async function lookUp(codes: readonly string[], moment: Moment): Promise<Answer> {
  if (await isThrottled(moment)) return throttled();
  const asked = codes.slice(0, MOST_CODES);
  const found = await Promise.all(asked.map(async (code) => ({ code, lookup: await moment.dossiers.find(code) })));
  if (found.every(({ lookup }) => lookup.kind === "unavailable")) return unavailable();
  const effects = found.flatMap(({ code, lookup }) =>
    lookup.kind === "unavailable" ? [] : [access(moment, code, "code", lookup.kind === "found" ? "found" : "unknown")],
  );
  const [only, ...others] = found;
  if (only?.lookup.kind === "found" && others.length === 0) {
    const { dossier } = only.lookup;
    if (isProven(dossier.code, moment)) return { ...showProven(only.lookup, moment), effects };
    return { ...(await oneDossier(only.lookup, moment)), effects };
  }
  const unknown = found.filter(({ lookup }) => lookup.kind === "unknown-code");
  return {
    decision: unknown.length === found.length ? "ask_back" : "answer",
    blocks:
      others.length === 0
        ? [notFound(only?.code === IMPOSSIBLE ? null : (only?.code ?? null))]
        : found.flatMap(({ code, lookup }) => blocksOf(code, lookup)),
    buttons: [BUTTONS.staff, BUTTONS.help],
    records: [],
    facts: [],
    remember: { pending: unknown.length > 0 ? { kind: "await-code" } : null },
    effects,
  };
}

/** What looks like a code and can be none (an impossible day): looked up and answered as an unknown one is. */
export const lookUpImpossible = (moment: Moment): Promise<Answer> => lookUp([IMPOSSIBLE], moment);

async function oneDossier(lookup: Extract<DossierLookup, { kind: "found" }>, moment: Moment): Promise<Answer> {
  const { dossier } = lookup;
  const follows = await moment.dossiers.follows(moment.citizen);
  const isFollowed = follows.some(({ code }) => code === dossier.code);
  const canProve = dossier.phoneKey !== null;
  return {
    decision: "answer",
    blocks: [
      ...progressBlocks(dossier),
      ...asOf(lookup),
      ...(canProve
        ? [
            line(
              "Muốn xem ngày hẹn và giấy tờ còn thiếu, anh/chị nhắn 4 số cuối điện thoại đã ghi lúc nộp; chưa khớp thì em chỉ báo được tiến độ.",
            ),
          ]
        : []),
    ],
    buttons: [...(canProve && !isFollowed ? [followButton(dossier.code)] : []), BUTTONS.staff, BUTTONS.help],
    records: [],
    facts: [],
    remember: { pending: canProve ? { kind: "await-digits", code: dossier.code, follow: false } : null },
  };
}

function blocksOf(code: string, lookup: DossierLookup): Block[] {
  switch (lookup.kind) {
    case "found":
      return [...progressBlocks(lookup.dossier), ...asOf(lookup)];
    case "unknown-code":
      return [line(`Mã ${code}: em không thấy hồ sơ nào, anh/chị xem lại mã trên giấy hẹn giúp em.`)];
    case "unavailable":
      return [line(`Hồ sơ ${code}: hệ thống một cửa chưa trả lời, anh/chị nhắn lại mã sau ít phút giúp em.`)];
  }
}
