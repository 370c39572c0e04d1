/**
 * The shapes in which a one-stop system may push dossiers: `DongBoHoSoMC` and `CapNhatTienDoHoSoMC` of the connector to
 * the national portal (dossier-and-centre.md c5–c7), or plain JSON. Names, addresses, e-mails and whatever else is not
 * listed here are dropped as they arrive; of a phone only a keyed form of its last four digits goes on.
 */
import { z } from "zod";
import { canonicalFrom } from "../code-shape.ts";
import { readDay, readInstant } from "../dates.ts";
import type { DossierRecord, Status } from "../dossier.ts";
import { readMissing } from "../missing-papers.ts";
import { lastFourOf, type Pseudonym, phoneKeyOf } from "../phone-key.ts";
import { readStatus } from "../status-words.ts";

const text = z.string().max(1_000);
const day = z.union([text, z.number()]);
const status = z.union([z.number(), text]).describe("1–10, or the name of one of the ten statuses");
const MOMENT = "yyyyMMddHHmmss, local time";

/** A whole dossier as the connector synchronises it (c6). Fields that we do not use are accepted and dropped. */
export const syncRecord = z.looseObject({
  MaHoSo: text.describe("Dossier code, as printed on the slip"),
  TrangThaiHoSo: status,
  MaTTHC: text.nullish(),
  TenTTHC: text.nullish(),
  DonViXuLy: text.nullish(),
  NgayTiepNhan: day.nullish().describe(MOMENT),
  NgayHenTra: day.nullish().describe(MOMENT),
  NgayKetThucXuLy: day.nullish().describe(MOMENT),
  NgayTra: day.nullish().describe(MOMENT),
  SoDienThoai: text.nullish().describe("Only a keyed form of the last four digits is kept"),
  DanhSachLePhi: z
    .array(z.unknown())
    .max(100)
    .nullish()
    .describe(
      "Objects with Gia (đồng) and HinhThucThu: 1 paid on reception, 2 to be paid on the way, 4 with the result",
    ),
  DanhSachHoSoBoSung: z.array(z.unknown()).max(100).nullish().describe("Texts, or objects with a name of the paper"),
});

/** One step of a dossier on its way (c7). */
export const progressRecord = z.looseObject({
  MaHoSo: text,
  TrangThai: status,
  ThoiDiemXuLy: text.nullish().describe(`${MOMENT}; an older step than the last known one changes nothing`),
  PhongBanXuLy: text.nullish(),
  NgayKetThucTheoQuyDinh: day.nullish().describe(MOMENT),
});

/** Plain JSON for whoever has no such connector. */
export const plainRecord = z.strictObject({
  code: text.describe("Dossier code, as printed on the slip"),
  status,
  procedureCode: text.nullish(),
  procedureName: text.nullish(),
  unit: text.nullish(),
  receivedOn: day.nullish().describe("yyyy-mm-dd"),
  dueOn: day.nullish().describe("yyyy-mm-dd, as on the slip"),
  finishedOn: day.nullish().describe("yyyy-mm-dd"),
  missing: z.array(text).max(100).nullish().describe("Missing papers in plain words"),
  feeDue: z.number().int().nonnegative().nullish().describe("To be paid now, in đồng"),
  phone: text.nullish().describe("Only a keyed form of the last four digits is kept"),
  knownAt: text.nullish().describe("ISO 8601 instant; an older record than the last known one changes nothing"),
});

export type RecordReading =
  | { readonly kind: "record"; readonly record: DossierRecord }
  /** `reason`: in Vietnamese, without any value of the record. */
  | { readonly kind: "wrong"; readonly reason: string };

export function readRecord(value: unknown, pseudonym: Pseudonym): RecordReading {
  if (typeof value !== "object" || value === null) return wrong("bản ghi không phải là một đối tượng JSON");
  try {
    if ("TrangThaiHoSo" in value) return fromSync(syncRecord.parse(value), pseudonym);
    if ("TrangThai" in value) return fromProgress(progressRecord.parse(value));
    return fromPlain(plainRecord.parse(value), pseudonym);
  } catch (error) {
    if (error instanceof z.ZodError) return wrong(`sai hoặc thiếu trường: ${fieldsOf(error)}`);
    if (error instanceof WrongField) return wrong(error.message);
    throw error;
  }
}

