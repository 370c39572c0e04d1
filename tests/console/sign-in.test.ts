/** Who gets in, how, and for how long; entered through the real program. */

import { smallData } from "../public/small-data.ts";
import { testClock } from "../support/clock.ts";
import { FIRST, hire, type Office, openOffice, type Visitor, visitorOf } from "./office.ts";

const clock = testClock("2026-11-25T09:00:00+07:00");
let data: Awaited<ReturnType<typeof smallData>>;
let office: Office;
beforeAll(async () => {
  data = await smallData();
  office = await openOffice({ now: clock, folders: data.folders });
}, 60_000);
afterAll(async () => {
  await office?.bot.stop();
  await data?.remove();
});

const signIn = async (login: string, password: string): Promise<[Visitor, Awaited<ReturnType<Visitor["post"]>>]> => {
  const visitor = visitorOf(office.bot.url);
  return [visitor, await visitor.post("/can-bo/dang-nhap", { ten: login, "mat-khau": password })];
};

test("the first link makes one administrator and no second; afterwards no link is given", async () => {
  expect((await office.admin.get("/can-bo")).html).toContain(FIRST.name);
  expect(await office.bot.app.firstOfficerLink()).toBeNull();
});

test("a right password opens a session, a wrong one and an unknown name do not, in the same words", async () => {
  const [visitor, right] = await signIn(FIRST.login.toUpperCase(), FIRST.password);
  expect([right.status, right.to]).toEqual([303, "/can-bo"]);
  expect((await visitor.get("/can-bo")).status).toBe(200);
  const [, wrong] = await signIn(FIRST.login, "sai mật khẩu rồi");
  const [, nobody] = await signIn("khong.co.ai", "sai mật khẩu rồi");
  expect([wrong.status, nobody.status]).toEqual([401, 401]);
  const faultOf = (html: string) => /class="fault"[^>]*>([^<]+)/.exec(html)?.[1];
  expect(faultOf(wrong.html)).toBe(faultOf(nobody.html));
});

test("after a sign-in one is where one wanted to go, but never on another site", async () => {
  const [visitor] = await signIn("", "");
  const asked = await visitor.get("/can-bo/nhan-su");
  expect(asked.to).toBe("/can-bo/dang-nhap?toi=%2Fnhan-su");
  const fields = { ten: FIRST.login, "mat-khau": FIRST.password };
  expect((await visitor.post("/can-bo/dang-nhap", { ...fields, toi: "/nhan-su" })).to).toBe("/can-bo/nhan-su");
  expect((await visitor.post("/can-bo/dang-nhap", { ...fields, toi: "//evil.example" })).to).toBe("/can-bo");
});

test("six wrong passwords close the name for a quarter of an hour, also to the right one", async () => {
  await hire(office, "viewer", { login: "nguoi.quen" });
  for (let tries = 0; tries < 6; tries++) expect((await signIn("nguoi.quen", "không nhớ nữa"))[1].status).toBe(401);
  expect((await signIn("nguoi.quen", FIRST.password))[1].status).toBe(429);
  clock.moveBy(16 * 60_000);
  expect((await signIn("nguoi.quen", FIRST.password))[1].status).toBe(303);
});

test("twenty wrong passwords at one moment get no further than one after another", async () => {
  await hire(office, "viewer", { login: "bi.do" });
  const tries = await Promise.all(Array.from({ length: 20 }, () => signIn("bi.do", "đoán đại một cái")));
  const told = tries.map(([, { status }]) => status);
  expect([told.filter((each) => each === 401).length, told.filter((each) => each === 429).length]).toEqual([6, 14]);
  clock.moveBy(16 * 60_000);
});

