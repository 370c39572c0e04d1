/** What officers publish is what citizens are answered: written, approved by another, withdrawn, rolled back. */
import { smallData } from "../public/small-data.ts";
import { fieldsOf, hire, type Office, openOffice, type Visitor } from "./office.ts";

const RECORD = "/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-lai";
let data: Awaited<ReturnType<typeof smallData>>;
let office: Office;
let editor: Visitor;
let approver: Visitor;
beforeAll(async () => {
  data = await smallData();
  office = await openOffice({ folders: data.folders });
  editor = await hire(office, "editor");
  approver = await hire(office, "approver");
}, 60_000);
afterAll(async () => {
  await office?.bot.stop();
  await data?.remove();
});

async function feeAnswer(): Promise<string> {
  const citizen = office.bot.zalo.citizen();
  await citizen.sends("mất căn cước làm lại bao nhiêu tiền");
  return (await citizen.nextMessage()).text;
}

async function draftFee(by: Visitor, amount: string, from = "35.000") {
  const form = fieldsOf((await by.get(`${RECORD}/sua`)).html);
  const name = Object.keys(form).find((each) => /^f\.fees\.\d+\.amount$/.test(each) && form[each] === from) ?? "";
  expect(name).not.toBe("");
  return by.post(`${RECORD}/sua`, { ...form, [name]: amount });
}
const reviewed = async (by: Visitor) => fieldsOf((await by.get(`${RECORD}/xem-lai`)).html);

test("an editor's fee reaches citizens only after another person approved it, and at once then", async () => {
  expect(await feeAnswer()).toContain("35.000 đồng");
  const saved = await draftFee(editor, "36.500");
  expect([saved.status, saved.to]).toEqual([303, `${RECORD}/xem-lai`]);
  const review = await editor.get(`${RECORD}/xem-lai`);
  expect(review.html).toMatch(/<del>35\.000 đồng<\/del>.*<ins>36\.500 đồng<\/ins>/s);
  expect(await feeAnswer()).toContain("35.000 đồng");
  expect((await editor.post(`${RECORD}/cong-bo`, await reviewed(editor))).status).toBe(403);
  await editor.post(`${RECORD}/gui-duyet`, await reviewed(editor));
  expect((await approver.get("/can-bo/cho-duyet")).html).toContain("chờ duyệt");
  const published = await approver.post(`${RECORD}/cong-bo`, await reviewed(approver));
  expect([published.status, published.to]).toEqual([303, RECORD]);
  expect(await feeAnswer()).toContain("36.500 đồng");
}, 60_000);

test("who wrote it does not approve it, unless the centre says that one is enough", async () => {
  await draftFee(approver, "37.000", "36.500");
  const own = await approver.post(`${RECORD}/cong-bo`, await reviewed(approver));
  expect([own.status, own.html.includes("cần một người khác duyệt")]).toEqual([409, true]);
  await office.admin.get("/can-bo/cai-dat");
  await office.admin.post("/can-bo/cai-dat", { duyet: "mot" });
  expect((await approver.post(`${RECORD}/cong-bo`, await reviewed(approver))).status).toBe(303);
  expect(await feeAnswer()).toContain("37.000 đồng");
  await office.admin.post("/can-bo/cai-dat", { duyet: "hai" });
  expect((await office.admin.get("/can-bo/nhat-ky")).html).toContain("Một người cũng công bố được");
}, 60_000);

test("two who edit at once: the second is shown both versions and overwrites nothing unasked", async () => {
  const mine = fieldsOf((await editor.get(`${RECORD}/sua`)).html);
  const theirs = fieldsOf((await approver.get(`${RECORD}/sua`)).html);
  await approver.post(`${RECORD}/sua`, { ...theirs, "f.result": "Thẻ căn cước (bản của người duyệt)" });
  const late = await editor.post(`${RECORD}/sua`, { ...mine, "f.result": "Thẻ căn cước (bản của biên tập)" });
  expect([late.status, late.html.includes("bản của người duyệt"), late.html.includes("bản của biên tập")]).toEqual([
    409,
    true,
    true,
  ]);
  expect((await editor.get(`${RECORD}/sua`)).html).toContain("bản của người duyệt");
  const { _rev = "", ...rest } = fieldsOf(late.html);
  expect((await editor.post(`${RECORD}/sua`, { ...rest, _rev })).status).toBe(303);
  expect((await editor.get(`${RECORD}/sua`)).html).toContain("bản của biên tập");
  await editor.post(`${RECORD}/bo-nhap`);
}, 60_000);

