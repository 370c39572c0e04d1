/** Small repairs that make a record's words read well to a citizen, in chat and on pages; none touches a figure. */

const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\bCổng DVCQG\b/g, "Cổng Dịch vụ công quốc gia"],
  [/\bDVCQG\b/g, "Cổng Dịch vụ công quốc gia"],
  [/\bTTPVHCC\b/g, "Trung tâm Phục vụ hành chính công"],
  [/(?<![-/])\bHĐND\b/g, "Hội đồng nhân dân"],
  [/Trung tâm Phục vụ hành chính công \(Trung tâm Phục vụ hành chính công\)/g, "Trung tâm Phục vụ hành chính công"],
];

/** Writes the abbreviations of officials in full. */
export function spellOut(text: string): string {
  return SPELLED.reduce((spelled, [from, to]) => spelled.replace(from, to), text);
}

/** In which form a paper is wanted. "Xuất trình" is officials' word for letting them see it. */
export const sayForm = (form: string): string =>
  /^xuất trình$/i.test(form.trim()) ? "đưa cán bộ xem" : spellOut(form);

/** Ends a sentence that has no end yet. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…:]["”]?$|[.!?]\)$/.test(trimmed) ? trimmed : `${trimmed.replace(/[;,]$/, "")}.`;
}

/** Lower-cases a first letter that is not the start of an abbreviation or a name: "Trong ngày" → "trong ngày". */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) && !/^(UBND|Công an|Cổng|Trung tâm|Phòng|Sở|Luật|Nghị|Thông tư)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of the people who keep the records, not for citizens: "chưa xác minh", "bản ghi". */
const KEEPERS_WORDS =
  /chưa (xác minh|đọc|đối chiếu|tìm được|rõ có)|bản ghi|nguồn thứ cấp|suy (ra|theo)|không dùng để|HỎI CÀ MAU|chú thích/i;

/** The sentences of a note that a citizen should read on that day (`yyyy-mm-dd`); null when none is left. */
export function forCitizens(note: string | null, today: string): string | null {
  if (note === null) return null;
  const kept = note.split(/(?<=[.;])\s+/).filter((part) => !KEEPERS_WORDS.test(part) && !isOver(part, today));
  const text = spellOut(kept.join(" "))
    .replace(/[;,]\s*$/, "")
    .trim();
  return text === "" ? null : text;
}

/** "15/8/2026–28/02/2027", "đến hết 31/12/2026": words that end with a day. */
const UNTIL = /(?:–|-|đến hết(?: ngày)?|đến ngày)\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/g;

/** Whether a sentence names the day on which its rule ends, and that day has passed: then it is not said any more. */
export function isOver(text: string, today: string): boolean {
  const ends = [...text.matchAll(UNTIL)].map(([, day = "", month = "", year = ""]) => {
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
  return ends.length > 0 && ends.every((end) => end < today);
}

/** The case of a dated fact without its range, which is said anyhow: "nộp trực tuyến, 15/8/2026–28/02/2027". */
export const withoutRange = (text: string): string =>
  text.replace(/,?\s*\(?\d{1,2}\/\d{1,2}\/\d{4}\s*[–-]\s*\d{1,2}\/\d{1,2}\/\d{4}\)?/g, "");

/** A text that says only that its keeper does not know. */
export const isUnknown = (text: string): boolean => /chưa (xác minh|đối chiếu|rõ|biết|đọc)/i.test(text);