test("the cookie is for us alone, changes every ten minutes, and the former one is good for a minute", async () => {
  const [visitor, opened] = await signIn(FIRST.login, FIRST.password);
  expect(opened.status).toBe(303);
  const raw = await fetch(`${office.bot.url}/can-bo/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: office.bot.url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ten: FIRST.login, "mat-khau": FIRST.password }).toString(),
  });
  expect(raw.headers.get("set-cookie")).toMatch(/^mc_phien=[\w-]{43}; Path=\/can-bo; HttpOnly; SameSite=Lax$/);
  const former = visitor.cookies.get("mc_phien") ?? "";
  clock.moveBy(11 * 60_000);
  await visitor.get("/can-bo");
  expect(visitor.cookies.get("mc_phien")).not.toBe(former);
  const late = visitorOf(office.bot.url);
  late.cookies.set("mc_phien", former);
  expect((await late.get("/can-bo")).status).toBe(200);
  clock.moveBy(2 * 60_000);
  expect((await late.get("/can-bo")).status).toBe(303);
  expect((await visitor.get("/can-bo")).status).toBe(200);
});

test("two hours without use end a session; so do leaving and being stopped", async () => {
  const [idle] = await signIn(FIRST.login, FIRST.password);
  clock.moveBy(121 * 60_000);
  expect((await idle.get("/can-bo")).status).toBe(303);

  const [leaving] = await signIn(FIRST.login, FIRST.password);
  await leaving.get("/can-bo");
  const kept = visitorOf(office.bot.url);
  kept.cookies.set("mc_phien", leaving.cookies.get("mc_phien") ?? "");
  expect((await leaving.post("/can-bo/dang-xuat")).to).toBe("/can-bo/dang-nhap");
  expect((await kept.get("/can-bo")).status).toBe(303);

  office = { ...office, admin: (await signIn(FIRST.login, FIRST.password))[0] };
  const editor = await hire(office, "editor", { login: "sap.nghi" });
  expect((await editor.get("/can-bo")).status).toBe(200);
  const list = await office.admin.get("/can-bo/nhan-su");
  const id = /nhan-su\/([\w-]{36})">Người editor/.exec(list.html)?.[1];
  await office.admin.post(`/can-bo/nhan-su/${id}/ngung`);
  expect((await editor.get("/can-bo")).status).toBe(303);
  expect((await signIn("sap.nghi", FIRST.password))[1].status).toBe(401);
});

test("a link is good once; a new password ends the sessions that are open", async () => {
  const viewer = await hire(office, "viewer", { login: "hay.quen" });
  const list = await office.admin.get("/can-bo/nhan-su");
  const id = [...list.html.matchAll(/nhan-su\/([\w-]{36})">[^<]*<\/a><\/td><td[^>]*>hay\.quen/g)][0]?.[1];
  const made = await office.admin.post(`/can-bo/nhan-su/${id}/mat-khau`);
  const link = /(\/can-bo\/bat-dau\/[\w-]+)"/.exec(made.html)?.[1] ?? "";
  const visitor = visitorOf(office.bot.url);
  const short = await visitor.post(link, { "mat-khau": "ngắn", "lap-lai": "ngắn" });
  expect([short.status, short.html.includes("ít nhất 10 ký tự")]).toEqual([422, true]);
  const fresh = { "mat-khau": "nước lớn nước ròng", "lap-lai": "nước lớn nước ròng" };
  expect((await visitor.post(link, fresh)).status).toBe(303);
  expect((await visitor.post(link, fresh)).status).toBe(410);
  expect((await viewer.get("/can-bo")).status).toBe(303);
  expect((await signIn("hay.quen", "nước lớn nước ròng"))[1].status).toBe(303);
});

test("the last administrator cannot be stopped or made less", async () => {
  const list = await office.admin.get("/can-bo/nhan-su");
  const id = new RegExp(`nhan-su/([\\w-]{36})">${FIRST.name}`).exec(list.html)?.[1];
  const stopped = await office.admin.post(`/can-bo/nhan-su/${id}/ngung`);
  expect([stopped.status, stopped.html.includes("ít nhất một người quản trị")]).toEqual([422, true]);
  expect((await office.admin.get("/can-bo")).status).toBe(200);
});
