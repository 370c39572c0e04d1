/** No route of the console is reached without a session and its right; no form counts that another site could send. */
import { type ConsoleParts, consoleRoutes } from "../../src/console/index.ts";
import type { Route, StaffRoute } from "../../src/console/route.ts";
import { smallData } from "../public/small-data.ts";
import { hire, type Office, openOffice, type Visitor, visitorOf } from "./office.ts";

const routes: readonly Route[] = consoleRoutes({} as ConsoleParts);
const staffRoutes = routes.filter((route): route is StaffRoute => route.kind === "staff");
const address = ({ path }: Route) => `/can-bo${path === "/" ? "" : path}`.replaceAll(/:\w+/g, "khong-co");

let data: Awaited<ReturnType<typeof smallData>>;
let office: Office;
let viewer: Visitor;
beforeAll(async () => {
  data = await smallData();
  office = await openOffice({ folders: data.folders });
  // The least of all: sees, and only one commune.
  const { html } = await office.admin.get("/can-bo/nhan-su");
  viewer = await hire(office, "viewer", { unit: /<option value="(Xã [^"]+)"/.exec(html)?.[1] ?? "" });
}, 60_000);
afterAll(async () => {
  await office?.bot.stop();
  await data?.remove();
});

test("only signing in and one-time links are open", () => {
  const open = routes.filter(({ kind }) => kind === "open").map(({ method, path }) => `${method} ${path}`);
  expect(open).toEqual(["get /dang-nhap", "post /dang-nhap", "get /bat-dau/:token", "post /bat-dau/:token"]);
  expect(staffRoutes.length).toBeGreaterThan(10);
});

test.each(staffRoutes.map((route) => [route.method, route.path, route] as const))(
  "%s %s: nobody without a session, nobody without the right, no form from elsewhere",
  async (method, _path, route) => {
    const stranger = visitorOf(office.bot.url);
    const answered = method === "get" ? await stranger.get(address(route)) : await stranger.post(address(route));
    expect([answered.status, answered.to?.replace(/\?.*/, "")]).toEqual([303, "/can-bo/dang-nhap"]);

    if (route.right !== "see") {
      const denied = method === "get" ? await viewer.get(address(route)) : await viewer.post(address(route));
      expect([denied.status, denied.html.includes("không có quyền")]).toEqual([403, true]);
    }
    if (method === "post") {
      await office.admin.get("/can-bo");
      const noToken = await office.admin.post(address(route), { _ma: "" });
      const elsewhere = await office.admin.post(address(route), {}, { origin: "https://evil.example" });
      const said = [noToken, elsewhere].map(({ status, html }) => [status, html.includes("Chưa có gì được lưu")]);
      expect(said).toEqual([
        [403, true],
        [403, true],
      ]);
    }
  },
);

test("a form's token looks different on each page, and each is good; a part of it is not", async () => {
  const token = (html: string) => /name="_ma" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const [one, other] = [token((await viewer.get("/can-bo")).html), token((await viewer.get("/can-bo")).html)];
  expect(one).not.toBe(other);
  const change = (_ma: string) =>
    viewer.post("/can-bo/tai-khoan/mat-khau", { _ma, cu: "x" }).then(({ status }) => status);
  expect([await change(one), await change(other)]).not.toContain(403);
  expect([await change(one.slice(2)), await change(one.slice(0, -2)), await change("")]).toEqual([403, 403, 403]);
});

test("nor does the sign-in form from elsewhere", async () => {
  const visitor = visitorOf(office.bot.url);
  expect((await visitor.post("/can-bo/dang-nhap", {}, { origin: "https://evil.example" })).status).toBe(403);
});

test("an address that does not exist tells a stranger nothing", async () => {
  expect((await visitorOf(office.bot.url).get("/can-bo/khong-co")).to).toBe("/can-bo/dang-nhap");
  expect((await viewer.get("/can-bo/khong-co")).status).toBe(404);
});
