import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { createSimulatorRouter } from "../../src/simulator/index.ts";
import { sendText, startBench } from "./stub-webhook.ts";

/** The page, mounted as the program mounts it, over a receiver that answers through the fake's API. */
export async function startPage() {
  const bench = await startBench({ now: Date.now });
  const { zalo, webhook } = bench;
  const { access_token } = zalo.firstTokens();
  webhook.answer = ({ body }) => {
    const event = JSON.parse(body.toString("utf8"));
    if (event.event_name === "user_send_text" && !/^im /.test(event.message.text))
      void sendText(zalo, access_token, event.sender.id, answerTo(event.message.text), BUTTONS).catch(() => {});
    return 200;
  };
  const app = express().use("/mo-phong", createSimulatorRouter(zalo));
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...bench,
    origin,
    url: `${origin}/mo-phong`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const answerTo = (text: string) =>
  `Dạ, em nghe: ${text}\n1. Tờ khai theo mẫu.\n2. Giấy chứng sinh (mang bản chính).\nCăn cứ: văn bản mẫu · đối chiếu 22/11/2026`;

const BUTTONS = [
  { title: "Lệ phí", type: "oa.query.show", payload: "lệ phí khai sinh" },
  { title: "Nộp ở đâu", type: "oa.query.hide", payload: "im nơi nộp" },
  { title: "Mở Cổng dịch vụ công", type: "oa.open.url", payload: { url: "https://dichvucong.gov.vn" } },
  { title: "Gọi 113", type: "oa.open.phone", payload: { phone_code: "113" } },
];
