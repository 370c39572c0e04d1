/** What became of the messages about followed dossiers, for staff: each that failed, the others counted. */
import { dayOf, formatDay } from "../calendar/index.ts";
import { progressOf, type Status } from "../dossiers/index.ts";

/** A message that was not sent (`refused`), or of which nobody knows. Both are told when the follower next writes. */
export type NewsFailure = {
  readonly code: string;
  readonly status: Status;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: "refused" | "unconfirmed";
  /** Zalo's code, or ours. */
  readonly error: string;
};
export type NewsReport = {
  readonly sent: number;
  readonly underWay: number;
  /** The latest first. */
  readonly failures: readonly NewsFailure[];
};

/** What the report asks of a store. */
export interface NewsReportStore {
  /** Of messages written since then (epoch ms). */
  newsSince(since: number): Promise<NewsReport>;
}

export function newsReportLines({ sent, underWay, failures }: NewsReport, days: number): string[] {
  const head = `TIN BÁO CHO NGƯỜI THEO DÕI, ${days} NGÀY QUA: ${sent} đã gửi, ${underWay} đang gửi, ${failures.length} không gửi được hoặc chưa rõ`;
  return [head, ...failures.map(failureLine)];
}

function failureLine({ code, status, at, kind, error }: NewsFailure): string {
  const why = kind === "refused" ? `Zalo không nhận (${error})` : "không rõ tới hay chưa";
  return `  ${formatDay(dayOf(at))}  ${code}  ${progressOf(status).words}: ${why}; sẽ báo khi người theo dõi nhắn lại`;
}
