/** Words of danger for the looser layers: numbers are given beside the answer, for the case that it is one. */
import type { Emergency } from "./understanding.ts";

export type Danger = readonly [kind: Emergency, asTyped: RegExp, folded: RegExp];

/**
 * The looser layer: one word of danger where the rest of the message is no sure question. First as typed with
 * diacritics, then without, where look-alikes ("chay", "no", "dao", "lua") need company.
 */
export const DANGERS: readonly Danger[] = [
  [
    "maybe_water",
    / (?:đuối nước|chết đuối|sắp đuối|(?:té|rớt|rơi|lọt|lật|chìm) (?:sông|biển|xuống sông|xuống biển|xuống nước|kinh|kênh|ghe|tàu|xuồng|đò|thuyền)|(?:ghe|tàu|xuồng|đò|vỏ lãi|tàu cá|thuyền)(?: \S+){0,4} (?:chìm|lật|trôi)) /,
    / (?:duoi nuoc|chet duoi|(?:te|rot|lot|lat|chim) (?:song|bien|xuong song|xuong bien|xuong nuoc|ghe|tau|xuong|do)|(?:ghe|tau|xuong|vo lai|tau ca)(?: \S+){0,4} (?:chim|lat|troi)) /,
  ],
  [
    "maybe_fire",
    /^(?!.* (?:cháy hàng|cháy túi|cháy vé|cháy phố|pháo|bùng nổ|lửa tình|lửa yêu|lửa lòng|lửa trại|khói bụi|đốt rác|lò than|bóng đèn) ).* (?:cháy|lửa|phát nổ|nổ lớn|bị nổ|nổ bình|khói) /,
    / (?:(?:nha|bep|kho|xuong|cho|rung|ghe|tau) (?:\S+ )?chay roi|boc chay|phat hoa|lua (?:ben|lan|chay|bung)|chay lon|no lon|phat no|boc khoi) /,
  ],
  ["maybe_child", / (?:bắt cóc|xâm hại|bạo hành|dâm ô) /, / (?:bat coc|xam hai|bao hanh) /],
  [
    "maybe_violence",
    / (?:đánh đập|chém|cầm dao|dí dao|rút dao|đâm|(?<!(?:đồ|quân|lũ|bọn) ăn )cướp(?! của)|bị cướp|bóp cổ|kêu cứu|cứu với|cứu tụi|cứu em|cứu tôi|cứu tui|mất tích|hành hung|giết(?! mổ| heo| gà)) /,
    / (?:danh dap|cam dao|chem (?:nguoi|lon|nhau|toi|tui)|bi cuop|an cuop|keu cuu|cuu voi|cuu tui|mat tich|hanh hung|bop co) /,
  ],
  [
    "maybe_self_harm",
    / (?:tự tử|tự sát|không muốn sống|(?<!(?:lâu|nóng|mệt|đói|mắc|cười|đông|ngủ|tức|sợ|mừng|nhớ|ngại|lạnh|bận|khát) )muốn chết) /,
    / (?:tu sat|khong muon song|(?<!(?:lau|nong|met|doi|mac|cuoi|dong|ngu|tuc|so|mung|nho|ngai|lanh|ban|khat) )muon chet|muon tu tu) /,
  ],
  [
    "maybe_medical",
    / (?:ngất|(?<!tài )xỉu|bất tỉnh|hôn mê|không thở|ngừng thở|khó thở|chảy máu|máu chảy|ra máu|tai nạn|đụng xe|điện giật|rắn(?: \S+){0,2} cắn|cấp cứu|đột quỵ|co giật|ngộ độc) /,
    / (?:ngat (?:xiu|roi)|bi ngat|bat tinh|khong tho|kho tho|chay mau|mau chay|tai nan|dung xe|dien giat|ran(?: \S+){0,2} can|cap cuu|dot quy|ngo doc) /,
  ],
];

/**
 * The loosest layer: a word of harm in a message that asks nothing at all. Cries state ("tường sập đè thợ hồ"); who asks
 * for papers, money or a place is not crying. As typed with diacritics, then without.
 */
