import { isDispute } from "../../src/conversation/answers/disputed.ts";

test.each([
  "sai rồi",
  "Sai rồi bạn ơi",
  "không đúng",
  "ko dung",
  "hông đúng nghen",
  "trả lời sai bét",
  "thông tin này chưa chính xác",
  "không đúng ý tui",
  "đâu phải vậy",
  "tầm bậy",
  "👎",
  "👎🏽 👎",
])("“%s” calls the answer wrong", (words) => expect(isDispute(words)).toBe(true));

test.each([
  "không dùng",
  "sai tên trên giấy khai sinh",
  "khai sinh ghi không đúng năm sinh",
  "giấy này sai thì sửa sao",
  "đúng rồi",
  "không",
  "không phải",
])("“%s” does not", (words) => expect(isDispute(words)).toBe(false));
