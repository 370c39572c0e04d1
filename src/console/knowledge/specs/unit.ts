/** The form of a commune or ward. Its name, code and what it was formed from are the province's and not edited here. */
import type { FormSpec } from "../form/fields.ts";
import { CONFIDENCE } from "../form/shared.ts";

const CONFIRMED = "Ngày cán bộ nơi đó xác nhận. Để trống: trợ lý không nói điều này với dân.";

export const UNIT: FormSpec = [
  {
    id: "ten",
    title: "Tên cũ, tên khác",
    fields: [
      {
        type: "lines",
        name: "aliases",
        label: "Tên khác dẫn về nơi này",
        empty: "absent",
        hint: "Mỗi tên một dòng: tên cũ, tên dân hay gọi. Tên trùng với nơi khác thì trợ lý hỏi lại.",
      },
    ],
  },
  {
    id: "noi-tiep-nhan",
    title: "Nơi tiếp nhận hồ sơ",
    fields: [
      { type: "text", name: "address", label: "Địa chỉ", empty: "absent" },
      {
        type: "day",
        name: "address_confirmed_on",
        label: "Địa chỉ được xác nhận ngày",
        empty: "absent",
        hint: CONFIRMED,
      },
      {
        type: "spans",
        name: "hours",
        label: "Thứ Hai đến thứ Sáu",
        empty: "absent",
        hint: "Mỗi buổi một dòng, ví dụ 07:00 - 11:00.",
      },
      { type: "spans", name: "saturday", label: "Thứ Bảy", empty: "absent", none: "Nghỉ thứ Bảy" },
      {
        type: "day",
        name: "hours_confirmed_on",
        label: "Giờ làm việc được xác nhận ngày",
        empty: "absent",
        hint: CONFIRMED,
      },
      {
        type: "text",
        name: "phone",
        label: "Điện thoại",
        empty: "absent",
        hint: "Số của cơ quan, không phải số riêng.",
      },
      {
        type: "day",
        name: "phone_confirmed_on",
        label: "Điện thoại được xác nhận ngày",
        empty: "absent",
        hint: CONFIRMED,
      },
    ],
  },
  {
    id: "doi-chieu",
    title: "Đối chiếu",
    fields: [
      { type: "choice", name: "confidence", label: "Đã chắc tới đâu", options: CONFIDENCE },
      { type: "text", name: "note", label: "Ghi chú nội bộ", empty: "absent", rows: 2, hint: "Chỉ cán bộ thấy." },
    ],
  },
];
