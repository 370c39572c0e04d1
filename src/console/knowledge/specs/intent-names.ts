/** What a message can be after, as officers read it. */
export const INTENT_NAMES: Readonly<Record<string, string>> = {
  ask_procedure: "Hỏi thủ tục",
  dossier_status: "Hỏi hồ sơ",
  feedback_report: "Phản ánh, kiến nghị",
  book_appointment: "Đặt lịch",
  talk_to_staff: "Gặp cán bộ",
  office_info: "Thông tin trung tâm",
  online_service_help: "Giúp nộp trên mạng",
  rate_service: "Đánh giá",
  subscribe_notice: "Nhận tin báo",
  tourism_health_ocop: "Du lịch, y tế, OCOP",
  greeting: "Chào hỏi",
  thanks_bye: "Cảm ơn, tạm biệt",
  bot_identity: "Hỏi về trợ lý",
  out_of_scope: "Ngoài phạm vi",
  abuse: "Lời nặng nề",
  unclear: "Chưa rõ",
};
