/** Tourism, health care, OCOP products: answered only from checked entries; without one, the desk. */
import type { Centre } from "../../knowledge/centre.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

export const localLife = (centre: Centre): Answer =>
  say(
    "desk",
    [
      "Chuyện du lịch, khám bệnh, đặc sản OCOP em chưa có thông tin đã kiểm tra nên không dám nói.",
      `Anh/chị bấm “Gặp cán bộ” để em hỏi ${centre.name} giúp.`,
    ],
    [BUTTONS.staff, BUTTONS.help],
  );
