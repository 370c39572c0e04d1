/** The first page, at a glance: figures, three charts, what waits for a person. */
import { sayDay } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { type Page, page } from "../answer.ts";
import { barChart, rankChart, shareChart } from "../charts.ts";
import { BASE } from "../menu.ts";
import { empty, heading } from "../parts.ts";
import type { StaffVisit } from "../visit.ts";
import type { DayCount, Figures } from "./activity.ts";

export type TodayView = {
  readonly today: string;
  readonly figures: Figures;
  readonly days: readonly DayCount[];
  readonly topicName: (key: string) => string;
  readonly waiting: number;
  readonly failed: number;
  readonly tasks: number;
  /** Of questions that were not simply answered. */
  readonly groups: number;
  readonly withdrawn: number;
  readonly lists: readonly { readonly key: string; readonly name: string; readonly count: number }[];
};

const TOPICS = 8;

export function todayPage(visit: StaffVisit, view: TodayView): Page {
  const { figures, days, today, topicName } = view;
  const { turns, answered, askedBack, desk, declined, median, slow, byHour, topics } = figures;
  const rest = turns - answered - askedBack - desk - declined;
  return page(
    "Hôm nay",
    html`${heading(`Hôm nay, ${sayDay(today)}`, `Chào ${visit.officer.name}.`)}
<div class="tiles">${tile("Câu hỏi", String(turns))}${tile("Trả lời được", turns === 0 ? "–" : `${Math.round((answered / turns) * 100)}%`)}${tile("Trả lời trong", median === null ? "–" : seconds(median), slow === null ? "" : `95% dưới ${seconds(slow)}`)}${tile("Chuyển quầy", String(desk))}</div>
<h2>Đang chờ cán bộ</h2>${waits(view)}
<h2>Trong chat</h2>${
      turns === 0 && days.every((day) => day.turns === 0)
        ? empty("Chưa có ai nhắn. Khi có người hỏi, biểu đồ hiện ở đây.")
        : html`<div class="charts"><div class="panel">${barChart(
            "Câu hỏi từng giờ hôm nay",
            byHour.map((value, hour) => ({ label: hour % 3 === 0 ? `${hour}h` : "", name: `${hour} giờ`, value })),
          )}</div><div class="panel">${barChart(
            "14 ngày qua",
            days.map(({ day, turns: value }, at) => ({
              label: at % 2 === 1 ? sayDay(day).slice(0, 5) : "",
              name: sayDay(day),
              value,
            })),
          )}</div><div class="panel">${shareChart("Trợ lý đã làm gì", [
            { label: "", name: "Trả lời", value: answered, tone: "good" },
            { label: "", name: "Hỏi lại cho rõ", value: askedBack, tone: "mid" },
            { label: "", name: "Mời hỏi quầy", value: desk, tone: "ochre" },
            { label: "", name: "Ngoài phạm vi", value: declined + rest, tone: "soft" },
          ])}</div><div class="panel">${
            topics.length === 0
              ? html`<p class="hint">Chưa có chủ đề nào được hỏi hôm nay.</p>`
              : rankChart(
                  "Hỏi nhiều nhất hôm nay",
                  topics
                    .slice(0, TOPICS)
                    .map(({ topic, turns: value }) => ({ label: "", name: topicName(topic), value })),
                )
          }</div></div>`
    }`,
    { at: "today" },
  );
}

const tile = (name: string, figure: string, more = ""): Html =>
  html`<div class="tile"><span>${name}</span><b>${figure}</b>${more !== "" && html`<small>${more}</small>`}</div>`;

function waits({ waiting, failed, tasks, groups, withdrawn, lists }: TodayView): Html {
  const list = (key: string) => lists.find((each) => each.key === key)?.count ?? 0;
  const entries: readonly [number, string, string, boolean][] = [
    [tasks, "việc và câu hỏi chờ cán bộ", "/viec", true],
    [failed, "tin không gửi được hoặc không rõ đã tới", "/tin-gui", true],
    [waiting, "bản sửa chờ duyệt", "/cho-duyet", true],
    [withdrawn, "chỗ đang rút, chờ sửa", "/cho-duyet#dang-rut", true],
    [groups, "nhóm câu chưa trả lời được", "/chua-tra-loi", true],
    [list("xem-lai"), "chỗ tới hạn xem lại", "/viec-can-lam?ds=xem-lai", false],
    [list("het-han"), "chỗ hết hoặc sắp hết hạn", "/viec-can-lam?ds=het-han", false],
    [list("hoi"), "điều còn thiếu, chờ trung tâm điền", "/viec-can-lam?ds=hoi", false],
  ];
  const some = entries.filter(([count]) => count > 0);
  if (some.length === 0) return empty("Không có gì đang chờ.");
  return html`<ul class="waits panel">${some.map(([count, what, path, isUrgent]) => html`<li><a href="${BASE}${path}"><b class="${isUrgent && "now"}">${count}</b> ${what}</a></li>`)}</ul>`;
}

const seconds = (ms: number): string =>
  ms < 50 ? "<0,1 giây" : `${(ms / 1_000).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} giây`;

/** For an officer of one commune. */
export const welcomePage = ({ officer }: StaffVisit): Page =>
  page(
    "Hôm nay",
    html`${heading(`Chào ${officer.name}`, `Anh/chị xem được hồ sơ của ${officer.unit ?? ""} và nội dung trợ lý đang nói.`)}
<p class="send"><a class="button" href="${BASE}/ho-so">Hồ sơ</a><a class="button quiet" href="${BASE}/tri-thuc/thu-tuc">Nội dung</a></p>`,
    { at: "today" },
  );
