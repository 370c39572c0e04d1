/** What must never reach a citizen through a general answer or a note on a place. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding } from "../problems.ts";
import { INTENTS } from "../topic.ts";

const PHONE = /(?<![\d.])(?:0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}|1[89]00[ .]?\d{4}|1022)(?!\d)/;

export function checkFaqs(loaded: Loaded): Finding[] {
  const intents = new Set<string>(INTENTS);
  const confirmed = new Set(loaded.centre.flatMap(({ value }) => value.phones.map((phone) => digits(phone.number))));
  return loaded.faqs.flatMap(({ value: faq, file, path }) => {
    const found: Finding[] = [];
    if (!intents.has(faq.intent)) {
      found.push(
        finding(file, [...path, "intent"], `không có ý định "${faq.intent}"`, `dùng một trong: ${INTENTS.join(", ")}`),
      );
    }
    for (const list of ["facts", "steps"] as const) {
      for (const [index, said] of faq[list].entries())
        found.push(...unsayable(file, [...path, list, index], said, confirmed));
    }
    if (faq.say_doubt) found.push(...unsayable(file, [...path, "say_doubt"], faq.say_doubt, confirmed));
    return found;
  });
}

export function checkLocal(loaded: Loaded): Finding[] {
  const confirmed = new Set<string>();
  return [...loaded.tourism, ...loaded.ocop, ...loaded.health].flatMap(({ value, file, path }) =>
    Object.entries(value).flatMap(([field, said]) => {
      if (field === "staff_note" || field === "sources") return [];
      return [said]
        .flat()
        .flatMap((one) => (typeof one === "string" ? unsayable(file, [...path, field], one, confirmed) : []));
    }),
  );
}

function unsayable(file: string, path: (string | number)[], said: string, confirmed: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  if (/HỎI CÀ MAU/i.test(said)) {
    found.push(finding(file, path, "câu gửi cho dân còn ghi HỎI CÀ MAU", "chuyển phần đó sang local_unknown"));
  }
  const phone = said.match(PHONE)?.[0];
  if (phone && !confirmed.has(digits(phone))) {
    found.push(
      finding(
        file,
        path,
        `số điện thoại ${phone} chưa được xác nhận`,
        "xác nhận rồi ghi vào phones của centre.yaml, hoặc bỏ số",
      ),
    );
  }
  return found;
}

const digits = (text: string) => text.replace(/\D/g, "");
