/**
 * What we ask Đồng ý / Không for, one purpose each (dossier-and-centre.md (h)). Raise a version when its question changes in
 * meaning: it is kept with each answer.
 */
import type { ConsentPurpose, DossierEffect } from "../../../dossiers/index.ts";
import type { Moment } from "../../moment.ts";

export const NOTICE_VERSIONS: Readonly<Record<ConsentPurpose, string>> = {
  "follow-dossier": "follow-1",
  photo: "photo-1",
  location: "location-1",
  rating: "rating-1",
};

/** As "Quyền riêng tư" names them. */
export const PURPOSE_NAMES: Readonly<Record<ConsentPurpose, string>> = {
  "follow-dossier": "báo tin hồ sơ",
  photo: "nhờ cán bộ xem hình",
  location: "nhờ cán bộ xem vị trí",
  rating: "chấm điểm phục vụ",
};

export const consentEffect = (
  { dossiers, citizen }: Moment,
  purpose: ConsentPurpose,
  answer: "yes" | "no" | "withdrawn",
): DossierEffect => ({
  kind: "consent",
  who: dossiers.whoIs(citizen),
  purpose,
  answer,
  noticeVersion: NOTICE_VERSIONS[purpose],
});

/** They agreed to these very words since then (epoch ms). */
export async function hasAgreed(moment: Moment, purpose: ConsentPurpose, since: number): Promise<boolean> {
  const consents = await moment.dossiers.consentsOf(moment.dossiers.whoIs(moment.citizen));
  return consents.some(
    (one) =>
      one.purpose === purpose &&
      one.answer === "yes" &&
      one.noticeVersion === NOTICE_VERSIONS[purpose] &&
      one.at >= since,
  );
}
