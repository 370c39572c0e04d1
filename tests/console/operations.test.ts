/** The day's work in a browser: figures, what waits for a person, replies that did not arrive, a file of dossiers. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { smallData } from "../public/small-data.ts";
import { describeWithChromium } from "../support/chromium.ts";
import { testClock } from "../support/clock.ts";
import { until } from "../support/until.ts";
import { launch, looksRight, type Screen, screen } from "./browser.ts";
import { hire, type Office, openOffice, type Visitor } from "./office.ts";

const NINE = "2026-11-25T09:00:00+07:00";

describeWithChromium("a day's work in a browser", (executablePath) => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let office: Office;
  let browser: Browser;
  let admin: Screen;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "mot-cua-tep-"));
    data = await smallData();
    office = await openOffice({ folders: data.folders, now: testClock(NINE) });
    browser = await launch(executablePath);
    admin = await seatOf(office.admin);
    const { zalo } = office.bot;
    const citizen = zalo.citizen();
    for (const words of [
      "lệ phí làm lại căn cước bị mất",
      "làm khai sinh cần gì",
      "giá vàng hôm nay",
      "gặp cán bộ giùm, số tôi 0912345678",
    ]) {
      await citizen.sends(words);
      await citizen.nextMessage();
    }
    const gone = zalo.citizen();
    zalo.faults.next(1, { errorCode: -213 });
    await gone.sends("lệ phí đăng ký kết hôn");
    await until("Zalo refused it", () => office.bot.app.count("alarms", { kind: "delivery.dead", code: "-213" }) === 1);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await office?.bot.stop();
    await data?.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(admin.problems).toEqual([]));

  async function seatOf(visitor: Visitor): Promise<Screen> {
    const seat = await screen(browser, office.bot.url);
    const value = visitor.cookies.get("mc_phien") ?? "";
    await seat.context.addCookies([{ name: "mc_phien", value, url: `${office.bot.url}/can-bo`, httpOnly: true }]);
    return seat;
  }

  test("the first page counts today's questions and names what waits", async () => {
    const { page } = admin;
    await page.goto("/can-bo");
    expect(await page.locator(".tile", { hasText: "Câu hỏi" }).locator("b").textContent()).toBe("5");
    expect(await page.locator(".rank").textContent()).toContain("căn cước");
    expect(await page.locator(".waits").textContent()).toMatch(/1\s*tin không gửi được/);
    await looksRight(page, "hom-nay");
  }, 60_000);

  test("a citizen's question is read, its number opened on record, and done", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Việc chờ cán bộ", exact: true }).click();
    await looksRight(page, "viec");
    const task = page.locator(".panel", { hasText: "Câu hỏi cho cán bộ" });
    expect(await task.textContent()).not.toContain("0912345678");
    await task.getByRole("button", { name: /Xem số/ }).click();
    expect(await page.locator(".panel", { hasText: "Câu hỏi cho cán bộ" }).textContent()).toContain("0912345678");
    await page.locator(".panel", { hasText: "Câu hỏi cho cán bộ" }).getByRole("button", { name: "Xong" }).click();
    expect(await page.locator(".panel", { hasText: "Câu hỏi cho cán bộ" }).count()).toBe(0);
    await page.goto("/can-bo/nhat-ky");
    expect(await page.locator("tbody").textContent()).toContain("Xem số điện thoại của một việc");
    expect(await page.locator("tbody").textContent()).not.toContain("0912345678");
  }, 60_000);

  test("a reply that Zalo refused is sent again; another is put aside with a reason", async () => {
    const { page } = admin;
    const { zalo, app } = office.bot;
    await page.getByRole("link", { name: "Tin gửi không tới" }).click();
    await looksRight(page, "tin-gui");
    expect(await page.locator(".panel").textContent()).toContain("không quan tâm trang Zalo nữa");
    await page.getByRole("button", { name: "Gửi lại" }).click();
    await until("it was sent after all", async () => {
      await page.goto("/can-bo/tin-gui");
      return (await page.locator(".empty").count()) === 1;
    });
    zalo.faults.next(1, { errorCode: -213 });
    await zalo.citizen().sends("làm khai sinh cần gì");
    await until("refused again", () => app.count("alarms", { kind: "delivery.dead", code: "-213" }) === 2);
    await page.goto("/can-bo/tin-gui");
    await page.getByText("Bỏ qua", { exact: true }).click();
    await page.getByLabel(/Vì sao bỏ qua/).fill("đã gọi điện cho bà con");
    await page.getByRole("button", { name: "Bỏ qua tin này" }).click();
    expect(await page.locator(".empty").count()).toBe(1);
    await page.goto("/can-bo/nhat-ky");
    expect(await page.locator("tbody").textContent()).toContain("đã gọi điện cho bà con");
  }, 60_000);

  test("a file with faults: checked, its columns shown, only the good rows taken; then late dossiers are listed", async () => {
    const { page } = admin;
    const file = join(folder, "ho-so.csv");
    const rows = [
      "Mã hồ sơ,Tình trạng,Tên thủ tục,Đơn vị,Ngày hẹn trả",
      "H12.34-261102-0001,Đang xử lý,Đăng ký khai sinh,Xã Năm Căn,20/11/2026",
      "H12.34-261102-0002,Đang xử lý,Đăng ký kết hôn,Xã Đầm Dơi,27/11/2026",
      "khong-phai-ma,Đang xử lý,Đăng ký kết hôn,Xã Đầm Dơi,27/11/2026",
      "H12.34-261102-0004,Đang ngủ,Đăng ký kết hôn,Xã Đầm Dơi,27/11/2026",
    ];
    writeFileSync(file, `\uFEFF${rows.join("\r\n")}\r\n`);
    await page.getByRole("link", { name: "Hồ sơ", exact: true }).click();
    await page.getByRole("link", { name: "Nhập tệp hồ sơ" }).click();
    await looksRight(page, "nhap-tep");
    await page.getByLabel("Tệp hồ sơ").setInputFiles(file);
    await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
    await page.locator(".tile", { hasText: "Dòng sai" }).waitFor();
    expect(await page.locator(".tile b").allTextContents()).toEqual(["4", "2", "2"]);
    expect(await page.getByLabel("Trạng thái").inputValue()).toBe("Tình trạng");
    expect(await page.locator("main").textContent()).toContain("không phải một trong mười trạng thái");
    await looksRight(page, "kiem-tra-tep");
    await page.getByLabel(/Chỉ nhập 2 dòng đúng/).check();
    await page.getByRole("button", { name: "Nhập", exact: true }).click();
    await page.getByText("Đã nhập 2 hồ sơ").waitFor();
    await page.goto("/can-bo/ho-so");
    expect(await page.locator("tbody tr").allTextContents()).toEqual([
      expect.stringMatching(/H12\.34-261102-0001.*20\/11\/2026 trễ/s),
    ]);
    await looksRight(page, "ho-so");
    await page.getByRole("link", { name: "H12.34-261102-0001" }).click();
    await looksRight(page, "mot-ho-so");
  }, 60_000);

  test("a file that is larger than we take is refused in words, with the way back", async () => {
    const { page } = admin;
    await page.goto("/can-bo/ho-so/nhap");
    const buffer = Buffer.alloc(26 * 1024 * 1024, "x");
    await page.getByLabel("Tệp hồ sơ").setInputFiles({ name: "lon.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
    await page.getByRole("heading", { name: "Tệp này lớn quá" }).waitFor();
    await looksRight(page, "tep-lon");
    await page.getByRole("link", { name: "Chọn tệp khác" }).click();
    await page.getByLabel("Tệp hồ sơ").waitFor();
  }, 60_000);

  test("an officer of one commune sees its dossiers and nothing of the whole centre", async () => {
    const units = await office.admin.get("/can-bo/nhan-su");
    const unit = /<option value="(Xã Năm Căn)"/.exec(units.html)?.[1] ?? "";
    const commune = await hire(office, "viewer", { login: "nam.can", unit });
    const list = await commune.get("/can-bo/ho-so?ds=all");
    expect([list.html.includes("0001"), list.html.includes("0002")]).toEqual([true, false]);
    expect((await commune.get("/can-bo/ho-so/xem/H12.34-261102-0002")).status).toBe(404);
    for (const path of ["viec", "tin-gui", "zalo", "nhan-su"])
      expect((await commune.get(`/can-bo/${path}`)).status).toBe(403);
  }, 60_000);

  test("the link with Zalo says that it holds", async () => {
    const { page } = admin;
    await page.goto("/can-bo/zalo");
    expect(await page.locator(".said").textContent()).toContain("Đang nối bình thường");
    await looksRight(page, "zalo");
  }, 60_000);
});
