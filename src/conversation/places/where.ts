/** Which commune or ward a message speaks of, old or new, and whether that is all it is about. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findMentions, placesOf, type Resolution, resolvePlace, resolveRef } from "../../knowledge/places/index.ts";
import { plainWords } from "../plain-words.ts";
import type { State } from "../state.ts";

export type Where = {
  readonly resolution: Resolution;
  /** Words of the message that are not the place's name. */
  readonly otherWords: number;
  /** The message without the names of places. */
  readonly rest: string;
  /** Key of the district that is asked about, for the answer to our question. */
  readonly district: string | null;
};

/** Null when no place of ours is named. After we asked for a name, the name alone is one. */
export function whereIn(text: string, state: State, knowledge: Knowledge): Where | null {
  if (!knowledge.units) return null;
  const places = placesOf(knowledge.units);
  const asked = state.pending?.kind === "which-place" ? state.pending : null;
  const found = findMentions(text, places, asked !== null || asksWhichUnit(text));
  const before = asked?.district ?? null;
  const district =
    found.district ?? places.districts.find(({ key }) => found.mentions.length > 0 && key === before) ?? null;
  // "Dời từ xã Tân Tiến qua xã Khánh An": which of them is theirs cannot be known.
  const resolution =
    found.mentions.length > 1 && !asksWhichUnit(text) ? null : resolvePlace({ ...found, district }, places);
  return (
    resolution && {
      resolution,
      otherWords: found.otherWords,
      rest: found.withoutNames.replace(LEFT_OVER, ""),
      district: district?.key ?? null,
    }
  );
}

/** "Khai sinh ở", the place taken out. */
const LEFT_OVER = /\s+(?:ở|tại|o|tai)\s*$/iu;

/** One place of several that are asked about; `district`: the one that is meant when no commune of it is named. */
export type Asked = { readonly resolution: Resolution; readonly district: string | null };

/** "Xã A và xã B giờ thuộc xã nào": every place of the message, in its order; fewer than two: none. */
export function placesAsked(text: string, knowledge: Knowledge): readonly Asked[] {
  if (!knowledge.units || !asksWhichUnit(text)) return [];
  const places = placesOf(knowledge.units);
  const { each } = findMentions(text, places, true);
  const asked = each.flatMap((named) => {
    const resolution = resolvePlace(named, places);
    const district = named.mentions.length === 0 ? (named.district?.fullName ?? null) : null;
    return resolution ? [{ resolution, district }] : [];
  });
  return asked.length > 1 ? asked : [];
}

/** The unit that the citizen told of before. */
export function unitBefore(state: State, knowledge: Knowledge): Resolution | null {
  return state.unit === null || !knowledge.units ? null : resolveRef(`m${state.unit}`, placesOf(knowledge.units));
}

const CHANGED =
  /\b(thuoc|nhap(?! (?:ho )?khau| hoc| truong| vien| lop| canh| quoc tich)|sap nhap|doi ten|doi thanh|ten moi|ten gi|gio la|nay la|hien la|thanh(?! toan| lap| vien| phan| nien| ly)|gio ra|nay ra|gio con|nay con|gio nop|nay nop)\b/;
const ASKS = /\b(nao|gi|dau|sao|chua|khong)\b/;

/** "Xã Đất Mũi" and nothing else: the commune, whatever there is called after it. */
export function isCommuneAlone(text: string, state: State, knowledge: Knowledge): boolean {
  return /^(xa|phuong|thi tran) /.test(plainWords(text)) && whereIn(text, state, knowledge)?.otherWords === 0;
}

/** "… giờ thuộc xã nào", "… nhập vô đâu", "… đổi tên thành gì", "ở … giờ nộp đâu". */
export function asksWhichUnit(text: string): boolean {
  const said = plainWords(text);
  return CHANGED.test(said) && ASKS.test(said);
}
