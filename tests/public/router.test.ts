/** What a full start cannot show: before the knowledge, without settings, with forged hosts, with thousands of records. */
import type { Knowledge } from "../../src/knowledge/index.ts";
import { aCentre, aProcedure, knowledgeOf } from "../conversation/builders.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";
import { type LightOptions, type LightSite, startLightSite } from "./light-site.ts";
import { readCodes } from "./qr-reader.ts";

let site: LightSite;
afterEach(() => site.close());

const start = async (options: Partial<LightOptions> = {}) => {
  site = await startLightSite({ knowledge: () => realKnowledge, ...options });
};

test("before the knowledge is loaded every page says that it is opening, and works as soon as it is", async () => {
  let known: Knowledge | null = null;
  await start({ knowledge: () => known });
  for (const path of [
    "/thu-tuc",
    "/thu-tuc?q=a",
    "/thu-tuc/dang-ky-khai-sinh",
    "/thu-tuc/tinh-trang",
    "/thu-tuc/x/in",
  ]) {
    const { status, headers, text } = await site.visit(path);
    expect([status, headers["retry-after"]]).toEqual([503, "5"]);
    expect(text).toContain("Trang đang mở");
  }
  known = realKnowledge;
  expect((await site.visit("/thu-tuc/dang-ky-khai-sinh")).status).toBe(200);
});

describe("codes", () => {
  const PAGE = "/thu-tuc/dang-ky-khai-sinh";

  test("without an Official Account there is no code for the chat; the short code is still told", async () => {
    await start({ publicUrl: "https://a.example" });
    const { html, text } = await site.visit(PAGE);
    expect(readCodes(html)).toEqual([`https://a.example${PAGE}`]);
    expect(html).not.toContain("zalo.me");
    expect(text).toContain("Nhắn mã KS1 cho trang Zalo của trung tâm");
  });

  test("the centre's own account and website serve when no setting is there", async () => {
    const centre = { ...realKnowledge.centre, oa_id: "1234567890", website: "motcua.camau.example" };
    await start({ knowledge: () => ({ ...realKnowledge, centre }) });
    const { html } = await site.visit(PAGE);
    expect(readCodes(html)).toEqual(["https://zalo.me/1234567890", `https://motcua.camau.example${PAGE}`]);
  });

  test("a host is believed only when it names the address at which we were reached", async () => {
    await start();
    const own = await site.visit(PAGE);
    expect(readCodes(own.html)).toEqual([`http://127.0.0.1:${site.port}${PAGE}`]);
    expect(own.text).toContain("Bản chạy thử");
    expect(readCodes((await site.visit(PAGE, { Host: `localhost:${site.port}` })).html)).toHaveLength(1);
    for (const host of [
      "evil.example",
      `evil.example:${site.port}`,
      `127.0.0.1:${site.port}@evil.example`,
      `127.0.0.1.evil.example:${site.port}`,
      "127.0.0.1",
      `10.0.0.1:${site.port}`,
      `[::1]:${site.port}`,
    ]) {
      const { html } = await site.visit(PAGE, { Host: host, "X-Forwarded-Host": "evil.example" });
      expect(readCodes(html)).toEqual([]);
      expect(html).not.toContain("evil");
    }
  });

  test("a sheet that cannot carry a code says what to do", async () => {
    await start();
    const { html, text } = await site.visit(`${PAGE}/in`, { Host: "evil.example" });
    expect(readCodes(html)).toEqual([]);
    expect(text).toContain("nhờ cán bộ công nghệ thông tin đặt PUBLIC_URL");
  });
});

describe("five thousand procedures", () => {
  const many = Array.from({ length: 5_000 }, (_, i) =>
    aProcedure({ id: `thu-tuc-${i}`, short_name: `Thủ tục số ${i}`, field: `Lĩnh vực ${i % 7}` }),
  );
  const knowledge = knowledgeOf({ procedures: many });

  test("no page grows with them", async () => {
    await start({ knowledge: () => knowledge });
    for (const path of ["/thu-tuc", "/thu-tuc/linh-vuc/linh-vuc-3", "/thu-tuc?q=thu+tuc", "/thu-tuc/tinh-trang"]) {
      const { status, html } = await site.visit(path);
      expect(status).toBe(200);
      expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    }
  });

  test("every one is reached, page by page", async () => {
    await start({ knowledge: () => knowledge });
    const seen = new Set<string>();
    let path: string | null = "/thu-tuc/linh-vuc/linh-vuc-3";
    while (path) {
      const { html } = await site.visit(path);
      for (const [, id] of html.matchAll(/href="\/thu-tuc\/(thu-tuc-\d+)"/g)) seen.add(id!);
      path = /<a rel="next" href="([^"]+)"/.exec(html)?.[1] ?? null;
    }
    expect(seen.size).toBe(many.filter(({ field }) => field === "Lĩnh vực 3").length);
    for (const page of ["0", "-1", "9999", "x"]) {
      expect((await site.visit(`/thu-tuc/linh-vuc/linh-vuc-3?trang=${page}`)).text).toMatch(/Trang 1 trên \d+/);
    }
  });
});

test("a record whose time is over, or has not come, shows nothing but that", async () => {
  const procedures = [
    aProcedure({ id: "da-het", valid_to: "2026-11-24" }),
    aProcedure({ id: "chua-toi", valid_from: "2026-11-26" }),
  ];
  await start({ knowledge: () => knowledgeOf({ procedures, centre: aCentre() }) });
  const over = await site.visit("/thu-tuc/da-het");
  expect(over.text).toContain("Quy định đang giữ đã hết hiệu lực sau ngày 24/11/2026");
  const coming = await site.visit("/thu-tuc/chua-toi");
  expect(coming.text).toContain("từ 26/11/2026 mới áp dụng");
  for (const { text } of [over, coming]) expect(text).not.toMatch(/15\.000|3 ngày|Tờ khai/);
  expect((await site.visit("/thu-tuc/da-het/in")).text).toContain("đừng dán tờ này");
});
