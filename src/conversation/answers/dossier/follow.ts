/** "Báo cho tôi khi có kết quả": following a dossier, seeing what one follows, stopping, and handing it to a relative. */
import { progressOf } from "../../../dossiers/index.ts";
import { type Answer, line, list, say } from "../../answer.ts";
import { BUTTONS, followsButton, unfollowButton, unshareButton } from "../../buttons.ts";
import type { Moment } from "../../moment.ts";
import { plainWords } from "../../plain-words.ts";
import { consentEffect } from "../consent/purposes.ts";
import { throttled } from "./ask.ts";
import { askConsent } from "./consent.ts";
import { askForDigits } from "./proof.ts";
import { isProven } from "./proven.ts";
import { noPhone } from "./shown.ts";
import { access, isThrottled } from "./tries.ts";

const MOST_FOLLOWED = 20;
const SHARE_MS = 7 * 24 * 3_600_000;

/** What a wish about notices asks of us, or null when it is about something else than dossiers. */
export function followCommand(text: string): "start" | "stop" | "list" | null {
  const words = plainWords(text);
  if (
    /\b(tat|huy|bo|ngung|ngung|dung|thoi|khoi|khong muon)\b.*\b(thong bao|theo doi|nhan tin|tin nhan|nhan|gui|bao)\b/.test(
      words,
    )
  ) {
    return "stop";
  }
  if (/\b(xem|danh sach|dang(?! ky)) .*(thong bao|theo doi)\b/.test(words)) return "list";
  return /\b(ho so|ket qua|xong)\b/.test(words) ? "start" : null;
}

/** "xem hồ sơ đang theo dõi", "bỏ theo dõi hồ sơ này": rather about the list than about where the dossier is. */
export function isAboutFollowing(text: string): boolean {
  return /\b(?:theo doi|thong bao)\b/.test(plainWords(text)) && ["stop", "list"].includes(followCommand(text) ?? "");
}

/** Proof first, then consent. */
export async function startFollowing(code: string, moment: Moment): Promise<Answer> {
  const follows = await moment.dossiers.follows(moment.citizen);
  if (follows.some((follow) => follow.code === code)) {
    return say(
      "answer",
      [`Dạ, em đang theo dõi hồ sơ ${code} rồi, có gì mới em nhắn liền.`],
      [followsButton, BUTTONS.help],
    );
  }
  if (follows.length >= MOST_FOLLOWED) {
    return say(
      "desk",
      [`Anh/chị đang theo dõi ${MOST_FOLLOWED} hồ sơ, bỏ bớt rồi em nhận thêm.`],
      [followsButton, BUTTONS.help],
    );
  }
  if (isProven(code, moment)) return askConsent(code, null);
  const lookup = await moment.dossiers.find(code);
  return lookup.kind === "found" && lookup.dossier.phoneKey === null ? noPhone(code) : askForDigits(code);
}

/** Asked without a code: the code first, everything else follows from it. */
export const askWhichToFollow = (): Answer =>
  say(
    "ask_back",
    ["Dạ được. Anh/chị nhắn mã hồ sơ in trên giấy hẹn, rồi bấm “Báo khi có kết quả” giúp em ạ?"],
    [BUTTONS.staff, BUTTONS.help],
    { remember: { pending: { kind: "await-code" } } },
  );

export async function showFollowed({ dossiers, citizen }: Moment): Promise<Answer> {
  const follows = await dossiers.follows(citizen);
  if (follows.length === 0) {
    return say("answer", ["Anh/chị chưa nhờ em theo dõi hồ sơ nào."], [BUTTONS.dossier, BUTTONS.help]);
  }
  const items = follows.map(
    ({ code, status, isShared }) => `${code}: ${progressOf(status).words}${isShared ? " (người nhà đưa mã)" : ""}`,
  );
  return {
    decision: "answer",
    blocks: [line("Em đang theo dõi giúp anh/chị:"), list(items, { noun: "hồ sơ" }), line("Bấm để thôi theo dõi.")],
    buttons: [...follows.slice(0, 4).map(({ code }) => unfollowButton(code)), BUTTONS.help],
    records: [],
    facts: [],
  };
}

export const stopFollowing = (code: string, moment: Moment): Answer =>
  say("answer", [`Dạ, em thôi theo dõi hồ sơ ${code} và không giữ mã đó nữa.`], [followsButton, BUTTONS.help], {
    effects: [{ kind: "dossier-unfollow", code }, consentEffect(moment, "follow-dossier", "withdrawn")],
  });

/** A parent hands a short code to a child; only who has proven the dossier may. */
export async function share(code: string, moment: Moment): Promise<Answer> {
  const { dossiers, citizen, now } = moment;
  const mayShare =
    isProven(code, moment) || (await dossiers.follows(citizen)).some((one) => one.code === code && !one.isShared);
  if (!mayShare) return askForDigits(code);
  const { code: shareCode, key } = dossiers.newShare();
  return say(
    "answer",
    [
      `Anh/chị đưa mã này cho người nhà: ${shareCode}`,
      "Người nhà nhắn mã đó cho em là theo dõi được tiến độ hồ sơ. Mã dùng cho một người, trong 7 ngày. Đổi ý thì bấm “Thôi chia sẻ”.",
    ],
    [unshareButton(code), BUTTONS.help],
    { effects: [{ kind: "dossier-share", code, key, expiresAt: now + SHARE_MS }] },
  );
}

export const unshare = (code: string): Answer =>
  say(
    "answer",
    [`Dạ, mã chia sẻ của hồ sơ ${code} không dùng được nữa, ai theo dõi bằng mã đó cũng thôi.`],
    [BUTTONS.help],
    {
      effects: [{ kind: "dossier-unshare", code }],
    },
  );

/** A shared code is guessed as little as a dossier code. */
export async function followByShare(shareCode: string, moment: Moment): Promise<Answer> {
  if (await isThrottled(moment)) return throttled();
  const found = await moment.dossiers.shareOf(moment.dossiers.shareKey(shareCode), moment.now);
  if (found === null) {
    return say(
      "ask_back",
      ["Mã chia sẻ này không dùng được: sai mã, quá hạn, hoặc đã có người dùng. Anh/chị xin lại mã giúp em ạ?"],
      [BUTTONS.help],
      {
        effects: [access(moment, shareCode, "share", "unknown")],
      },
    );
  }
  return { ...askConsent(found.code, found.id), effects: [access(moment, found.code, "share", "found")] };
}
