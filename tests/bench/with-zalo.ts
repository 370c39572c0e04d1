/** The local Zalo in this process and the whole program in a child, joined. */

import { type FakeZalo, startFakeZalo } from "../../src/simulator/index.ts";
import { firstPair } from "../../src/start/demo.ts";
import { type Child, startChild } from "./child.ts";
import { BENCH } from "./identity.ts";

/** `databaseUrl`: a SQLite file of the program's own unless told otherwise. */
export async function withZalo<T>(work: (zalo: FakeZalo, app: Child) => Promise<T>, databaseUrl = ""): Promise<T> {
  let port = 0;
  const zalo = await startFakeZalo({
    ...BENCH,
    webhookUrl: () => `http://127.0.0.1:${port}/webhooks/zalo`,
    requestsPerMinute: 10_000_000,
  });
  const { accessToken, refreshToken } = firstPair(zalo);
  const app = await startChild("./app-server.ts", [zalo.openapiUrl, accessToken, refreshToken, databaseUrl]);
  port = app.port;
  try {
    return await work(zalo, app);
  } finally {
    await zalo.settled();
    await app.stop();
    await zalo.close();
  }
}

export const QUESTIONS = [
  "làm giấy khai sinh cho con cần những gì vậy em",
  "dang ky ket hon can giay to gi vay",
  "làm lại căn cước bị mất tốn bao nhiêu tiền hả em",
  "nhà tôi muốn tách thửa đất cho con thì nộp hồ sơ ở đâu",
  "đăng ký tạm trú cho người ở trọ mất mấy ngày",
  "xin giấy xác nhận tình trạng hôn nhân để mua đất",
  "hồ sơ H12.34-260804-0583 của tôi tới đâu rồi",
  "chứng thực 3 bản sao mỗi bản 5 trang hết bao nhiêu tiền",
] as const;
