/** The form of the centre's own data. */
import type { Field, FormSpec } from "../form/fields.ts";
import { said } from "../form/said.ts";

const HOURS_HINT = "Mỗi buổi một dòng, ví dụ 07:00 - 11:00. Chưa xác nhận thì để trống: trợ lý không nói.";
const WEEKDAYS: Field = { type: "spans", name: "hours", label: "Thứ Hai đến thứ Sáu", empty: "null", hint: HOURS_HINT };
const SATURDAY: Field = { type: "spans", name: "saturday", label: "Thứ Bảy", empty: "null", none: "Nghỉ thứ Bảy" };

export const CENTRE: FormSpec = [
  {
    id: "dia-chi",
    title: "Trung tâm",
    fields: [
      { type: "text", name: "name", label: "Tên trung tâm" },
      { type: "text", name: "province", label: "Tỉnh, thành phố" },
      {
        type: "text",
        name: "unit",
        label: "Xã, phường",
        empty: "null",
        hint: "Chỉ ghi khi trang Zalo là của một xã, phường.",
      },
      { type: "text", name: "address", label: "Địa chỉ", empty: "null" },
      { type: "text", name: "website", label: "Địa chỉ trang web của chương trình này", empty: "null" },
      { type: "text", name: "feedback_url", label: "Nơi nhận phản ánh, kiến nghị", empty: "null" },
      { type: "text", name: "oa_id", label: "Mã trang Zalo OA", empty: "null" },
    ],
  },
  {
    id: "gio",
    title: "Giờ làm việc",
    fields: [
      WEEKDAYS,
      SATURDAY,
      {
        type: "list",
        name: "unit_hours",
        label: "Quầy có giờ riêng",
        one: "một quầy",
        title: (entry) => said(entry, "unit"),
        blank: { unit: "", prefixes: [], hours: [], saturday: null, confirmed_on: "" },
        fields: [
          { type: "text", name: "unit", label: "Đơn vị", hint: "Như ghi trên hồ sơ: xã Năm Căn." },
          { type: "lines", name: "prefixes", label: "Đầu mã hồ sơ", rows: 1, hint: "Ví dụ H12.34, mỗi mã một dòng." },
          { type: "spans", name: "hours", label: "Thứ Hai đến thứ Sáu" },
          SATURDAY,
          { type: "day", name: "confirmed_on", label: "Xác nhận ngày" },
        ],
      },
    ],
  },
  {
    id: "dien-thoai",
    title: "Số điện thoại đã xác nhận",
    fields: [
      {
        type: "list",
        name: "phones",
        label: "Các số",
        one: "một số",
        title: (entry) => `${said(entry, "label")}: ${said(entry, "number")}`,
        blank: { number: "", label: "", confirmed_on: "" },
        fields: [
          { type: "text", name: "number", label: "Số" },
          { type: "text", name: "label", label: "Của ai" },
          { type: "day", name: "confirmed_on", label: "Xác nhận ngày" },
        ],
      },
      { type: "day", name: "confirmed_on", label: "Ngày xác nhận các thông tin trên", empty: "null" },
    ],
  },
];
