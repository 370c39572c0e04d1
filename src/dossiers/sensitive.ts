/**
 * Procedures that say something of a person's health, need, past or family (NĐ 356/2025 Điều 4, dossier-and-centre.md
 * (h)): neither they nor their papers are ever named in chat, even to who has proven that the dossier is theirs.
 */
import type { Dossier } from "./dossier.ts";
import { plainName } from "./status-words.ts";

const SENSITIVE =
  /khuyet tat|thuong tat|muc song|giam dinh y khoa|mo coi|gioi tinh|ly hon|an tich|mua ban nguoi|anh hung|khang chien|tu day|thanh nien xung phong|\bho (?:can )?ngheo|can ngheo|thoat ngheo|nguoi co cong|cong voi cach mang|thuong binh|benh binh|liet si|chat doc|nuoi con nuoi|con nuoi|ly lich tu phap|tro cap|tro giup xa hoi|bao tro xa hoi|cham soc tre em|hiv|tam than|nghien|cai nghien|ma tuy|bao luc|xam hai|giam ho|nhan cha|cha me con|nhan con|huu tri xa hoi/;

/** `name`: of the procedure, where another record knows it by its official code. */
export function isSensitive(
  dossier: Pick<Dossier, "procedureName" | "missing" | "unit">,
  name: string | null,
): boolean {
  return [dossier.procedureName, name, dossier.unit, ...dossier.missing].some(
    (text) => text && SENSITIVE.test(plainName(text)),
  );
}
