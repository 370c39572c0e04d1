/** Time is part of a general answer too. */
import { aFaq, talk, textOf } from "./builders.ts";

async function asked(some: Parameters<typeof aFaq>[0], now: string) {
  const faq = aFaq(some);
  const citizen = talk({ faqs: [faq], now: Date.parse(`${now}T12:00:00+07:00`) });
  return textOf(await citizen.says(`#HD:${faq.id}`));
}

test("a sentence that names its last day is not said after it", async () => {
  const facts = ["Mức 2 có ví giấy tờ.", "Ưu đãi (đến hết 28/02/2027) chỉ dành cho mức 2."];
  expect(await asked({ facts }, "2027-02-28")).toContain("Ưu đãi (đến hết 28/02/2027)");
  const after = await asked({ facts }, "2027-03-01");
  expect(after).toContain("Mức 2 có ví giấy tờ.");
  expect(after).not.toContain("Ưu đãi");
});

test("an answer whose review date has come says so", async () => {
  expect(await asked({ review_by: "2027-03-01" }, "2027-02-28")).not.toContain("tới hạn đối chiếu lại");
  expect(await asked({ review_by: "2027-03-01" }, "2027-03-01")).toContain(
    "Quy định này đã tới hạn đối chiếu lại, anh/chị hỏi quầy cho chắc trước khi đi.",
  );
});
