/** A sheet on the wall: printed from one version, scanned after another was published. */
import { testClock } from "../support/clock.ts";
import { readCodes } from "./qr-reader.ts";
import { NINE, type Page, PUBLIC_URL, type Site, siteOf, startSite } from "./site.ts";
import { smallData } from "./small-data.ts";

const COPY = "ban-sao-trich-luc";
const RENAMED = "ban-sao-ho-tich";
const clock = testClock(NINE);
let data: Awaited<ReturnType<typeof smallData>>;
let site: Site;

beforeAll(async () => {
  data = await smallData();
  site = await startSite({ now: clock, folders: data.folders });
}, 120_000);
afterAll(async () => {
  await site?.bot.stop();
  await data?.remove();
});
beforeEach(() => clock.moveTo(NINE));

/** What the page's own QR code says, as a path on this site. */
async function printed(path: string): Promise<string> {
  const [page] = readCodes((await site.visit(path)).html);
  expect(page).toContain(PUBLIC_URL);
  return page!.slice(PUBLIC_URL.length);
}

const box = ({ html }: Page) => /<section class="note since[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";

describe("while nothing changed", () => {
  test("the sheet carries its print date, its record's version, and the short code to send", async () => {
    const { text, html } = await site.visit(`/thu-tuc/${COPY}/in`);
    expect(text).toContain("In ngày 25/11/2026.");
    expect(text).toContain("Đối chiếu ngày 22/11/2026.");
    expect(text).toMatch(/quét mã, rồi nhắn HT6/);
    const [page, chat] = readCodes(html);
    expect(page).toMatch(/^https:\/\/motcua\.example\.vn\/thu-tuc\/ban-sao-trich-luc\?v=[0-9a-f]{12}&ngay=2026-11-25$/);
    expect(chat).toBe("https://zalo.me/3886132808788600001");
  });

  test("the code printed on it, sent to the Official Account, is answered with this procedure", async () => {
    const citizen = site.bot.zalo.citizen();
    await citizen.sends("em gửi ht6 ạ");
    expect((await citizen.nextMessage()).text).toContain("Bản sao trích lục hộ tịch, giấy khai sinh: cần");
  });

  test("scanning says so", async () => {
    const scanned = await site.visit(await printed(`/thu-tuc/${COPY}/in`));
    expect(scanned.text).toContain("Từ khi in tờ này (25/11/2026) chưa có gì đổi");
    expect(scanned.text).toContain("8.000 đồng");
    const list = await site.visit(await printed("/thu-tuc/linh-vuc/ho-tich/in"));
    expect(list.text).toContain("Danh sách và các thủ tục trong bảng chưa có gì đổi.");
  });

  test("a waiver that ended since the print is told though the record is the same", async () => {
    const path = await printed("/thu-tuc/dang-ky-khai-sinh/in");
    clock.moveTo("2027-03-01T09:00:00+07:00");
    const scanned = await site.visit(path);
    expect(scanned.text).toContain("Từ khi in tờ này (25/11/2026) đã đổi");
    expect(scanned.text).toMatch(
      /Trước: Miễn lệ phí, theo Luật Hộ tịch 2014 \(áp dụng đến hết 28\/02\/2027\)\. → Nay: Chỉ miễn đến hết 28\/02\/2027/,
    );
  });

  test("a version that nobody printed is said to be unknown; half an address, or a day to come, is an ordinary visit", async () => {
    const visit = (query: string) => site.visit(`/thu-tuc/${COPY}?${query}`);
    expect((await visit("v=0123456789ab&ngay=2026-11-20")).text).toContain("Bản đã in không còn lưu nên không so được");
    for (const query of [
      "v=0123456789ab",
      "ngay=2026-11-20",
      "v=0123456789ab&ngay=2030-01-01",
      "v=0123456789ab&ngay=2026-02-30",
      "v='%20or%201=1--&ngay=2026-11-20",
      "v=a&v=b&ngay=2026-11-20",
    ]) {
      const { status, html } = await visit(query);
      expect([status, html.includes("note since")]).toEqual([200, false]);
    }
  });
});

