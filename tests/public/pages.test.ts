import { testClock } from "../support/clock.ts";
import { NINE, type Site, startSite } from "./site.ts";

const clock = testClock(NINE);
let site: Site;

beforeAll(async () => {
  site = await startSite({ now: clock });
}, 120_000);
afterAll(() => site?.bot.stop());
beforeEach(() => clock.moveTo(NINE));

describe("the list of fields", () => {
  test("says how many procedures there are, and leads to each field", async () => {
    const { status, text, html } = await site.visit("/thu-tuc");
    expect(status).toBe(200);
    expect(text).toContain("160 thủ tục, xếp theo 32 lĩnh vực");
    const counts = [...text.matchAll(/(\d+) thủ tục(?!,)/g)].map(([, count]) => Number(count));
    expect(counts.reduce((a, b) => a + b)).toBe(160);
    for (const [, href] of html.matchAll(/class="card" href="([^"]+)"/g)) {
      expect((await site.visit(href!)).status).toBe(200);
    }
  });

  test("a field lists its procedures with their short codes, most asked first", async () => {
    const { text } = await site.visit("/thu-tuc/linh-vuc/ho-tich");
    expect(text).toMatch(/22 thủ tục\. Đăng ký khai sinh KS1 /);
  });
});

describe("the search", () => {
  const search = (words: string) => site.visit(`/thu-tuc?q=${encodeURIComponent(words)}`);

  test("words that stand in different names together name nothing, as they are written they name all that bear them", async () => {
    expect((await search("khong co gi dau")).html).not.toContain('href="/thu-tuc/tuyen-sinh-lop-1"');
    const { html } = await search("so do");
    expect(html).toContain('href="/thu-tuc/sang-ten-so-do"');
    expect(html).not.toContain('href="/thu-tuc/an-toan-thuc-pham-an-uong"');
  });

  test("says that no record covers a need before it shows what is near, and the page of coverage lists such needs", async () => {
    const { text } = await search("hoàn công nhà ở");
    expect(text).toContain("Hoàn công, ghi nhà mới xây vào sổ đỏ: kho chưa có hướng dẫn");
    expect(text).toContain("có tên gần giống, không phải việc này");
    expect((await search("giấy phép xây nhà")).text).not.toContain("kho chưa có hướng dẫn");
    const coverage = await site.visit("/thu-tuc/tinh-trang");
    expect(coverage.text).toContain("Đăng kiểm tàu cá (an toàn kỹ thuật)");
  });

  test("understands words without diacritics, and shows the look-alikes with what tells them apart", async () => {
    const { text } = await search("lam giay khai sinh cho sap nho");
    expect(text).toMatch(/Tìm thấy \d+ thủ tục cho “lam giay khai sinh cho sap nho”/);
    const [first, ...others] = ["Khai sinh cho bé", "Khai sinh + nhận cha/mẹ", "Người lớn chưa có khai sinh"].map(
      (words) => text.indexOf(words),
    );
    expect(first).toBeGreaterThan(0);
    for (const other of others) expect(other).toBeGreaterThan(first!);
  });

  test.each([
    ["vo toi moi de", "Đăng ký khai sinh"],
    ["sổ đỏ", "Cấp sổ đỏ lần đầu"],
    ["tau ca", "Đăng ký tàu cá"],
    ["mat can cuoc", "Cấp lại thẻ căn cước"],
    ["ks1", "Đăng ký khai sinh"],
    ["1.000894", "Đăng ký kết hôn"],
    ["giải thể hợp tác", "Giải thể hợp tác xã"],
  ])("%j finds %j", async (words, name) => {
    const { html } = await search(words);
    expect(html).toContain(`<b>${name}</b>`);
  });

  test.each(["giá vàng hôm nay", "mấy giờ mở cửa", "zzz qqq xyz"])(
    "%j finds nothing, and says what to do",
    async (words) => {
      const { status, text, html } = await search(words);
      expect(status).toBe(200);
      expect(text).toContain(`Chưa tìm thấy thủ tục nào cho “${words}”`);
      expect(html).not.toContain('class="rows"');
    },
  );

  test("what was typed comes back as words, and is kept by no cache", async () => {
    const { html, headers } = await search(`"><script>alert(1)</script>`);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("a query of any length or kind is answered", async () => {
    for (const words of ["x".repeat(5000), "%", "\u0000", "🙂", "=", "1"])
      expect((await search(words)).status).toBe(200);
    expect((await site.visit("/thu-tuc?q=a&q=b")).status).toBe(200);
    expect((await site.visit("/thu-tuc?q[x]=a")).status).toBe(200);
  });
});

describe("the page of a procedure", () => {
  test("names it, its codes and its field", async () => {
    const { status, text } = await site.visit("/thu-tuc/dang-ky-khai-sinh");
    expect(status).toBe(200);
    expect(text).toContain("Thủ tục Hộ tịch Đăng ký khai sinh Mã thủ tục 1.001193 Mã nhắn Zalo KS1");
  });

  test("a fact ends with its day", async () => {
    clock.moveTo("2027-02-28T23:00:00+07:00");
    expect((await site.visit("/thu-tuc/dang-ky-khai-sinh")).text).toContain("đến hết 28/02/2027");
    clock.moveTo("2027-03-01T00:30:00+07:00");
    const { text } = await site.visit("/thu-tuc/dang-ky-khai-sinh");
    expect(text).toContain("Chỉ miễn đến hết 28/02/2027; sau đó chưa có con số chắc chắn: hỏi quầy.");
    expect(text).not.toContain("Miễn lệ phí");
  });
});

describe("what is not there", () => {
  test("an unknown address is a 404 with the search and what it may have meant", async () => {
    const { status, text, html } = await site.visit("/thu-tuc/dang-ky-ket-hon-1");
    expect(status).toBe(404);
    expect(html).toContain('role="search"');
    expect(text).toContain("Có phải anh/chị tìm Đăng ký kết hôn");
    expect((await site.visit("/thu-tuc/dang-ky-ket-hom")).text).toContain("Có phải anh/chị tìm Đăng ký kết hôn");
    for (const path of ["/thu-tuc/linh-vuc/khong-co", "/thu-tuc/a/b/c", "/thu-tuc/x/in", "/thu-tuc/linh-vuc/x/in"]) {
      expect((await site.visit(path)).status).toBe(404);
    }
  });
});

test.each(["khong-co-gi-dau", "con-ca-vang-boi", "thu-tuc-la-lung", "ban-sao", "wp-login.php"])(
  "an address that means no procedure has nothing suggested: %s",
  async (address) => {
    const { status, text } = await site.visit(`/thu-tuc/${address}`);
    expect(status).toBe(404);
    expect(text).not.toContain("Có phải anh/chị tìm");
  },
);

describe("headers", () => {
  test("a strict policy: nothing from elsewhere, no script, no style in the page", async () => {
    for (const path of [
      "/thu-tuc",
      "/thu-tuc/dang-ky-khai-sinh",
      "/thu-tuc/tinh-trang",
      "/thu-tuc/dang-ky-khai-sinh/in",
    ]) {
      const { headers, html } = await site.visit(path);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|script-src|https?:/);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
      expect(html).toContain('<html lang="vi">');
    }
  });

  test("a page is asked again at every visit, and not sent again while it is the same", async () => {
    const first = await site.visit("/thu-tuc/dang-ky-khai-sinh");
    expect(first.headers["cache-control"]).toBe("no-cache");
    const again = await site.visit("/thu-tuc/dang-ky-khai-sinh", { "If-None-Match": first.headers.etag! });
    expect([again.status, again.html]).toEqual([304, ""]);
    clock.moveTo("2027-03-01T09:00:00+07:00");
    const later = await site.visit("/thu-tuc/dang-ky-khai-sinh", { "If-None-Match": first.headers.etag! });
    expect(later.status).toBe(200);
  });

  test("style sheets and letters are kept for good, under names that change with them", async () => {
    const { html } = await site.visit("/thu-tuc");
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
    expect(sheets.length).toBe(2);
    for (const href of sheets) {
      const { status, headers } = await site.visit(href);
      expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
      expect((await site.visit(href.replace(/v=.*/, "v=old"))).headers["cache-control"]).toBe("no-cache");
    }
  });
});

test("the coverage page counts what is known, unknown and waiting, and never shows staff's questions", async () => {
  const { text } = await site.visit("/thu-tuc/tinh-trang");
  expect(text).toMatch(/thủ tục trong kho 160 chắc \d+ khá chắc \d+ chưa đối chiếu đủ \d+ con số chưa biết \d+/);
  expect(text).toMatch(/Chờ trung tâm xác nhận Địa chỉ, giờ mở cửa, điện thoại của trung tâm: 3 điều Câu hỏi về/);
  expect(text).toMatch(/Tất cả 160 (\d+ ){5}\d+/);
  const [, , ...rows] = [...text.matchAll(/Hộ tịch (\d+) (\d+) (\d+) (\d+)/g)][0] ?? [];
  expect(rows.map(Number).reduce((a, b) => a + b)).toBe(22);
  expect(text).not.toContain("HỎI CÀ MAU");
});

test("the home page and pages in error are in the same dress", async () => {
  const home = await site.visit("/");
  expect(home.html).toContain('href="/thu-tuc"');
  expect(home.html).toContain('name="zalo-platform-site-verification"');
  expect(home.html).toContain("/giao-dien/design.css");
  expect((await site.visit("/khong-co")).html).toContain("/giao-dien/design.css");
});
