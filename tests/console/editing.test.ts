/** An officer mends a fee in a real browser: finds it, sees the citizen's bubble, sends it, another approves. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { smallData } from "../public/small-data.ts";
import { describeWithChromium } from "../support/chromium.ts";
import { launch, looksRight, type Screen, screen } from "./browser.ts";
import { hire, type Office, openOffice, type Visitor } from "./office.ts";

describeWithChromium("editing in a browser", (executablePath) => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let office: Office;
  let browser: Browser;
  let editor: Screen;
  let approver: Screen;

  beforeAll(async () => {
    data = await smallData();
    const golden = "- text: mất căn cước làm lại ở đâu\n  topic: can_cuoc_cap_lai\n";
    writeFileSync(join(data.folders.procedures, "cau-hoi-vang.yaml"), golden);
    office = await openOffice({ folders: data.folders });
    browser = await launch(executablePath);
    editor = await seatOf(await hire(office, "editor"));
    approver = await seatOf(await hire(office, "approver"));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.bot.stop();
    await data?.remove();
  });
  afterEach(() => expect([...editor.problems, ...approver.problems]).toEqual([]));

  /** Goes on in a browser where the visitor signed in. */
  async function seatOf(visitor: Visitor): Promise<Screen> {
    const seat = await screen(browser, office.bot.url);
    const value = visitor.cookies.get("mc_phien") ?? "";
    await seat.context.addCookies([{ name: "mc_phien", value, url: `${office.bot.url}/can-bo`, httpOnly: true }]);
    return seat;
  }

  async function feeAnswer(): Promise<string> {
    const citizen = office.bot.zalo.citizen();
    await citizen.sends("mất căn cước làm lại bao nhiêu tiền");
    return (await citizen.nextMessage()).text;
  }

  test("from the list to the form: the bubble follows what is typed, nothing is public yet", async () => {
    const { page } = editor;
    await page.goto("/can-bo/tri-thuc/thu-tuc");
    await looksRight(page, "thu-tuc");
    await page.getByLabel("Tìm thủ tục").fill("cap lai can cuoc");
    await page.keyboard.press("Enter");
    await page.locator("tbody a").first().click();
    await page.waitForURL("**/thu-tuc/can-cuoc-cap-lai");
    await looksRight(page, "mot-thu-tuc");
    await page
      .getByRole("link", { name: /^Sửa .*35\.000/ })
      .first()
      .click();
    await looksRight(page, "sua-thu-tuc");
    const amount = page.locator(".entry[open]").getByLabel("Số tiền (đồng)");
    expect(await amount.inputValue()).toBe("35.000");
    expect(await page.locator(".entry[open]").getByLabel("Áp dụng đến hết ngày").inputValue()).toBe("31/12/2026");
    await amount.fill("36.500");
    await page.locator("#xem-truoc .bubble", { hasText: "36.500 đồng" }).waitFor();
    await page.getByLabel(/Một câu cho người duyệt/).fill("Theo Thông tư mới");
    await page.getByRole("button", { name: "Lưu và xem lại" }).last().click();
    await page.locator(".gate .said").waitFor();
    await looksRight(page, "xem-lai");
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    expect(await page.getByRole("status").first().textContent()).toContain("Đã gửi");
    expect(await feeAnswer()).toContain("35.000 đồng");
  }, 60_000);

  test("another person sees what differs and publishes; the chat answers by it", async () => {
    const { page } = approver;
    await page.goto("/can-bo");
    await page.getByRole("link", { name: /Nháp và chờ duyệt/ }).click();
    await looksRight(page, "cho-duyet");
    await page.locator("tbody a").first().click();
    await page.locator(".gate .said").waitFor();
    expect(await page.locator("del", { hasText: "35.000 đồng" }).count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Duyệt và công bố" }).click();
    expect(await page.getByRole("status").first().textContent()).toContain("Đã công bố");
    expect(await feeAnswer()).toContain("36.500 đồng");
    await page.getByRole("link", { name: "Lịch sử" }).click();
    await looksRight(page, "lich-su");
  }, 60_000);

  test("withdrawing from the record's page", async () => {
    const { page } = editor;
    await page.goto("/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-lai");
    await page.getByLabel(/Rút phần nào/).selectOption({ label: "Cả thủ tục" });
    await page.getByLabel("Vì sao").fill("đang xem lại");
    await page.getByRole("button", { name: "Rút ngay" }).click();
    await looksRight(page, "dang-rut");
    await page.goto("/can-bo/cho-duyet#dang-rut");
    const withdrawn = page.locator("#dang-rut + .panel tbody");
    expect(await withdrawn.textContent()).toMatch(/Cấp lại thẻ căn cước.*đang xem lại.*anh\/chị/s);
    await looksRight(page, "danh-sach-rut");
    expect(await feeAnswer()).toContain("đang xem lại");
  }, 60_000);

  test("a question of our own, tried out before it is public", async () => {
    const { page } = editor;
    await page.goto("/can-bo/tri-thuc/hoi-dap");
    await page.getByRole("button", { name: "Thêm câu hỏi" }).click();
    await page.getByRole("textbox", { name: "Câu hỏi", exact: true }).fill("Trung tâm có chỗ giữ xe không?");
    await page.getByLabel("Trả lời").fill("Có chỗ giữ xe trong sân trung tâm, không thu tiền");
    await page.getByLabel("Các cách hỏi").fill("gửi xe ở đâu\ncó chỗ để xe không\ngiữ xe có mất tiền không");
    await page.getByRole("button", { name: "Lưu và xem lại" }).last().click();
    await page.locator(".gate .said").waitFor();
    await looksRight(page, "cau-hoi-moi");
    await page.goto("/can-bo/hoi-thu");
    await page.getByLabel("Câu hỏi").fill("co cho de xe khong");
    await page.getByLabel("So với bản nháp").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Hỏi" }).click();
    expect(await page.locator(".bubble").last().textContent()).toContain("Có chỗ giữ xe");
    await looksRight(page, "hoi-thu");
  }, 60_000);

  test("the other forms and lists look right, too", async () => {
    const { page } = editor;
    for (const [name, path] of [
      ["chu-de", "tri-thuc/chu-de/ket_hon"],
      ["sua-chu-de", "tri-thuc/chu-de/ket_hon/sua"],
      ["trung-tam", "tri-thuc/trung-tam/centre"],
      ["sua-trung-tam", "tri-thuc/trung-tam/centre/sua"],
      ["sua-y-te", "tri-thuc/y-te"],
      ["can-bo-sung", "viec-can-lam"],
      ["xem-lai-han", "viec-can-lam?ds=het-han"],
    ] as const) {
      await page.goto(`/can-bo/${path}`);
      await looksRight(page, name);
    }
    await office.admin.get("/can-bo");
    const admin = await seatOf(office.admin);
    await admin.page.goto("/can-bo/cai-dat");
    await looksRight(admin.page, "cai-dat");
    expect(admin.problems).toEqual([]);
  }, 60_000);
});
