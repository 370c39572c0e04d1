/**
 * A short code ("KS1") that a citizen sends to the Official Account to get one procedure: an entry of
 * `procedures-data/ma-ngan.yaml`. Printed on walls, so it is permanent: a code whose procedure is gone stays, with null.
 */
import { z } from "zod";

export const SHORT_CODE = /^[A-Z]{2}[1-9]\d{0,2}$/;

export const shortCodeSchema = z.strictObject({
  /** Two letters and a number, never used twice. */
  code: z.string().regex(SHORT_CODE),
  /** The procedure's id; null once it is no more. */
  procedure: z.string().nullable(),
});
export type ShortCode = z.infer<typeof shortCodeSchema>;

/**
 * Letters that people write before a number for other things: tạm trú dài hạn KT3, tờ khai CT01, Thông tư, Nghị định,
 * Quyết định, hồ sơ, mẫu số, thành phố, quốc lộ, thị xã, phụ lục, trường hợp, khu vực, khu phố, học kỳ, Chủ nhật, boats of
 * Cà Mau and Bạc Liêu; and short forms of được, không, với, mới, số nhà, số điện thoại, điện thoại.
 */
export const TAKEN_LETTERS: ReadonlySet<string> = new Set(
  "KT CT TT ND QD HS MS TP QL TX PL TH KV KP HK CN CM BL DC KO VS SN DT SD MK BN TY".split(" "),
);