function fromSync(value: z.infer<typeof syncRecord>, pseudonym: Pseudonym): RecordReading {
  const code = codeOf(value.MaHoSo, "MaHoSo");
  const status = statusOf(value.TrangThaiHoSo, "TrangThaiHoSo");
  const fees = value.DanhSachLePhi ? { feeDue: feeDue(value.DanhSachLePhi, status) } : {};
  const reading = record({
    code,
    status,
    procedureCode: value.MaTTHC,
    procedureName: value.TenTTHC,
    unit: value.DonViXuLy,
    receivedOn: dayOf(value.NgayTiepNhan, "NgayTiepNhan"),
    dueOn: dayOf(value.NgayHenTra, "NgayHenTra"),
    finishedOn: dayOf(value.NgayKetThucXuLy, "NgayKetThucXuLy") ?? dayOf(value.NgayTra, "NgayTra"),
    missing: value.DanhSachHoSoBoSung ? readMissing(value.DanhSachHoSoBoSung.flatMap(nameOfPaper)) : undefined,
    phoneKey: phoneKey(code, value.SoDienThoai, pseudonym),
  });
  return { ...reading, record: { ...reading.record, ...fees } };
}

function fromProgress(value: z.infer<typeof progressRecord>): RecordReading {
  const at = value.ThoiDiemXuLy ? readInstant(value.ThoiDiemXuLy) : undefined;
  if (at === null) throw new WrongField("ThoiDiemXuLy không phải yyyyMMddHHmmss");
  return record({
    code: codeOf(value.MaHoSo, "MaHoSo"),
    status: statusOf(value.TrangThai, "TrangThai"),
    unit: value.PhongBanXuLy,
    dueOn: dayOf(value.NgayKetThucTheoQuyDinh, "NgayKetThucTheoQuyDinh"),
    knownAt: at,
  });
}

function fromPlain(value: z.infer<typeof plainRecord>, pseudonym: Pseudonym): RecordReading {
  const code = codeOf(value.code, "code");
  const knownAt = value.knownAt ? readInstant(value.knownAt) : undefined;
  if (knownAt === null) throw new WrongField("knownAt không phải thời điểm ISO 8601");
  return record({
    code,
    status: statusOf(value.status, "status"),
    procedureCode: value.procedureCode,
    procedureName: value.procedureName,
    unit: value.unit,
    receivedOn: dayOf(value.receivedOn, "receivedOn"),
    dueOn: dayOf(value.dueOn, "dueOn"),
    finishedOn: dayOf(value.finishedOn, "finishedOn"),
    missing: value.missing ? readMissing(value.missing) : undefined,
    feeDue: value.feeDue,
    phoneKey: phoneKey(code, value.phone, pseudonym),
    knownAt,
  });
}

/** Fields that were not told (absent, null or empty) are left out: they change nothing. */
function record(fields: Record<string, unknown>): Extract<RecordReading, { kind: "record" }> {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return { kind: "record", record: Object.fromEntries(told) as DossierRecord };
}

class WrongField extends Error {}
const wrong = (reason: string): RecordReading => ({ kind: "wrong", reason });

function codeOf(value: string, field: string): string {
  const code = canonicalFrom(value);
  if (code === null) throw new WrongField(`${field} không phải mã hồ sơ (ví dụ H12.34-260804-0583)`);
  return code;
}

function statusOf(value: unknown, field: string) {
  const read = readStatus(value);
  if (read === null) throw new WrongField(`${field} không phải một trong mười trạng thái 1–10`);
  return read;
}

function dayOf(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const read = readDay(value);
  if (read === null) throw new WrongField(`${field} không phải ngày có thật`);
  return read;
}

function phoneKey(code: string, phone: string | null | undefined, pseudonym: Pseudonym): string | undefined {
  const lastFour = lastFourOf(phone ?? "");
  return lastFour === null ? undefined : phoneKeyOf(pseudonym, code, lastFour);
}

/** The connector's list has no published shape: a text, or the field of an object that names a paper. */
function nameOfPaper(item: unknown): string[] {
  if (typeof item === "string") return [item];
  const named = Object.entries(item ?? {}).find(
    ([key, value]) => /^(?:Ten|NoiDung)/.test(key) && typeof value === "string",
  );
  return named ? [named[1] as string] : [];
}

/**
 * What is to be paid now: fees of kind 2 while payment is awaited (status 6), of kind 4 with the result (status 9). Null:
 * nothing, or a sum that cannot be read, of which nothing is said.
 */
function feeDue(list: readonly unknown[], status: Status): number | null {
  const kind = status === 6 ? "2" : status === 9 ? "4" : null;
  const due = list.filter((item) => kind !== null && String(fieldOf(item, "HinhThucThu")).trim() === kind);
  const amounts = due.map((item) => String(fieldOf(item, "Gia") ?? "").trim());
  if (!amounts.every((amount) => /^\d{1,10}(?:\.0+)?$/.test(amount))) return null;
  return amounts.reduce((sum, amount) => sum + Math.trunc(Number(amount)), 0) || null;
}

const fieldOf = (item: unknown, name: string): unknown =>
  typeof item === "object" && item !== null ? (item as Record<string, unknown>)[name] : undefined;

const fieldsOf = (error: z.ZodError): string =>
  [...new Set(error.issues.map((issue) => issue.path[0] ?? (issue as { keys?: string[] }).keys?.[0] ?? "?"))]
    .slice(0, 5)
    .join(", ");
