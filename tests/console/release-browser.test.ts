/** A release and the centre changed the same record: an officer sees both, puts them together, and another approves. */
import type { Browser } from "playwright-core";
import { fieldsOf as formFields } from "../../src/console/knowledge/form/fields.ts";
import { merge } from "../../src/console/knowledge/merge.ts";
import { FAQ } from "../../src/console/knowledge/specs/faq.ts";
import { smallData } from "../public/small-data.ts";
import { describeWithChromium } from "../support/chromium.ts";
import { launch, looksRight, type Screen, screen } from "./browser.ts";
import { fieldsOf, hire, type Office, openOffice, sentAs, type Visitor } from "./office.ts";

const ID = "can-cuoc-cap-lai";
const PATH = `/can-bo/tri-thuc/thu-tuc/${ID}`;

test("what one side changed is taken; of what both changed it is ours, unless theirs is chosen", () => {
  const base = { question: "a", facts: ["1"], basis: null, id: "x", until_confirmed: "hours" };
  const ours = { ...base, question: "b", facts: ["1", "2"] };
  const theirs = { question: "c", facts: ["1"], basis: "NĐ 1", id: "x" };
  const put = merge(formFields(FAQ), base, ours, theirs);
  expect(put.merged).toEqual({ question: "b", facts: ["1", "2"], basis: "NĐ 1", id: "x" });
  expect([put.both.map(({ name }) => name), put.taken.map(({ name }) => name)]).toEqual([["question"], ["basis"]]);
  expect(merge(formFields(FAQ), base, ours, theirs, new Set(["question"])).merged.question).toBe("c");
});

describeWithChromium("a release beside the centre's own version, in a browser", (executablePath) => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let office: Office;
  let browser: Browser;
  let editor: Screen;
  let editorAlone: Visitor;
  let approver: Visitor;
  beforeAll(async () => {
    data = await smallData();
    office = await openOffice({ folders: data.folders });
    browser = await launch(executablePath);
    editorAlone = await hire(office, "editor");
    approver = await hire(office, "approver");
    await changesAudience("Công dân mất thẻ, theo trung tâm");
    await publishes();
    // The release: another audience, and a result that nobody here touched.
    data.edit(data.record(ID), /^audience: .*$/m, "audience: Công dân mất thẻ, theo bản phát hành");
    data.edit(data.record(ID), /^result: .*$/m, "result: Thẻ căn cước mẫu mới");
    office = { ...office, bot: await office.bot.restart() };
    editor = await screen(browser, office.bot.url);
    const value = editorAlone.cookies.get("mc_phien") ?? "";
    await editor.context.addCookies([{ name: "mc_phien", value, url: `${office.bot.url}/can-bo`, httpOnly: true }]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await office?.bot.stop();
    await data?.remove();
  });
  afterEach(() => expect(editor.problems).toEqual([]));

  async function changesAudience(audience: string): Promise<void> {
    const body = new URLSearchParams();
    const form = sentAs((await editorAlone.get(`${PATH}/sua`)).html);
    for (const [name, value] of Object.entries({ ...form, "f.audience": audience }))
      for (const each of [value].flat()) body.append(name, each);
    const cookie = [...editorAlone.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const saved = await fetch(`${office.bot.url}${PATH}/sua`, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { cookie, origin: office.bot.url },
    });
    expect(saved.headers.get("location")).toBe(`${PATH}/xem-lai`);
  }

  async function publishes(): Promise<void> {
    const review = await approver.get(`${PATH}/xem-lai`);
    const done = await approver.post(`${PATH}/cong-bo`, { _rev: fieldsOf(review.html)._rev ?? "" });
    expect([done.status, done.to]).toEqual([303, PATH]);
  }

  test("it is listed; both versions are shown beside what they grew from", async () => {
    const { page } = editor;
    await page.goto("/can-bo/cho-duyet");
    await page
      .getByRole("row", { name: /cần so hai bản/ })
      .getByRole("link")
      .click();
    const tables = page.locator("table.diff");
    const release = await tables.nth(0).textContent();
    expect([release?.includes("theo bản phát hành"), release?.includes("Thẻ căn cước mẫu mới")]).toEqual([true, true]);
    const ours = await tables.nth(1).textContent();
    expect([ours?.includes("theo trung tâm"), ours?.includes("mẫu mới")]).toEqual([true, false]);
    await looksRight(page, "hai-ban");
  }, 60_000);

  test("put together: what only the release changed is taken, of what both changed what the officer chose", async () => {
    const { page } = editor;
    await page.goto(`${PATH}/ban-phat-hanh`);
    await page.getByRole("group", { name: "Ai làm thủ tục này" }).getByLabel("Của bản phát hành").check();
    await page.getByRole("button", { name: "Ghép thành bản nháp" }).click();
    await page.waitForURL("**/xem-lai");
    expect((await page.locator("ins").allTextContents()).sort()).toEqual([
      "Công dân mất thẻ, theo bản phát hành",
      "Thẻ căn cước mẫu mới",
    ]);
    const seat = await screen(browser, office.bot.url);
    const value = approver.cookies.get("mc_phien") ?? "";
    await seat.context.addCookies([{ name: "mc_phien", value, url: `${office.bot.url}/can-bo`, httpOnly: true }]);
    await seat.page.goto(`${PATH}/xem-lai`);
    await seat.page.locator(".gate .said").waitFor();
    await seat.page.getByRole("button", { name: "Duyệt và công bố" }).click();
    expect(await seat.page.getByRole("status").first().textContent()).toContain("Đã công bố");
    await page.goto("/can-bo/cho-duyet");
    expect(await page.locator("main").textContent()).not.toContain("cần so hai bản");
    await page.goto(PATH);
    expect(await page.locator("main").textContent()).toContain("Thẻ căn cước mẫu mới");
    expect(seat.problems).toEqual([]);
  }, 60_000);

  test("new pages of intents and communes look right", async () => {
    const { page } = editor;
    for (const [name, path] of [
      ["y-dinh", "tri-thuc/y-dinh"],
      ["mot-y-dinh", "tri-thuc/y-dinh/talk_to_staff"],
      ["sua-y-dinh", "tri-thuc/y-dinh/ask_procedure/sua"],
      ["xa-phuong", "tri-thuc/xa-phuong"],
      ["mot-xa", "tri-thuc/xa-phuong/32014"],
      ["sua-xa", "tri-thuc/xa-phuong/32014/sua"],
    ] as const) {
      await page.goto(`/can-bo/${path}`);
      await looksRight(page, name);
    }
  }, 90_000);
});
