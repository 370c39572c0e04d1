/** The description of the push door, made from the schemas that it reads with. */
import { z } from "zod";
import { batchAnswer, batchSchema } from "./batch.ts";

export const PUSH_PATH = "/api/ho-so";
export const OPENAPI_PATH = "/api/openapi.json";

/** `serverUrl`: where the door is reached from outside, or null. */
export function openapi(serverUrl: string | null): object {
  const json = (schema: z.ZodType) => ({ "application/json": { schema: z.toJSONSchema(schema, { io: "input" }) } });
  const problem = (description: string) => ({ description, content: json(z.strictObject({ error: z.string() })) });
  return {
    openapi: "3.1.0",
    info: {
      title: "Một Cửa: nhận hồ sơ từ hệ thống một cửa",
      version: "1",
      description:
        "Đẩy hồ sơ hoặc tiến độ hồ sơ. Gửi lại cùng nội dung không làm thay đổi gì. Họ tên, địa chỉ, thư điện tử bị bỏ ngay khi nhận; số điện thoại chỉ giữ dạng băm có khoá của 4 số cuối.",
    },
    ...(serverUrl ? { servers: [{ url: serverUrl }] } : {}),
    paths: {
      [PUSH_PATH]: {
        post: {
          operationId: "pushDossiers",
          summary: "Nhận một loạt hồ sơ (DongBoHoSoMC, CapNhatTienDoHoSoMC hoặc JSON thường)",
          security: [{ token: [] }],
          requestBody: { required: true, content: json(batchSchema) },
          responses: {
            200: {
              description: "Đã đọc hết; bản ghi sai nằm trong failed, bản ghi đúng đã lưu",
              content: json(batchAnswer),
            },
            400: problem("Không phải JSON, hoặc không có danh sách bản ghi"),
            401: problem("Thiếu token, hoặc token sai"),
            413: problem("Nội dung quá 8 MB"),
            503: problem("Chưa lưu được hết; gửi lại cả loạt sau ít phút"),
          },
        },
      },
    },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}
