/** Turns what zod says about a record into words for an officer: what is wrong and how to mend it. */
import type { z } from "zod";
import { type Finding, finding, type Path } from "./problems.ts";

type Issue = z.core.$ZodIssue;

/** One finding per issue. `prefix` is where the record stands in its file (an index when the file is a list). */
export function explainIssues(file: string, prefix: Path, error: z.ZodError): Finding[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) =>
        finding(file, [...path, key], `mục "${key}" không có trong mẫu`, "xoá mục này hoặc sửa lại tên cho đúng"),
      );
    }
    const [what, mend] = words(issue);
    return [finding(file, path, what, mend)];
  });
}

/** What is wrong, by where it stands (`fees.0.amount`), one sentence each: for a form. */
export function explainPaths(error: z.ZodError): ReadonlyMap<string, string> {
  return new Map(
    explainIssues("", [], error).map(({ path, what, mend }) => [path.join("."), `${upperFirst(what)}: ${mend}.`]),
  );
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function words(issue: Issue): [what: string, mend: string] {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
    case "too_big":
      return [
        issue.origin === "string" ? `dài quá ${issue.maximum} ký tự` : `nhiều hơn mức cho phép (${issue.maximum})`,
        issue.origin === "string" ? "viết ngắn lại" : "bớt lại cho đúng mức",
      ];
    case "too_small":
      return issue.origin === "string"
        ? ["để trống", "điền nội dung, hoặc ghi null nếu chưa biết và mục này cho phép"]
        : issue.origin === "array"
          ? ["danh sách để trống", "thêm ít nhất một mục"]
          : [`số nhỏ hơn mức cho phép (${issue.minimum})`, "xem lại con số"];
    case "invalid_format":
      return wrongFormat(issue.format);
    case "invalid_value":
      return ["giá trị không nằm trong các lựa chọn", `dùng một trong: ${issue.values.map(String).join(", ")}`];
    case "custom":
      return [issue.message, "sửa theo lời báo này"];
    default:
      return ["nội dung chưa đúng mẫu", "so với một tệp cùng loại đang đúng rồi sửa theo"];
  }
}

const TYPES: Record<string, string> = {
  string: "chữ",
  number: "số",
  int: "số nguyên",
  array: "danh sách (mỗi dòng bắt đầu bằng dấu gạch)",
  object: "nhóm các mục con",
  boolean: "true hoặc false",
};

function wrongType(issue: Extract<Issue, { code: "invalid_type" }>): [string, string] {
  const wanted = TYPES[issue.expected] ?? issue.expected;
  if (issue.input === undefined && /received undefined/.test(issue.message)) {
    return ["thiếu mục này", `thêm vào (${wanted}); chưa biết thì ghi null nếu mục cho phép`];
  }
  const hint =
    wanted === "chữ"
      ? "đặt trong nháy đơn, ví dụ '1.001193'"
      : /^số/.test(wanted)
        ? "ghi số trơn, không dấu chấm, không kèm chữ, ví dụ 10000; chưa biết thì null nếu mục cho phép"
        : `sửa thành ${wanted}`;
  return [`sai kiểu, phải là ${wanted}`, hint];
}

function wrongFormat(format: string): [string, string] {
  if (format === "date") return ["không phải một ngày có thật", "viết theo dạng năm-tháng-ngày, ví dụ 2026-11-22"];
  return ["viết sai dạng", "mã id chỉ gồm chữ thường không dấu, số và dấu nối (chủ đề, câu hỏi dùng dấu gạch dưới)"];
}
