import { createHash } from "node:crypto";
import { post } from "./load.ts";

/** Invented credentials for measuring. */
export const BENCH = {
  appId: "3608465248940900001",
  appSecret: "bench-app-secret",
  oaId: "3886132808788600001",
  oaSecret: "bench-oa-secret",
} as const;

let made = 0;

/** A signed `user_send_text` of about 0.9 KB, as bytes ready to send; each with its own message id. */
export function signedText(text: string, citizenId: string, path = "/webhooks/zalo"): Buffer {
  made += 1;
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: BENCH.appId,
    sender: { id: citizenId },
    user_id_by_app: "5521772797175800001",
    recipient: { id: BENCH.oaId },
    event_name: "user_send_text",
    message: { text, msg_id: `bench${timestamp}x${made}` },
    timestamp,
  });
  const mac = createHash("sha256")
    .update(BENCH.appId + body + timestamp + BENCH.oaSecret)
    .digest("hex");
  return post(path, Buffer.from(body), {
    "content-type": "application/json",
    "user-agent": "ZaloWebhook",
    "x-zevent-server": "OA OpenAPI",
    "x-zevent-signature": `mac=${mac}`,
  });
}
