/** An officer takes procedures out to Excel, mends several, looks at what would change, and gets drafts; another approves. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { smallData } from "../public/small-data.ts";
import { describeWithChromium } from "../support/chromium.ts";
import { launch, looksRight, type Screen, screen } from "./browser.ts";
import { opened, type Sheets, saved } from "./excel-office.ts";
import { fieldsOf, hire, type Office, openOffice, type Visitor } from "./office.ts";

const LOST_CARD = "can-cuoc-cap-lai";
const FEE = "Số tiền (đồng)";

describeWithChromium("Excel in a browser", (executablePath) => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let office: Office;
  let browser: Browser;
  let editor: Screen;
  let editorAlone: Visitor;
  let approver: Visitor;
  let folder: string;

  beforeAll(async () => {
    data = await smallData();
    folder = data.folders.procedures;
    office = await openOffice({ folders: data.folders });
    browser = await launch(executablePath);
    editorAlone = await hire(office, "editor");
    approver = await hire(office, "approver");
    editor = await screen(browser, office.bot.url);
    const value = editorAlone.cookies.get("mc_phien") ?? "";
    await editor.context.addCookies([{ name: "mc_phien", value, url: `${office.bot.url}/can-bo`, httpOnly: true }]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.bot.stop();
    await data?.remove();
  });
  afterEach(() => expect(editor.problems).toEqual([]));

  async function exported(): Promise<Buffer> {
    const { page } = editor;
    await page.goto("/can-bo/tri-thuc/thu-tuc/excel");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Xuất Excel" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^thu-tuc-\d{4}-\d{2}-\d{2}\.xlsx$/);
    return readFileSync(await download.path());
  }

  async function uploaded(file: Buffer, change: (sheets: Sheets) => void): Promise<void> {
    const { sheets, headers } = await opened(file);
    change(sheets);
    const path = join(folder, "da-sua.xlsx");
    writeFileSync(path, saved(sheets, headers));
    const { page } = editor;
    await page.goto("/can-bo/tri-thuc/thu-tuc/excel");
    await page.getByLabel("Tệp đã sửa").setInputFiles(path);
    await page.getByRole("button", { name: "Xem sẽ đổi gì" }).click();
    await page.getByRole("heading", { name: /Xem trước/ }).waitFor();
  }

  const rowOf = (sheets: Sheets, sheet: string, id: string) => sheets[sheet]!.find((cells) => cells.Mã === id)!;
  const tiles = () => editor.page.locator(".tile b").allTextContents();
  const drafts = async () => (await editorAlone.get("/can-bo/cho-duyet")).html;

  async function publish(path: string): Promise<void> {
    const review = await approver.get(`${path}/xem-lai`);
    const done = await approver.post(`${path}/cong-bo`, { _rev: fieldsOf(review.html)._rev ?? "" });
    expect([done.status, done.to]).toEqual([303, path]);
  }

  test("from the list to Excel; a file with nothing touched changes nothing", async () => {
    const { page } = editor;
    await page.goto("/can-bo/tri-thuc/thu-tuc");
    await page.getByRole("link", { name: "Excel" }).click();
    await looksRight(page, "excel");
    await uploaded(await exported(), () => {});
    expect(await page.locator(".empty").textContent()).toContain("Tệp này không đổi gì");
    expect(await tiles()).toEqual(["0", "0", "0", "0"]);
    await page.goto("/can-bo/tri-thuc/thu-tuc/excel?q=can+cuoc");
    expect(await page.getByLabel(/Chỉ những thủ tục/).inputValue()).toBe("can cuoc");
  }, 90_000);

  test("wrong cells are told one by one; nothing is written until the officer leaves them out", async () => {
    const { page } = editor;
    await uploaded(await exported(), (sheets) => {
      rowOf(sheets, "Lệ phí", LOST_CARD)[FEE] = 36_500;
      rowOf(sheets, "Lệ phí", "dang-ky-khai-sinh")[FEE] = "miễn";
      rowOf(sheets, "Văn bản", "dang-ky-khai-sinh")["Số văn bản"] = null;
      rowOf(sheets, "Thủ tục", "dang-ky-ket-hon")["Chủ đề"] = "chuyện cưới hỏi";
    });
    expect(await tiles()).toEqual(["1", "0", "0", "2"]);
    expect(await page.locator("main").textContent()).toContain("“miễn” không phải số nguyên");
    await looksRight(page, "excel-sai");
    await page.getByRole("button", { name: "Tạo 1 bản nháp" }).click();
    expect(await page.getByRole("alert").first().textContent()).toContain("chưa tạo bản nháp nào");
    expect(await drafts()).toContain("Không có bản nháp nào");
    await page.getByLabel(/Chỉ lấy các mục đúng, bỏ 2 mục sai/).check();
    await page.getByLabel("Vì sao sửa").fill("Thông tư mới về phí căn cước");
    await page.getByRole("button", { name: "Tạo 1 bản nháp" }).click();
    await page.waitForURL("**/cho-duyet");
    expect(await page.getByRole("status").textContent()).toContain("Đã tạo 1 bản nháp");
    await publish(`/can-bo/tri-thuc/thu-tuc/${LOST_CARD}`);
    const citizen = office.bot.zalo.citizen();
    await citizen.sends("mất căn cước làm lại bao nhiêu tiền");
    expect((await citizen.nextMessage()).text).toContain("36.500 đồng");
    await office.admin.get("/can-bo");
    const log = (await office.admin.get("/can-bo/nhat-ky")).html;
    expect([log.includes("Xuất nội dung ra tệp Excel"), log.includes("Nhập tệp Excel thành bản nháp")]).toEqual([
      true,
      true,
    ]);
  }, 90_000);

  test("an item published after the file was made is never overwritten unasked; one with a draft is left alone", async () => {
    const { page } = editor;
    const file = await exported();
    const path = `/can-bo/tri-thuc/thu-tuc/${LOST_CARD}`;
    const form = (await editorAlone.get(`${path}/sua`)).html;
    await editorAlone.post(`${path}/sua`, { ...fieldsOf(form), "f.audience": "Công dân mất thẻ" });
    const dearer = (sheets: Sheets) => {
      rowOf(sheets, "Lệ phí", LOST_CARD)[FEE] = 40_000;
    };
    await uploaded(file, dearer);
    expect(await page.locator("main").textContent()).toContain("Đang có bản nháp khác");
    await publish(path);
    await uploaded(file, (sheets) => {
      dearer(sheets);
      rowOf(sheets, "Thủ tục", "dang-ky-ket-hon")["Kết quả nhận được"] = "Hai bản Giấy chứng nhận kết hôn";
    });
    expect((await tiles()).slice(0, 3)).toEqual(["1", "0", "1"]);
    await looksRight(page, "excel-trung");
    await page.getByLabel(/Lấy bản trong tệp/).check();
    await page.getByRole("button", { name: /Tạo 1 bản nháp và các mục đã chọn/ }).click();
    await page.waitForURL("**/cho-duyet");
    await page.goto(`${path}/xem-lai`);
    const changed = await page.locator("ins").allTextContents();
    expect(changed).toEqual(expect.arrayContaining(["40.000 đồng"]));
  }, 90_000);

  test("what another published between looking and taking stops it, and nothing is written", async () => {
    const { page } = editor;
    await uploaded(await exported(), (sheets) => {
      rowOf(sheets, "Thủ tục", "dang-ky-khai-tu")["Kết quả nhận được"] = "Giấy báo tử";
    });
    const path = "/can-bo/tri-thuc/thu-tuc/dang-ky-khai-tu";
    const form = (await editorAlone.get(`${path}/sua`)).html;
    await editorAlone.post(`${path}/sua`, { ...fieldsOf(form), "f.audience": "Thân nhân" });
    await page.getByRole("button", { name: "Tạo 1 bản nháp" }).click();
    expect(await page.getByRole("alert").first().textContent()).toContain("Chưa tạo bản nháp nào");
    expect(await page.locator("main").textContent()).toContain("Đang có bản nháp khác");
  }, 90_000);
});
