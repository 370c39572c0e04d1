/** Dossiers as officers see them: due, late, one by its code; and a file of them taken in. No citizen's name anywhere. */
export type DossierRow = {
  readonly code: string;
  readonly status: number;
  readonly procedureName: string | null;
  readonly unit: string | null;
  readonly receivedOn: string | null;
  readonly dueOn: string | null;
  readonly finishedOn: string | null;
  readonly missing: readonly string[];
  /** When we were last told of it. */
  readonly knownAt: number;
};

export type DossierEvent = {
  readonly at: number;
  /** What a follower was told, or that somebody looked it up. */
  readonly what: string;
};

export type DossierQuery = {
  /** Only this commune's; null: all. */
  readonly unit: string | null;
  /** Beginning of a code. */
  readonly code: string;
  /** `late`: its day is over; `soon`: within a week; `all`: newest first. */
  readonly which: "late" | "soon" | "all";
  readonly today: string;
};

export type DossierDeskStore = {
  count(unit: string | null): Promise<number>;
  list(query: DossierQuery, limit: number): Promise<readonly DossierRow[]>;
  /** Null: not known, or not of this unit. */
  one(code: string, unit: string | null): Promise<DossierRow | null>;
  /** Newest first. */
  eventsOf(code: string): Promise<readonly DossierEvent[]>;
};

export const STATUS_NAMES: Readonly<Record<number, string>> = {
  1: "Mới đăng ký",
  2: "Được tiếp nhận",
  3: "Không được tiếp nhận",
  4: "Đang xử lý",
  5: "Yêu cầu bổ sung giấy tờ",
  6: "Chờ nộp phí, lệ phí",
  7: "Công dân rút hồ sơ",
  8: "Dừng xử lý",
  9: "Đã xử lý xong",
  10: "Đã trả kết quả",
};

/** Somebody still waits for a result. */
export const OPEN_STATUSES: readonly number[] = [1, 2, 4, 5, 6];
export const isOpen = (status: number): boolean => OPEN_STATUSES.includes(status);

/** What an import came to; see dossiers/import. */
export type ImportResult = {
  readonly outcome: "taken" | "refused" | "checked";
  readonly rows: number;
  readonly good: number;
  readonly wrong: number;
  /** One line each, in Vietnamese, without any value of the row. */
  readonly problems: readonly string[];
  /** [field's name, the column's header]. */
  readonly columns: readonly (readonly [string, string])[];
  readonly headers: readonly string[];
};

/** Runs imports: in console-import.ts, for it takes the rooms of dossiers and storage. Throws `Invalid`. */
export type Importer = (job: {
  readonly path: string;
  readonly dryRun: boolean;
  readonly takeGoodRows: boolean;
  /** Field's name to header, as the officer chose. */
  readonly columns: ReadonlyMap<string, string>;
  readonly onProgress: (rows: number) => void;
}) => Promise<ImportResult>;

/** Fields by which an officer names a column. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  "ma-ho-so": "Mã hồ sơ",
  "trang-thai": "Trạng thái",
  "ma-thu-tuc": "Mã thủ tục",
  "ten-thu-tuc": "Tên thủ tục",
  "don-vi": "Đơn vị",
  "ngay-nhan": "Ngày nhận",
  "ngay-hen": "Ngày hẹn trả",
  "ngay-xong": "Ngày xong",
  "giay-thieu": "Giấy còn thiếu",
  "tien-phai-nop": "Tiền phải nộp",
  "dien-thoai": "Số điện thoại",
};
