/** Ids are permanent and unique; a file bears the name of what is in it. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, type Path, warning } from "../problems.ts";
import { bareName, type Located } from "../read-records.ts";
import { INTENTS } from "../topic.ts";

export function checkIds(loaded: Loaded): Finding[] {
  return [
    ...repeated(loaded.procedures, "id", (procedure) => procedure.id),
    ...repeated(loaded.topics, "key", (topic) => topic.key),
    ...repeated(loaded.faqs, "id", (faq) => faq.id),
    ...repeated(loaded.circumstances, "key", (circumstance) => circumstance.key),
    ...repeated(loaded.lifeEvents, "key", (event) => event.key),
    ...repeated(loaded.ambiguous, "key", (entry) => entry.key),
    ...repeated(loaded.uncovered, "key", (need) => need.key),
    ...repeated<{ id: string }>([...loaded.tourism, ...loaded.ocop, ...loaded.health], "id", (place) => place.id),
    ...repeatedCodes(loaded),
    ...misnamed(loaded.procedures, "id", (procedure) => procedure.id),
    ...misnamed(loaded.topics, "key", (topic) => topic.key),
    ...misnamed(loaded.intents, "key", (intent) => intent.key),
    ...missingIntents(loaded),
  ];
}

function repeated<T>(records: readonly Located<T>[], field: string, idOf: (value: T) => string): Finding[] {
  const first = new Map<string, string>();
  return records.flatMap(({ value, file, path }) => {
    const id = idOf(value);
    const taken = first.get(id);
    if (taken === undefined) {
      first.set(id, file);
      return [];
    }
    return [finding(file, [...path, field], `"${id}" đã dùng ở tệp ${taken}`, "đặt mã khác, hoặc xoá bản trùng")];
  });
}

/** One official code may cover several situations, but then each of its records must say so. */
function repeatedCodes(loaded: Loaded): Finding[] {
  const first = new Map<string, { file: string; shares: boolean }>();
  return loaded.procedures.flatMap(({ value, file }) => {
    if (value.code === null) return [];
    const taken = first.get(value.code);
    if (!taken) {
      first.set(value.code, { file, shares: value.shares_code === true });
      return [];
    }
    if (taken.shares && value.shares_code) return [];
    const what = `mã thủ tục ${value.code} đã có ở tệp ${taken.file}`;
    return [
      finding(file, ["code"], what, "sửa mã; nếu một mã gồm nhiều trường hợp thì thêm shares_code: true ở cả hai tệp"),
    ];
  });
}

function misnamed<T>(records: readonly Located<T>[], field: string, idOf: (value: T) => string): Finding[] {
  return records.flatMap(({ value, file }) => {
    const name = bareName(file);
    const path: Path = [field];
    if (name === idOf(value)) return [];
    return [
      finding(
        file,
        path,
        `tên tệp "${name}" khác "${idOf(value)}"`,
        "đổi tên tệp cho trùng (mã id giữ nguyên vì mã QR mang nó)",
      ),
    ];
  });
}

function missingIntents(loaded: Loaded): Finding[] {
  const known = new Set<string>(INTENTS);
  const there = new Set(loaded.intents.map(({ value }) => value.key));
  const strange = loaded.intents
    .filter(({ value }) => !known.has(value.key))
    .map(({ value, file }) =>
      finding(
        file,
        ["key"],
        `"${value.key}" không phải một trong mười sáu ý định`,
        `dùng một trong: ${INTENTS.join(", ")}`,
      ),
    );
  const missing = INTENTS.filter((key) => !there.has(key) && !loaded.leftOut.has(key)).map((key) =>
    warning(`intents/${key}.yaml`, [], `thiếu câu mẫu cho ý định ${key}`, "thêm tệp này"),
  );
  return [...strange, ...missing];
}
