/** What an operator sees: figures for Prometheus, and one name for a message from the webhook to the reply. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parser as promql } from "@prometheus-io/lezer-promql";
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

/** Every figure that an expression asks for, with the labels that it asks of it, and whether it is PromQL at all. */
function askedBy(expr: string): { name: string; labels: string[] }[] {
  const asked: { name: string; labels: string[] }[] = [];
  const grouped: string[] = [];
  promql.parse(expr).iterate({
    enter({ name, from, to, node, type }) {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expr}`);
      const text = expr.slice(from, to);
      if (name === "VectorSelector") asked.push({ name: /^\w+/.exec(text)?.[0] ?? "", labels: [] });
      if (name !== "LabelName") return;
      if (node.parent?.name === "GroupingLabels") grouped.push(text);
      else asked.at(-1)?.labels.push(text);
    },
  });
  return asked.map(({ name, labels }) => ({ name, labels: [...new Set([...labels, ...grouped])] }));
}

test("every alert is PromQL that asks for figures and labels that exist, and has a line in the runbook", async () => {
  const forged = {
    method: "POST",
    headers: { "X-ZEvent-Signature": `mac=${"0".repeat(64)}` },
    body: '{"event_name":"x"}',
  };
  expect((await fetch(`${bot.url}/webhooks/zalo`, forged)).status).toBe(401);
  // Zalo refuses one for good: an alarm, and a delivery that was given up.
  bot.zalo.faults.next(1, { errorCode: -230 });
  await bot.zalo.citizen().sends("mất căn cước làm lại ở đâu?");
  await until("it is an alarm", async () => (await metrics()).includes("mot_cua_alarms_total{"));
  const series = (await metrics()).split("\n").filter((line) => line.startsWith("mot_cua_"));
  const labelsOf = (name: string) => series.find((line) => new RegExp(`^${name}[ {]`).test(line));
  const runbook = read("../../docs/deploy.md");
  const { groups } = parse(read("../../ops/alerts.yaml"));
  const rules = groups.flatMap(({ rules: some }: { rules: object[] }) => some);
  expect(rules.length).toBeGreaterThan(8);
  for (const { alert, expr, annotations } of rules) {
    const asked = askedBy(expr);
    expect([alert, asked.length > 0]).toEqual([alert, true]);
    // `up` is Prometheus' own.
    for (const { name, labels } of asked.filter((each) => each.name !== "up")) {
      const line = labelsOf(name);
      expect([alert, name, line !== undefined]).toEqual([alert, name, true]);
      for (const label of labels) expect([alert, line]).toEqual([alert, expect.stringMatching(`[{,]${label}="`)]);
    }
    for (const [, label] of (annotations.summary as string).matchAll(/\$labels\.(\w+)/g)) expect(expr).toContain(label);
    expect(annotations.runbook).toBe(`docs/deploy.md#${alert.toLowerCase()}`);
    expect(runbook).toContain(`### ${alert}\n`);
  }
});

test("a slip in an alert's expression is seen", () => {
  expect(() => askedBy("sum(rate(mot_cua_zalo_events_total{outcome=}[5m])) > 0")).toThrow("not PromQL");
  expect(askedBy('sum by (code) (rate(a_total{what="x"}[5m]))')).toEqual([
    { name: "a_total", labels: ["what", "code"] },
  ]);
});

test("pages come with strict headers", async () => {
  const { headers } = await fetch(`${bot.url}/thu-tuc`);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toContain("max-age");
  expect(headers.get("x-powered-by")).toBeNull();
});
