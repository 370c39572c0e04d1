/** Copies, pages and papers as people write them; what is not said is not read. */
import { realUnderstander } from "./support.ts";

const { understander } = await realUnderstander();

function counts(text: string) {
  const { copies, pages, papers, jobs } = understander.understand(text, { topic: null }).slots;
  return { ...(copies && { copies }), ...(pages && { pages }), ...(papers && { papers }), ...(jobs && { jobs }) };
}

test.each([
  ["chứng thực 3 bản, mỗi bản 5 trang", { copies: 3, pages: 5 }],
  ["sao y 2 giấy, mỗi giấy 3 bản, 4 trang", { papers: 2, copies: 3, pages: 4 }],
  ["sao y 5 loại giấy, mỗi loại 2 bản, mỗi bản 1 trang", { papers: 5, copies: 2, pages: 1 }],
  ["sao y ba bản, mỗi bản mười hai trang", { copies: 3, pages: 12 }],
  ["sao y hai chục bản mỗi bản hai mươi lăm trang", { copies: 20, pages: 25 }],
  ["chung thuc mot tram linh nam trang, 2 ban", { copies: 2, pages: 105 }],
  ["sao y hai lăm bản", { copies: 25 }],
  ["sao y 3ban 5trang", { copies: 3, pages: 5 }],
  ["sao y 3 cái bằng, mỗi cái 2 trang", { copies: 3, pages: 2 }],
  ["sao y 3 bản, một bản 5 trang", { copies: 3, pages: 5 }],
  ["sao y 3 bản hết bao nhiêu", { copies: 3 }],
  ["sao y 3 bản tổng cộng 15 trang", { copies: 3 }],
  ["sao y 3 bản mỗi bản 2 tờ", { copies: 3 }],
  ["sao y cho 2 bạn ở cùng phòng", {}],
  ["sao y mất mấy ngày", {}],
  ["sao y 0 bản", {}],
  [
    "sao y căn cước 2 bản 1 trang, sổ đỏ 3 bản 4 trang",
    {
      copies: 2,
      pages: 1,
      jobs: [
        { copies: 2, pages: 1 },
        { copies: 3, pages: 4 },
      ],
    },
  ],
])("%s", (text, read) => {
  expect(counts(text)).toEqual(read);
});
