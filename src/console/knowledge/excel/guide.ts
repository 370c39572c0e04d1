/** The first sheet: how to fill in the others, for who has never seen the file. */
import type { OutSheet } from "../../../spreadsheet/index.ts";
import { infoOf } from "../kinds.ts";
import { GUIDE_SHEET, ID, type Layout, MARK, NAME, NUMBER } from "./layout.ts";

export function guideSheet({ kind, sheets }: Layout, count: number, made: string): OutSheet {
  const { one } = infoOf(kind);
  const [main, ...parts] = sheets.map(({ name }) => name);
  const rows: [string, string][] = [
    [
      "Tệp này là gì",
      `${count} ${one} đang dùng, xuất lúc ${made}. Sửa trong tệp chưa đổi gì: nhập lại ở trang của cán bộ, xem trước từng chỗ đổi, rồi gửi duyệt như mọi bản sửa.`,
    ],
    [
      "Các trang",
      `Trang “${main}”: mỗi dòng một ${one}. Các trang ${parts.map((name) => `“${name}”`).join(", ")}: mỗi dòng một mục, nối với ${one} bằng cột “${ID}”. Trang “Danh mục”: những chữ được chọn.`,
    ],
    [
      "Thêm một mục",
      `Thêm một dòng ở trang của mục đó, chép đúng cột “${ID}”. Thứ tự dòng trên trang là thứ tự nói với dân.`,
    ],
    ["Bỏ một mục", "Xoá cả dòng đó ở trang của mục. Trang xem trước sẽ nói rõ là bỏ gì."],
    [
      "Bỏ cả một " + one,
      `Xoá dòng ở trang “${main}” và các dòng cùng mã thì ${one} đó giữ nguyên, không bị xoá. Muốn trợ lý thôi nói thì dùng “Rút ngay” ở trang của cán bộ.`,
    ],
    ...(kind === "faq"
      ? [
          [
            "Thêm câu hỏi mới",
            `Ở cột “${ID}” ghi moi-1 (câu sau: moi-2…), cả trên trang “Hỏi đáp” và các trang kia. Cột “${MARK}” để trống.`,
          ] as [string, string],
        ]
      : [
          [
            "Thêm thủ tục mới",
            "Chưa làm được bằng tệp này: mã thủ tục in trên mã QR nên phải do người quản lý dữ liệu đặt.",
          ] as [string, string],
        ]),
    ["Ô nhiều dòng", "Có ô chứa nhiều mục, mỗi mục một dòng: xuống dòng trong ô bằng Alt+Enter."],
    [
      "Ô để trống",
      "Để trống là chưa biết hoặc không có. Lệ phí chưa biết thì để trống; miễn phí thì ghi 0. Hai điều đó khác nhau.",
    ],
    ["Ngày", "Ghi ngày/tháng/năm, ví dụ 31/12/2026."],
    [
      `Cột “${MARK}”`,
      "Cho biết dòng xuất từ bản nào. Giữ nguyên: nhờ nó mà người sửa sau không đè lên người sửa trước.",
    ],
    ...(kind === "procedure"
      ? [
          [
            `Cột “${NUMBER}”`,
            "Trang “Điểm chưa chắc” nhắc tới giấy tờ, lệ phí, thời hạn, biểu mẫu bằng số này (ví dụ: Lệ phí 2). Dòng cũ giữ nguyên số; dòng thêm mới để trống cũng được.",
          ] as [string, string],
        ]
      : []),
    [`Cột “${NAME}”`, "Chỉ để anh/chị dễ tìm, sửa ở đây không có tác dụng."],
    [
      "Đừng làm",
      "Đừng đổi tên trang, tên cột; đừng dùng công thức, đừng gộp ô; đừng ghi số căn cước, số điện thoại của dân. Lưu kiểu .xlsx.",
    ],
  ];
  return {
    name: GUIDE_SHEET,
    columns: [
      { header: "Việc", width: 26, isLocked: true },
      { header: "Cách làm", width: 110 },
    ],
    rows,
  };
}