describe("after a new version", () => {
  const paths = { copy: "", birth: "", renamed: "", list: "" };

  beforeAll(async () => {
    clock.moveTo(NINE);
    paths.copy = await printed("/thu-tuc/chung-thuc-ban-sao/in");
    paths.birth = await printed("/thu-tuc/dang-ky-khai-sinh/in");
    paths.renamed = await printed(`/thu-tuc/${COPY}/in`);
    paths.list = await printed("/thu-tuc/linh-vuc/ho-tich/in");
    const birth = data.record("dang-ky-khai-sinh");
    data.edit(birth, "amount: 8000", "amount: 10000");
    data.edit(birth, /\s*- name: Biên bản về việc trẻ bị bỏ rơi\n(?: {4}.*\n)*/, "\n");
    data.edit(
      birth,
      "documents:\n",
      "documents:\n  - name: Giấy giới thiệu\n    form: bản chính\n    quantity: 1\n    when: null\n    note: null\n",
    );
    const certified = data.record("chung-thuc-ban-sao");
    data.edit(certified, /^disputed: (?:.*\n(?: +.*\n)*)/m, "disputed: Lời riêng của cán bộ\n");
    data.edit(certified, /^checked_on: .*$/m, "checked_on: '2026-11-26'");
    data.edit(data.record("nuoi-con-nuoi-trong-nuoc"), /^field: .*$/m, "field: Hộ tịch");
    data.edit(data.record("dang-ky-giam-ho"), /^field: .*$/m, "field: Nuôi con nuôi");
    data.rename(COPY, RENAMED);
    data.edit(data.record(RENAMED), "amount: 8000", "amount: 10000");
    clock.moveTo("2026-11-27T09:00:00+07:00");
    site = siteOf(await site.bot.restart());
  }, 120_000);
  beforeEach(() => clock.moveTo("2026-11-27T09:00:00+07:00"));

  test("scanning says what changed, in a citizen's words, and nothing else", async () => {
    const scanned = await site.visit(paths.birth);
    expect(scanned.text).toContain("Từ khi in tờ này (25/11/2026) đã đổi");
    expect(scanned.text).toMatch(
      /Lệ phí, [^:]*bản sao [^:]*Trước: 8\.000 đồng một bản\.[^→]*→ Nay: 10\.000 đồng một bản\./i,
    );
    expect(scanned.text).toContain("Giấy tờ, thêm: Giấy giới thiệu (bản chính).");
    expect(scanned.text).toContain("Giấy tờ, bỏ: Biên bản về việc trẻ bị bỏ rơi (bản chính). Chỉ khi: Trẻ bị bỏ rơi.");
    expect(box(scanned).match(/<li>/g)).toHaveLength(3);
  });

  test("a sheet printed from the new version has nothing to tell", async () => {
    expect((await site.visit(await printed("/thu-tuc/dang-ky-khai-sinh/in"))).text).toContain("chưa có gì đổi");
  });

  test("a new check date is no change, and a remark of staff is never told", async () => {
    const scanned = await site.visit(paths.copy);
    expect(scanned.text).toContain("chưa có gì đổi");
    expect(scanned.text).toContain("Đối chiếu ngày 26/11/2026");
    expect(scanned.text).not.toContain("Lời riêng");
  });

  test("a renamed record is found by its old address, with what the sheet carries", async () => {
    const led = await site.visit(paths.renamed);
    expect(led.status).toBe(308);
    expect(led.headers.location).toMatch(/^\/thu-tuc\/ban-sao-ho-tich\?v=[0-9a-f]{12}&ngay=2026-11-25$/);
    expect((await site.visit(led.headers.location!)).text).toMatch(/Trước: 8\.000 đồng[^→]*→ Nay: 10\.000 đồng/);
    expect((await site.visit(`/thu-tuc/${COPY}/in`)).headers.location).toBe(`/thu-tuc/${RENAMED}/in`);
  });

  test("the index of a field tells what joined, went and changed", async () => {
    const scanned = await site.visit(paths.list);
    expect(scanned.text).toContain("Từ khi in bảng này (25/11/2026) đã đổi");
    expect(scanned.text).toContain("Thêm: Đăng ký nuôi con nuôi trong nước");
    expect(scanned.text).toContain("Không còn: Đăng ký giám hộ (HT8)");
    expect(scanned.text).toContain("Có sửa: Đăng ký khai sinh");
    // The renamed one is known to be the same procedure, changed.
    expect(scanned.text).toContain("Có sửa: Bản sao trích lục hộ tịch, giấy khai sinh");
    expect(box(scanned).match(/<li>/g)).toHaveLength(4);
    const [, href] = /Có sửa: <a href="([^"]+)"/.exec(scanned.html) ?? [];
    expect((await site.visit(href!.replace(/&amp;/g, "&"))).text).toMatch(/8\.000 đồng[^→]*→ Nay: 10\.000 đồng/);
  });
});
