/** Quiet charts, drawn on the server: an SVG to look at, and the same figures as a table for who does not see it. */
import { type Html, html } from "../web/design/html.ts";

export type Bar = {
  /** Under the bar; "" for most of a crowded axis. */
  readonly label: string;
  /** In the table and under the pointer: "9 giờ". */
  readonly name: string;
  readonly value: number;
};

const HEIGHT = 96;
const WIDTH = 340;
const FOOT = 18;
const HEAD = 16;

/** Upright bars over time. `what`: "Câu hỏi từng giờ". */
export function barChart(what: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const wide = Math.max(2, step * 0.68);
  const drawn = bars.map(({ label, name, value }, at) => {
    const tall = value === 0 ? 0 : Math.max(2, (value / most) * (HEIGHT - HEAD));
    const x = at * step + (step - wide) / 2;
    const isHighest = value === most && value > 0;
    return html`<g><title>${name}: ${value}</title><rect class="bar${isHighest && " high"}" x="${x.toFixed(1)}" y="${(HEIGHT - tall).toFixed(1)}" width="${wide.toFixed(1)}" height="${tall.toFixed(1)}" rx="2"/>${isHighest && html`<text class="value" x="${(x + wide / 2).toFixed(1)}" y="${(HEIGHT - tall - 5).toFixed(1)}">${value}</text>`}${label !== "" && html`<text x="${(x + wide / 2).toFixed(1)}" y="${HEIGHT + 14}">${label}</text>`}</g>`;
  });
  return figure(
    what,
    bars,
    html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}" aria-hidden="true"><line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT + 0.5}" y2="${HEIGHT + 0.5}"/>${drawn}</svg>`,
  );
}

/** Lying bars with their names, the longest first. */
export function rankChart(what: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return html`<figure><figcaption>${what}</figcaption><ol class="rank">${bars.map(
    ({ name, value }) =>
      html`<li><span>${name}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="bar" width="${((value / most) * 100).toFixed(1)}" height="10" rx="1"/></svg><b>${value}</b></li>`,
  )}</ol></figure>`;
}

/** One bar of shares that add up, with its legend. */
export function shareChart(what: string, shares: readonly (Bar & { readonly tone: string })[]): Html {
  const total = shares.reduce((sum, { value }) => sum + value, 0);
  let x = 0;
  const pieces = shares.map(({ value, tone }) => {
    const width = total === 0 ? 0 : (value / total) * 100;
    const piece = html`<rect class="share ${tone}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="10"/>`;
    x += width;
    return piece;
  });
  const percent = (value: number) => (total === 0 ? "0%" : `${Math.round((value / total) * 100)}%`);
  return html`<figure><figcaption>${what}</figcaption><svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg><ul class="legend">${shares.map(({ name, value, tone }) => html`<li class="${tone}"><span>${name}</span> <b>${value}</b> <small>${percent(value)}</small></li>`)}</ul></figure>`;
}

const figure = (what: string, bars: readonly Bar[], drawn: Html): Html =>
  html`<figure><figcaption>${what}</figcaption>${drawn}<div class="unseen"><table><caption>${what}</caption><tbody>${bars.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table></div></figure>`;
