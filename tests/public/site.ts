/** The really started program, visited like a browser: pages by path, with the clock and the data folder of a test. */
import { request } from "node:http";
import { type Bot, type BotOptions, startBot } from "../support/bot.ts";

export const NINE = "2026-11-25T09:00:00+07:00";
export const PUBLIC_URL = "https://motcua.example.vn";

export type Page = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  /** What is read on the page: no tags, no drawings, entities as signs. */
  readonly text: string;
};

export type Site = { readonly bot: Bot; visit(path: string, headers?: Record<string, string>): Promise<Page> };

export async function startSite(options: BotOptions = {}): Promise<Site> {
  return siteOf(await startBot({ ...options, config: { publicUrl: PUBLIC_URL, ...options.config } }));
}

export const siteOf = (bot: Bot): Site => ({ bot, visit: (path, headers) => visit(`${bot.url}${path}`, headers) });

/** Redirects are not followed; unlike fetch, any Host may be claimed. */
export function visit(url: string, headers: Record<string, string> = {}): Promise<Page> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const html = Buffer.concat(parts).toString("utf8");
        const fields = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(fields), html, text: textOf(html) });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

const SIGNS: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

export function textOf(html: string): string {
  return html
    .replace(/<(svg|head)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => SIGNS[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}
