/** Short codes, fields and former ids: what stands on printed sheets must keep leading to the same place. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, warning } from "../problems.ts";
import { TAKEN_LETTERS } from "../short-code.ts";

/** Addresses of pages under /thu-tuc that are no procedures. */
const RESERVED = new Set(["linh-vuc", "tinh-trang"]);

export function checkCodes(loaded: Loaded): Finding[] {
  return [...shortCodes(loaded), ...withoutCode(loaded), ...fields(loaded), ...formerIds(loaded)];
}

function shortCodes({ shortCodes, procedures, leftOut }: Loaded): Finding[] {
  const ids = new Set([...procedures.map(({ value }) => value.id), ...leftOut]);
  const codes = new Set<string>();
  const named = new Set<string>();
  return shortCodes.flatMap(({ value: { code, procedure }, file, path }) => {
    const found: Finding[] = [];
    const at = (field: string, what: string, mend: string) => found.push(finding(file, [...path, field], what, mend));
    if (codes.has(code)) at("code", `mã ${code} đã dùng ở dòng trên`, "lấy số kế tiếp; mã đã in thì không đổi");
    if (TAKEN_LETTERS.has(code.slice(0, 2))) {
      at("code", `chữ ${code.slice(0, 2)} dân hay viết trước số với nghĩa khác`, "chọn hai chữ cái khác");
    }
    if (procedure !== null && !ids.has(procedure)) {
      at("procedure", `không có thủ tục "${procedure}"`, "sửa mã id; thủ tục không còn thì ghi null, giữ nguyên dòng");
    }
    if (procedure !== null && named.has(procedure)) {
      at("procedure", `thủ tục "${procedure}" đã có mã ngắn khác`, "mỗi thủ tục một mã: giữ mã đã in");
    }
    codes.add(code);
    if (procedure !== null) named.add(procedure);
    return found;
  });
}

function withoutCode({ shortCodes, procedures }: Loaded): Finding[] {
  if (shortCodes.length === 0) return [];
  const named = new Set(shortCodes.map(({ value }) => value.procedure));
  return procedures
    .filter(({ value }) => !named.has(value.id))
    .map(({ value, file }) =>
      warning(file, ["id"], "chưa có mã ngắn để nhắn Zalo", `thêm dòng cho ${value.id} vào ma-ngan.yaml`),
    );
}

function fields({ fields, procedures }: Loaded): Finding[] {
  if (fields.length === 0) return [];
  const slugs = new Set<string>();
  const names = new Set<string>();
  const found = fields.flatMap(({ value, file, path }) => {
    const repeated = [value.slug, ...(value.former_slugs ?? [])].filter((slug) => slugs.has(slug));
    for (const slug of [value.slug, ...(value.former_slugs ?? [])]) slugs.add(slug);
    const twice = names.has(value.name);
    names.add(value.name);
    return [
      ...repeated.map((slug) => finding(file, [...path, "slug"], `"${slug}" đã dùng ở trên`, "đặt slug khác")),
      ...(twice ? [finding(file, [...path, "name"], `"${value.name}" đã có ở trên`, "xoá mục trùng")] : []),
    ];
  });
  const strangers = procedures
    .filter(({ value }) => !names.has(value.field))
    .map(({ value, file }) =>
      warning(
        file,
        ["field"],
        `lĩnh vực "${value.field}" chưa có trong linh-vuc.yaml`,
        "thêm vào đó, hoặc sửa cho khớp",
      ),
    );
  return [...found, ...strangers];
}

function formerIds({ procedures }: Loaded): Finding[] {
  const now = new Map(procedures.map(({ value, file }) => [value.id, file]));
  const before = new Map<string, string>();
  return procedures.flatMap(({ value, file }) => {
    const found: Finding[] = [];
    if (RESERVED.has(value.id)) {
      found.push(finding(file, ["id"], `"${value.id}" là địa chỉ của một trang khác`, "đặt mã id khác"));
    }
    for (const [index, id] of (value.former_ids ?? []).entries()) {
      const taken = now.get(id) ?? before.get(id);
      if (taken !== undefined) {
        const mend = "mã cũ chỉ dẫn tới một thủ tục: xoá ở một trong hai nơi";
        found.push(finding(file, ["former_ids", index], `"${id}" cũng ở tệp ${taken}`, mend));
      }
      before.set(id, file);
    }
    return found;
  });
}
