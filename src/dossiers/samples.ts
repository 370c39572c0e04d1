/**
 * Invented dossiers for demo mode, at least one for each status. The unit number 99 stands in for a commune's, because
 * the real ones are not known yet (dossier-and-centre.md, Cà Mau); nothing here concerns a real person or file.
 */
import type { Dossier, Status } from "./dossier.ts";
import { type Pseudonym, phoneKeyOf } from "./phone-key.ts";

export const SAMPLE_UNIT = "Trung tâm mẫu (dữ liệu thử)";

type Sample = {
  readonly status: Status;
  readonly procedure: string;
  /** Days before today: received; days from today: due, and finished. */
  readonly received: number;
  readonly due: number | null;
  readonly finished?: number;
  readonly missing?: readonly string[];
  readonly feeDue?: number;
};

/** Whoever tries the demo proves themselves with these. */
export const SAMPLE_LAST_FOUR = "0001";

const SAMPLES: readonly Sample[] = [
  { status: 1, procedure: "Đăng ký khai sinh", received: 0, due: null },
  { status: 2, procedure: "Đăng ký kết hôn", received: 1, due: 4 },
  { status: 3, procedure: "Cấp bản sao trích lục hộ tịch", received: 6, due: null, finished: -5 },
  { status: 4, procedure: "Đăng ký biến động đất đai", received: 8, due: 6 },
  {
    status: 5,
    procedure: "Tách thửa đất",
    received: 12,
    due: 9,
    missing: ["Giấy chứng nhận quyền sử dụng đất (bản gốc)", "Bản vẽ tách thửa có chữ ký các bên"],
  },
  { status: 6, procedure: "Chuyển mục đích sử dụng đất", received: 20, due: 5, feeDue: 150_000 },
  { status: 7, procedure: "Đăng ký hộ kinh doanh", received: 15, due: null, finished: -10 },
  { status: 8, procedure: "Cấp giấy phép xây dựng nhà ở riêng lẻ", received: 30, due: null, finished: -2 },
  { status: 9, procedure: "Chứng thực chữ ký", received: 5, due: 0, finished: -1 },
  { status: 10, procedure: "Đăng ký khai tử", received: 9, due: -4, finished: -5 },
  // Past its day: lateness is worked out from the days, it is no status of its own.
  { status: 4, procedure: "Xác nhận tình trạng hôn nhân", received: 14, due: -3 },
];

/**
 * Samples dated around `today` (`yyyy-mm-dd`), so that a demo never looks stale. Serials are 9001, 9002, … in the order
 * of the ten statuses. `knownAt` is epoch milliseconds. With `pseudonym` their phone ends in `SAMPLE_LAST_FOUR`.
 */
export function sampleDossiers(today: string, knownAt: number, pseudonym?: Pseudonym): Dossier[] {
  return SAMPLES.map((sample, i) => {
    const receivedOn = shift(today, -sample.received);
    const code = `H12.99-${receivedOn.slice(2).replaceAll("-", "")}-${9001 + i}`;
    return {
      code,
      status: sample.status,
      procedureCode: null,
      procedureName: sample.procedure,
      unit: SAMPLE_UNIT,
      receivedOn,
      dueOn: sample.due === null ? null : shift(today, sample.due),
      finishedOn: sample.finished === undefined ? null : shift(today, sample.finished),
      missing: sample.missing ?? [],
      feeDue: sample.feeDue ?? null,
      phoneKey: pseudonym ? phoneKeyOf(pseudonym, code, SAMPLE_LAST_FOUR) : null,
      knownAt,
    };
  });
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