export const HARMS: readonly Danger[] = [
  [
    "maybe_water",
    / (?:cuốn (?:mất|trôi|phăng)|trôi mất|chìm(?! xuồng)|đuối|vớt lên|sóng đánh) /,
    / (?:cuon (?:mat|troi|phang)|troi mat (?:dua|nguoi|con|be)|song danh (?:lat|chim|up)) /,
  ],
  [
    "maybe_fire",
    / (?:bén (?:vô|qua|vào|lên)|xẹt lửa|khói (?:um|mịt|đen)|nổ (?:lớn|tung|bình)) /,
    / (?:khoi (?:um|mit)|no tung) /,
  ],
  [
    "maybe_child",
    / (?:(?:con|bé|cháu|đứa nhỏ|trẻ|em bé|học sinh)(?: \S+){0,5} (?:dắt đi|bắt đi|chở đi mất|sờ|hiếp|xích|nhốt|bỏ đói|trói)|(?:sờ|hiếp|xích|nhốt|trói)(?: \S+){0,3} (?:con|bé|cháu|em bé|đứa nhỏ|học sinh)) /,
    / (?:(?:con|be|chau|dua nho|em be)(?: \S+){0,5} (?:dat di|bat di|bo doi|troi lai)|so mo(?: \S+){0,2} (?:be|con|chau|hoc sinh)) /,
  ],
  [
    "maybe_violence",
    / (?:xích (?:em|tôi|tui|con|trong)|nhốt (?:em|tôi|tui|con|trong)|trói|đập đầu|đòi giết|dọa giết|doạ giết|đánh (?:em|tôi|tui|mẹ|má|vợ|con(?! gì| mấy| nào| số))|bóp (?:cổ|họng)|tạt axit|rình (?:trước|nhà|ngoài|sau)|lẻn vô|đột nhập|(?:leo|trèo) (?:rào|tường|vô nhà)|bẻ khoá|bẻ khóa|cạy (?:cửa|khoá|khóa)|(?:đang|lại) ăn trộm|vô nhà(?: \S+){0,3} (?:trộm|ăn trộm)|rượt|(?:rút|vác|quơ) (?:dao|rựa|mác)|đập (?:đồ|cửa|phá)) /,
    / (?:nhot (?:em|toi|tui) |dap dau|doi giet|doa giet|danh (?:em|toi|tui|me|vo) |bop (?:co|hong)|tat axit|dot nhap|(?:leo|treo) (?:rao|tuong)|be khoa|cay (?:cua|khoa)|vo nha(?: \S+){0,3} an trom|(?:rut|vac) (?:dao|rua)|dap (?:do|cua|pha)) /,
  ],
  [
    "maybe_self_harm",
    / (?:thuốc ngủ|dây thòng lọng|viết thư tuyệt mệnh|vĩnh biệt|tạm biệt mọi người) /,
    / (?:thuoc ngu|vinh biet|tam biet moi nguoi) /,
  ],
  [
    "maybe_medical",
    / (?:(?<!hút )máu(?! mủ| mặt)|tím (?:ngắt|tái|bầm)|ngã (?:quỵ|gục)|gục xuống|quỵ xuống|không tỉnh|hổng tỉnh|mê man|thoi thóp|hấp hối|nghẹn(?! lời| ngào)|hóc|sặc (?:sữa|nước)|bị (?:phỏng|bỏng)|đè (?:lên|trúng|người|chân|thợ|con|em)|sập đè|kẹt (?:trong|dưới|giữa)|nguy kịch|ngừng tim|vỡ ối|băng huyết) /,
    / (?:mau (?:ra|me|chay) |tim (?:ngat|tai)|nga quy|khong tinh lai|keu khong tinh|hap hoi|nguy kich|vo oi|bang huyet|sap de|ket (?:trong|duoi) (?:xe|nha|dong|cabin)) /,
  ],
];
