/** What is published on one instance is answered by the other soon, and no request fails meanwhile. */
import { readFileSync, writeFileSync } from "node:fs";
import { smallData } from "../public/small-data.ts";
import { until } from "../support/until.ts";
import { opened, saved } from "./excel-office.ts";
import { fieldsOf, type Office, openOffice, visitorOf } from "./office.ts";

const RECORD = "/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-lai";
let data: Awaited<ReturnType<typeof smallData>>;
let office: Office;
let other: Awaited<ReturnType<Office["bot"]["beside"]>>;
beforeAll(async () => {
  data = await smallData();
  office = await openOffice({ folders: data.folders });
  other = await office.bot.beside();
  await other.ready;
}, 60_000);
afterAll(async () => {
  await other?.stop();
  await office?.bot.stop();
  await data?.remove();
});

test("a file that somebody broke does not hold up what officers withdraw", async () => {
  const file = data.record("dang-ky-ket-hon");
  const good = readFileSync(file, "utf8");
  writeFileSync(file, good.replace(/^id: .*$/m, "id: [hỏng"));
  try {
    const death = "/can-bo/tri-thuc/thu-tuc/dang-ky-khai-tu";
    await office.admin.get(death);
    await office.admin.post(`${death}/rut`, { phan: "", "ly-do": "sai" });
    const page = await fetch(`${office.bot.url}/thu-tuc/dang-ky-khai-tu`);
    expect(await page.text()).toContain("đang xem lại");
    expect((await fetch(`${office.bot.url}/readyz`)).status).toBe(200);
  } finally {
    writeFileSync(file, good);
  }
}, 60_000);

test("an Excel file that was looked at on one instance is taken in on the other", async () => {
  const { admin, bot } = office;
  const excel = "/can-bo/tri-thuc/thu-tuc/excel";
  const cookie = () => [...admin.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const exported = await fetch(`${bot.url}${excel}/xuat?q=can-cuoc-cap-doi`, { headers: { cookie: cookie() } });
  const { sheets, headers } = await opened(Buffer.from(await exported.arrayBuffer()));
  sheets["Lệ phí"]![0]!["Số tiền (đồng)"] = 26_000;
  const body = new FormData();
  body.set("_ma", fieldsOf((await admin.get(excel)).html)._ma ?? "");
  body.set("tep", new Blob([new Uint8Array(saved(sheets, headers))]), "sua.xlsx");
  const looked = await fetch(`${bot.url}${excel}`, {
    method: "POST",
    body,
    headers: { cookie: cookie(), origin: bot.url },
    redirect: "manual",
  });
  const at = looked.headers.get("location") ?? "";

  const elsewhere = visitorOf(`http://127.0.0.1:${other.port}`);
  for (const [name, value] of admin.cookies) elsewhere.cookies.set(name, value);
  const { html } = await elsewhere.get(at);
  expect(html).toContain("26.000 đồng");
  expect((await elsewhere.post(`${at}/lay`, fieldsOf(html))).to).toBe("/can-bo/cho-duyet");
  expect((await admin.get("/can-bo/cho-duyet")).html).toContain("Cấp đổi thẻ căn cước");
  expect((await admin.get(at)).status).toBe(404);
}, 60_000);

test("a draft is published: the other says it soon, and no request to either fails meanwhile", async () => {
  const { admin, bot } = office;
  const record = "/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-doi";
  await admin.get("/can-bo/cai-dat");
  await admin.post("/can-bo/cai-dat", { duyet: "mot" });
  const review = fieldsOf((await admin.get(`${record}/xem-lai`)).html);
  const doors = [bot.url, `http://127.0.0.1:${other.port}`];
  const statuses: number[] = [];
  let isOver = false;
  const asking = doors.map(async (door) => {
    while (!isOver) {
      for (const path of ["/thu-tuc/can-cuoc-cap-doi", "/thu-tuc?q=doi+can+cuoc", "/readyz"])
        statuses.push((await fetch(`${door}${path}`)).status);
    }
  });
  try {
    expect((await admin.post(`${record}/cong-bo`, { _rev: review._rev ?? "" })).to).toBe(record);
    await until("the other says the new fee", async () =>
      (await (await fetch(`${doors[1]}/thu-tuc/can-cuoc-cap-doi`)).text()).includes("26.000 đồng"),
    );
  } finally {
    isOver = true;
    await Promise.all(asking);
  }
  expect(statuses.length).toBeGreaterThan(10);
  expect(new Set(statuses)).toEqual(new Set([200]));
}, 60_000);

test("a withdrawal on one is seen on the other without a signal between them", async () => {
  const page = () => fetch(`http://127.0.0.1:${other.port}/thu-tuc/can-cuoc-cap-lai`);
  expect(await (await page()).text()).toContain("35.000");
  await office.admin.get(RECORD);
  const began = performance.now();
  await office.admin.post(`${RECORD}/rut`, { phan: "", "ly-do": "sai" });
  const statuses = new Set<number>();
  await until("the other says it no more", async () => {
    const answer = await page();
    statuses.add(answer.status);
    return (await answer.text()).includes("đang xem lại");
  });
  expect([...statuses]).toEqual([200]);
  // Two seconds on a quiet machine; tests share theirs.
  expect(performance.now() - began).toBeLessThan(8_000);
}, 60_000);
