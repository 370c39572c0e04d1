/** "Hồ sơ tới đâu rồi": progress only. With a code alone no name, no procedure and no date is ever shown. */
import { type DossierLookup, ENDED, type Status } from "../../../dossiers/index.ts";
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
    if (isProven(dossier.code, moment)) return { ...(await showProven(only.lookup, moment)), effects };
    return { ...(await oneDossier(only.lookup, moment)), effects };
  }
  const unknown = found.filter(({ lookup }) => lookup.kind === "unknown-code");
  return {
    decision: unknown.length === found.length ? "ask_back" : "answer",
    blocks:
      others.length === 0
        ? [notFound(only?.code === IMPOSSIBLE ? null : (only?.code ?? null))]
        : [...found.flatMap(({ code, lookup }) => blocksOf(code, lookup)), ...oneByOne(found)],
    buttons: [BUTTONS.staff, BUTTONS.help],
    records: [],
    facts: [],
    remember: { pending: { kind: "await-code" } },
    effects,
  };
}

/** What looks like a code and can be none (an impossible day): looked up and answered as an unknown one is. */
export const lookUpImpossible = (moment: Moment): Promise<Answer> => lookUp([IMPOSSIBLE], moment);

/** What the four digits open, in the words that fit the status. */
const MORE: Readonly<Record<Status, string>> = {
  1: "thêm",
  2: "ngày hẹn",
  3: "thêm",
  4: "ngày hẹn",
  5: "giấy còn thiếu và ngày hẹn",
  6: "số tiền và ngày hẹn",
  7: "thêm",
  8: "thêm",
  9: "thêm",
  10: "thêm",
};

async function oneDossier(lookup: Extract<DossierLookup, { kind: "found" }>, moment: Moment): Promise<Answer> {
  const { dossier } = lookup;
  const follows = await moment.dossiers.follows(moment.citizen);
  const isFollowed = follows.some(({ code }) => code === dossier.code);
  const canProve = dossier.phoneKey !== null;
  const mayFollow = canProve && !isFollowed && !ENDED.has(dossier.status);
  return {
    decision: "answer",
    blocks: [
      ...progressBlocks(dossier),
      ...asOf(lookup),
      line(
        canProve
          ? `Muốn xem ${MORE[dossier.status]}, anh/chị nhắn 4 số cuối điện thoại đã ghi lúc nộp.`
          : "Hồ sơ này không có số điện thoại để đối chiếu nên em chỉ báo được tiến độ. Muốn biết thêm, anh/chị hỏi quầy đã nộp.",
      ),
    ],
    buttons: [...(mayFollow ? [followButton(dossier.code)] : []), BUTTONS.staff, BUTTONS.help],
    records: [],
    facts: [],
    remember: {
      shown: { code: dossier.code, at: moment.now },
      pending: canProve ? { kind: "await-digits", code: dossier.code, follow: false } : null,
    },
  };
}

/** Digits belong to one code. */
const oneByOne = (found: readonly { readonly lookup: DossierLookup }[]): Block[] =>
  found.some(({ lookup }) => lookup.kind === "found" && lookup.dossier.phoneKey !== null)
    ? [line("Muốn xem kỹ hồ sơ nào, anh/chị nhắn riêng mã hồ sơ đó giúp em.")]
    : [];

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
