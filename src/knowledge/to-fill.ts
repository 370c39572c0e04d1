/** What only the centre can say, as a list to carry to the desk: nothing of it is ever sent to a citizen. */
import type { Knowledge } from "./knowledge.ts";
import { deskOf, type UnitRecord } from "./unit.ts";

/** One line a gap, in Vietnamese, each beginning with where it is filled in. */
export function toFill({ centre, faqs, procedures, local, units }: Knowledge): string[] {
  return [
    ...Object.entries(CENTRE).flatMap(([field, what]) => (isEmpty(centre[field as keyof typeof centre]) ? [what] : [])),
    ...[...faqs.values()].flatMap(({ id, local_unknown }) =>
      local_unknown === null ? [] : [`Câu hỏi ${id}: ${local_unknown}`],
    ),
    ...[...procedures.values()].flatMap(({ id, fees, times, code }) => [
      ...(code === null ? [`Thủ tục ${id}: mã thủ tục`] : []),
      ...fees.filter(({ amount }) => amount === null).map((fee) => `Thủ tục ${id}: lệ phí, ${fee.case}`),
      ...times.filter(({ unknown }) => unknown).map((time) => `Thủ tục ${id}: thời hạn, ${time.case}`),
    ]),
    ...(local?.health ?? []).flatMap(({ id, name, address, phone }) => {
      const missing = [address === null ? "địa chỉ" : "", phone === null ? "số điện thoại" : ""].filter(Boolean);
      return missing.length > 0 ? [`Cơ sở y tế ${id} (${name}): ${missing.join(", ")}`] : [];
    }),
    ...(units?.units ?? []).flatMap((unit) => {
      const missing = deskGaps(unit);
      return missing.length > 0 ? [`Đơn vị ${unit.code} (${unit.full_name}): ${missing.join(", ")}`] : [];
    }),
  ];
}

/** What is not told of a unit's desk: not known, or known and confirmed by nobody. */
function deskGaps(unit: UnitRecord): string[] {
  const told = deskOf(unit);
  return Object.entries(DESK).flatMap(([part, what]) => {
    const name = part as keyof typeof DESK;
    if (told[name]) return [];
    return [unit[name] ? `${what} (chưa có ngày xác nhận)` : what];
  });
}

const DESK = { address: "địa chỉ", hours: "giờ làm việc", phone: "số điện thoại" } as const;

/** Fields of `centre.yaml` and what each is. */
const CENTRE = {
  address: "Trung tâm (centre.yaml): địa chỉ",
  website: "Trung tâm (centre.yaml): địa chỉ trang web của chương trình này",
  phones: "Trung tâm (centre.yaml): số điện thoại đã xác nhận",
  hours: "Trung tâm (centre.yaml): giờ làm việc từ thứ Hai đến thứ Sáu",
  saturday: "Trung tâm (centre.yaml): có làm sáng thứ Bảy không",
  oa_id: "Trung tâm (centre.yaml): mã trang Zalo OA",
  feedback_url: "Trung tâm (centre.yaml): nơi nhận phản ánh, kiến nghị",
} as const;

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
