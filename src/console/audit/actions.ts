/** What staff can do, as it stands in the log and as it is read. */
export const ACTIONS: Readonly<Record<string, string>> = {
  "officer.first": "Tạo tài khoản quản trị đầu tiên",
  "officer.invite": "Mời cán bộ",
  "officer.invite-revoked": "Hủy đường dẫn mời",
  "officer.join": "Nhận lời mời, tạo tài khoản",
  "officer.sign-in": "Đăng nhập",
  "officer.sign-in-refused": "Đăng nhập không được",
  "officer.sign-out": "Thoát",
  "officer.session-ended": "Cho một thiết bị thoát ra",
  "officer.password": "Đổi mật khẩu",
  "officer.password-link": "Tạo đường dẫn đặt lại mật khẩu",
  "officer.role": "Đổi vai trò hoặc phạm vi",
  "officer.stopped": "Ngưng tài khoản",
  "officer.reopened": "Cho dùng lại tài khoản",
  "audit.export": "Tải nhật ký",
};