test("a fault in the form is told at its field and nothing is saved", async () => {
  const form = fieldsOf((await editor.get(`${RECORD}/sua`)).html);
  const amount = Object.keys(form).find((name) => /^f\.fees\.0\.amount$/.test(name)) ?? "";
  const wrong = await editor.post(`${RECORD}/sua`, { ...form, [amount]: "ba mươi lăm ngàn", "f.short_name": "" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("Sai kiểu, phải là số");
  expect(wrong.html).toContain("ba mươi lăm ngàn");
  expect(wrong.html).toContain('<a href="#f.short_name">Tên gọi với dân</a>: Chưa điền.');
  expect((await editor.get(RECORD)).html).not.toContain("đang soạn");
});

test("a withdrawn fee sends people to the desk at once; saying it again takes an approver", async () => {
  const page = fieldsOf((await editor.get(RECORD)).html);
  expect(page.phan).toBe("fees.0");
  const html = (await editor.get(RECORD)).html;
  const part = /value="(fees\.\d)">Lệ phí: [^<]*/.exec(html)?.[1] ?? "";
  for (const [, each = ""] of html.matchAll(/value="(fees\.\d)"/g))
    await editor.post(`${RECORD}/rut`, { phan: each, "ly-do": "có văn bản mới" });
  expect(await feeAnswer()).not.toContain("37.000");
  expect(await feeAnswer()).toContain("đang xem lại");
  expect(await fetch(`${office.bot.url}/thu-tuc/can-cuoc-cap-lai`).then((answer) => answer.text())).not.toContain(
    "37.000",
  );
  expect((await editor.post(`${RECORD}/thoi-rut`, { phan: part })).status).toBe(403);
  await approver.get(RECORD);
  for (const [, each = ""] of html.matchAll(/value="(fees\.\d)"/g))
    await approver.post(`${RECORD}/thoi-rut`, { phan: each });
  expect(await feeAnswer()).toContain("37.000 đồng");
}, 60_000);

test("a whole procedure and a topic can be withdrawn as well", async () => {
  await editor.get(RECORD);
  await editor.post(`${RECORD}/rut`, { phan: "", "ly-do": "sai hết" });
  expect(await feeAnswer()).toContain("đang xem lại nội dung này");
  await approver.get(RECORD);
  await approver.post(`${RECORD}/thoi-rut`, { phan: "" });
  const topic = "/can-bo/tri-thuc/chu-de/can_cuoc_cap_lai";
  await editor.get(topic);
  await editor.post(`${topic}/rut`, { phan: "", "ly-do": "xem lại" });
  expect(await feeAnswer()).toContain("chưa có thông tin đã kiểm tra");
  await approver.get(topic);
  await approver.post(`${topic}/thoi-rut`, { phan: "" });
}, 60_000);

test("going back to an earlier version is a draft that is published like any other", async () => {
  const history = await editor.get(`${RECORD}/lich-su`);
  expect(history.html).toContain("Bản 2");
  const back = await editor.post(`${RECORD}/lich-su/1/quay-lai`);
  expect(back.to).toBe(`${RECORD}/xem-lai`);
  expect((await approver.post(`${RECORD}/cong-bo`, await reviewed(approver))).status).toBe(303);
  expect(await feeAnswer()).toContain("36.500 đồng");
  expect((await editor.get(`${RECORD}/lich-su`)).html).toContain("Bản 3");
}, 60_000);

test("what was published outlives a restart", async () => {
  office = { ...office, bot: await office.bot.restart() };
  expect(await feeAnswer()).toContain("36.500 đồng");
}, 60_000);
