import { request } from "node:http";
import { startPage } from "./answering-stub.ts";
import { closeAll } from "./stub-webhook.ts";

let site: Awaited<ReturnType<typeof startPage>>;
beforeEach(async () => {
  site = await startPage();
});
afterEach(async () => {
  await site.close();
  await closeAll();
});

const ORDER = JSON.stringify({ citizen: "4170358264915320001", act: "says", text: "alo" });

/** Plain node:http, for fetch would set or refuse some of these headers by itself. */
function ask(method: string, path: string, headers: Record<string, string>, body = ""): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(site.url + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const json = { "Content-Type": "application/json" };

test("an order of the page itself is obeyed", async () => {
  expect(await ask("POST", "/act", { ...json, Origin: site.origin }, ORDER)).toBe(200);
  expect(await ask("POST", "/act", { ...json, "Sec-Fetch-Site": "same-origin" }, ORDER)).toBe(200);
  expect(site.zalo.chat.filter((line) => line.from === "citizen")).toHaveLength(2);
});

test.each([
  ["another site", { ...json, Origin: "http://evil.example" }],
  ["another port of this machine", { ...json, Origin: "http://127.0.0.1:1" }],
  ["another site, by the browser's word", { ...json, "Sec-Fetch-Site": "cross-site" }],
  ["a sandboxed frame", { ...json, Origin: "null" }],
  ["nobody knows where", { ...json }],
  ["a form", { "Content-Type": "text/plain", "Sec-Fetch-Site": "same-origin" }],
])("an order from %s is refused", async (_who, headers) => {
  expect(await ask("POST", "/act", headers as Record<string, string>, ORDER)).toBe(403);
  expect(site.zalo.chat).toHaveLength(0);
});

test("a foreign host name is refused, even for looking", async () => {
  expect(await ask("GET", "", { Host: "evil.example" })).toBe(403);
  expect(await ask("GET", "", { Host: "localhost:3000" })).toBe(200);
});

test.each([
  ["not JSON", "{"],
  ["an unknown act", JSON.stringify({ citizen: "4170358264915320001", act: "__proto__" })],
  ["an unknown person", JSON.stringify({ citizen: "1", act: "says", text: "alo" })],
  ["an unknown fault", JSON.stringify({ citizen: "4170358264915320001", act: "fault", fault: "constructor" })],
  ["a button that never was", JSON.stringify({ citizen: "4170358264915320001", act: "tap", message: "x", button: 0 })],
  ["a visitor's location", JSON.stringify({ citizen: "4170358264915320003", act: "location" })],
])("%s is answered 400", async (_what, body) => {
  expect(await ask("POST", "/act", { ...json, Origin: site.origin }, body)).toBe(400);
});

test("the page is light, has a strict policy, no inline code, and says its language", async () => {
  const response = await fetch(site.url);
  const page = await response.text();
  expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'; script-src 'self'");
  expect(page).toContain('<html lang="vi">');
  expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|https?:\/\/(?!dichvucong)/);
  let size = page.length;
  for (const asset of ["phone.css", "phone.js", "icon.svg"])
    size += (await (await fetch(`${site.url}/${asset}`)).text()).length;
  expect(size).toBeLessThan(60_000);
});

test("an unknown person leads back to the first one", async () => {
  const response = await fetch(`${site.url}?nguoi=<script>`, { redirect: "manual" });
  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe("/mo-phong");
});

test("the live stream ends when the platform closes, so that a stop does not wait for open pages", async () => {
  const response = await fetch(`${site.url}/live`);
  const reader = response.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toContain("event: hello");
  await site.zalo.close();
  expect((await reader.read()).done).toBe(true);
});
