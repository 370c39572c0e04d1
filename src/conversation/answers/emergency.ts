/** Danger comes before everything: the number first, and nothing else. The four numbers are nationwide. */
import type { Emergency } from "../../understanding/understanding.ts";
import { type Answer, say } from "../answer.ts";
import { callButton } from "../buttons.ts";

/** For a word of danger that may be none: the numbers, and a way on. */
const maybe = (...calls: readonly string[]) => ({
  calls,
  text: `Nếu đang nguy hiểm, anh/chị gọi ngay ${calls.join(" và ")}.\nAnh/chị cần hỏi giấy tờ thì nhắn em tên việc muốn làm.`,
});

const LINES: Readonly<Record<Emergency, { readonly calls: readonly string[]; readonly text: string }>> = {
  fire: { calls: ["114"], text: "Gọi 114 ngay. Ra khỏi chỗ cháy trước, đồ đạc tính sau." },
  water: { calls: ["114", "115"], text: "Gọi 114 ngay (cứu nạn), rồi gọi 115." },
  violence: { calls: ["113"], text: "Gọi 113 ngay. Anh/chị tìm chỗ an toàn, có người ở bên." },
  child: { calls: ["111", "113"], text: "Gọi 111 ngay (bảo vệ trẻ em). Đang nguy hiểm thì gọi 113." },
  medical: { calls: ["115"], text: "Gọi 115 ngay." },
  self_harm: {
    calls: ["115"],
    text:
      "Gọi 115 ngay, hoặc nói liền với người thân đang ở gần anh/chị.\n" +
      "Anh/chị không phải chịu chuyện này một mình. Có người muốn nghe anh/chị lắm.",
  },
  maybe_fire: maybe("114"),
  maybe_water: maybe("114", "115"),
  maybe_violence: maybe("113"),
  maybe_child: maybe("111", "113"),
  maybe_self_harm: maybe("115"),
  maybe_medical: maybe("115"),
};

export function emergency(kind: Emergency): Answer {
  const { calls, text } = LINES[kind];
  return say(
    "answer",
    [text],
    calls.map((number) => callButton(number)),
    { alone: true },
  );
}
