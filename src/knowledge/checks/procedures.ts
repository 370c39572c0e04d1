/** What one record says of others, and of itself. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding } from "../problems.ts";
import type { Doubt, Procedure } from "../procedure.ts";

export function checkProcedures(loaded: Loaded): Finding[] {
  const ids = new Set([...loaded.procedures.map(({ value }) => value.id), ...loaded.leftOut]);
  const circumstances = new Set(loaded.circumstances.map(({ value }) => value.key));
  return loaded.procedures.flatMap(({ value, file }) => [
    ...mainBasis(value, file),
    ...confusedWith(value, file, ids),
    ...unknownCircumstances(value, file, circumstances),
    ...value.doubts.flatMap((doubt, index) => checkDoubt(value, doubt, index, file)),
    ...feeRule(value, file),
  ]);
}

function mainBasis(procedure: Procedure, file: string): Finding[] {
  const numbers = new Set(procedure.legal_basis.map(({ number }) => number));
  return procedure.main_basis.flatMap((number, index) => {
    if (numbers.has(number)) return [];
    return [
      finding(
        file,
        ["main_basis", index],
        `"${number}" không có trong legal_basis`,
        "chép y nguyên một mục number của legal_basis",
      ),
    ];
  });
}

function confusedWith(procedure: Procedure, file: string, ids: ReadonlySet<string>): Finding[] {
  return (procedure.confused_with ?? []).flatMap((id, index) => {
    if (ids.has(id) && id !== procedure.id) return [];
    return [
      finding(file, ["confused_with", index], `không có thủ tục khác mang mã "${id}"`, "sửa cho đúng mã id, hoặc xoá"),
    ];
  });
}

function unknownCircumstances(procedure: Procedure, file: string, known: ReadonlySet<string>): Finding[] {
  const lists = { documents: procedure.documents, fees: procedure.fees, times: procedure.times };
  return Object.entries(lists).flatMap(([list, facts]) =>
    facts.flatMap((fact, index) =>
      (fact.circumstances ?? []).flatMap((key, at) => {
        if (known.has(key)) return [];
        const path = [list, index, "circumstances", at];
        return [
          finding(file, path, `hoàn cảnh "${key}" chưa có trong circumstances.yaml`, "thêm vào tệp đó, hoặc sửa lại"),
        ];
      }),
    ),
  );
}

const KIND_OF_LIST = { fees: "fee", times: "time", documents: "documents", forms: "form" } as const;

/** What such words say is no longer so a few months on; a record is told until it is edited. */
const AGES = /(?<!\p{L})(năm nay|năm ngoái|năm trước|vừa rồi|vừa đổi|giữa năm|mới đây)(?!\p{L})/u;

function checkDoubt(procedure: Procedure, doubt: Doubt, index: number, file: string): Finding[] {
  const at = (...path: (string | number)[]) => ["doubts", index, ...path];
  const found: Finding[] = [];
  if (doubt.touches.length > 0 && doubt.say === null) {
    found.push(
      finding(file, at("say"), "điểm chưa chắc mà không có câu nói với dân", "viết một câu ngắn: hỏi lại quầy điều gì"),
    );
  }
  if (doubt.say !== null && /\d/.test(doubt.say)) {
    found.push(
      finding(file, at("say"), "câu nói về điểm chưa chắc có con số", "bỏ con số: điều chưa chắc thì không nói số"),
    );
  }
  if (doubt.say !== null && AGES.test(doubt.say)) {
    found.push(
      finding(file, at("say"), `"${doubt.say.match(AGES)![0]}" sẽ sai khi sang năm`, "bỏ chữ này, hoặc viết “đã đổi”"),
    );
  }
  for (const [place, entry] of (doubt.entries ?? []).entries()) {
    const [list, number] = entry.split(".") as [keyof typeof KIND_OF_LIST, string];
    if (!procedure[list][Number(number)]) {
      found.push(finding(file, at("entries", place), `không có mục ${entry}`, `đếm lại: ${list} đánh số từ 0`));
    } else if (!doubt.touches.includes(KIND_OF_LIST[list])) {
      found.push(
        finding(
          file,
          at("entries", place),
          `${entry} không thuộc loại nào trong touches`,
          `thêm ${KIND_OF_LIST[list]} vào touches`,
        ),
      );
    }
  }
  return found;
}

/** The rule and the fees of one record are the same law told twice: they must agree. */
function feeRule(procedure: Procedure, file: string): Finding[] {
  const rule = procedure.fee_rule;
  if (!rule) return [];
  const amounts = new Set(procedure.fees.map((fee) => fee.amount));
  return (["first_price", "next_price"] as const)
    .filter((key) => !amounts.has(rule[key]))
    .map((key) =>
      finding(
        file,
        ["fee_rule", key],
        `${rule[key]} không khớp mức nào trong fees`,
        "sửa quy tắc hoặc mục fees cho khớp nhau",
      ),
    );
}
