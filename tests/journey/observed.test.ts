/** What an operator sees: figures for Prometheus, and one name for a message from the webhook to the reply. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type Bot, startBot } from "../support/bot.ts";
import { until } from "../support/until.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ config: { metricsToken: "a-token-for-prometheus" } });
}, 120_000);
afterAll(() => bot.stop());

const metrics = async (headers: Record<string, string> = {}) => {
  const answer = await fetch(`${bot.url}/metrics`, { headers });
  return answer.status === 200 ? answer.text() : String(answer.status);
};
const log = () => bot.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

test("one trace leads from the webhook to the reply, and it says nothing about the citizen", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("làm giấy khai sinh cho con cần những gì?");
  await citizen.nextMessage(20_000);
  await until("it is written down", () => log().some(({ msg }) => msg === "delivery.sent"));
  const lines = log();
  const kept = lines.find(({ msg, event }) => msg === "door.kept" && event === "user_send_text");
  const turn = lines.find(({ msg, replies }) => msg === "intake.written" && replies === 1);
  const sent = lines.find(({ msg }) => msg === "delivery.sent");
  expect(kept?.trace).toMatch(/^t[0-9a-f]{12}$/);
  expect(turn?.traces).toEqual([kept?.trace]);
  expect(sent?.trace).toBe(kept?.trace);
  expect(bot.logLines.join("\n")).not.toContain(citizen.id);
});

test("the figures name the door, what waits, the token, Zalo's answers and the decisions", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("mất căn cước làm lại ở đâu?");
  await citizen.nextMessage(20_000);
  await bot.zalo.settled();
  await until("nothing waits", async () => /mot_cua_outbox_open 0\n/.test(await metrics()));
  const text = await metrics();
  expect(text).toMatch(/mot_cua_zalo_events_total\{name="user_send_text",outcome="new"\} [1-9]/);
  expect(text).toMatch(/mot_cua_door_seconds_bucket\{le="0.5"\} [1-9]/);
  expect(text).toMatch(/mot_cua_deliveries_total\{what="sent",code="sent"\} [1-9]/);
  expect(text).toMatch(/mot_cua_decisions_total\{intent="\w+",decision="answer"\} [1-9]/);
  expect(Number(/mot_cua_token_life_seconds (\d+)/.exec(text)?.[1])).toBeGreaterThan(3_600);
  for (const name of ["ready 1", "inbox_waiting 0", "inbox_oldest_seconds 0", "outbox_given_up 0"]) {
    expect(text).toContain(`mot_cua_${name}\n`);
  }
  expect(text).toContain("mot_cua_process_resident_memory_bytes");
});

test("from elsewhere the figures need the token", async () => {
  const elsewhere = { "x-forwarded-for": "203.0.113.9" };
  expect(await metrics(elsewhere)).toBe("404");
  expect(await metrics({ ...elsewhere, authorization: "Bearer wrong" })).toBe("404");
  expect(await metrics({ ...elsewhere, authorization: "Bearer a-token-for-prometheus" })).toContain("mot_cua_ready 1");
});

test("every alert asks for figures that exist, and has a line in the runbook", async () => {
  const text = await metrics();
  const runbook = read("../../docs/deploy.md");
  const { groups } = parse(read("../../ops/alerts.yaml"));
  const rules = groups.flatMap(({ rules: some }: { rules: object[] }) => some);
  expect(rules.length).toBeGreaterThan(8);
  for (const { alert, expr, annotations } of rules) {
    for (const [name] of expr.matchAll(/mot_cua_\w+/g)) {
      // What has not happened yet is not counted yet.
      if (!/_total$/.test(name)) expect(text).toContain(name);
    }
    expect(annotations.runbook).toBe(`docs/deploy.md#${alert.toLowerCase()}`);
    expect(runbook).toContain(`### ${alert}\n`);
  }
});

test("pages come with strict headers", async () => {
  const { headers } = await fetch(`${bot.url}/thu-tuc`);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toContain("max-age");
  expect(headers.get("x-powered-by")).toBeNull();
});
