/**
 * Fits an answer into one Zalo message: 2,000 characters (counted as code points), five buttons (zalo-oa.md §4.2).
 * A text that is too long loses whole list items from its longest list, and says how many; a figure is never cut.
 */
import { type Button, LIMITS, lengthOf } from "../channel/message.ts";
import type { Block } from "./answer.ts";

type Shown = { readonly block: Block; readonly dropped: number };

export function fitIntoMessage(
  blocks: readonly Block[],
  buttons: readonly Button[],
  room: number = LIMITS.text,
): { text: string; buttons: readonly Button[] } {
  let shown: Shown[] = blocks.map((block) => ({ block, dropped: 0 }));
  while (lengthOf(render(shown)) > room) {
    const shorter = dropOneItem(shown);
    if (!shorter) break;
    shown = shorter;
  }
  const text = withinRoom(render(shown), room);
  const more = shown.flatMap(({ block, dropped }) => moreButton(block, dropped));
  return {
    text,
    buttons: unique([...more, ...buttons])
      .slice(0, LIMITS.buttons)
      .map(withShortTitle),
  };
}

function render(shown: readonly Shown[]): string {
  return shown.map(({ block, dropped }) => renderBlock(block, dropped)).join("\n");
}

function renderBlock(block: Block, dropped: number): string {
  if (block.kind === "line") return block.text;
  const kept = block.items.slice(0, block.items.length - dropped);
  const lines = kept.map((item, i) => (block.numbered ? `${block.start + i}. ${item}` : `- ${item}`));
  if (dropped > 0) lines.push(`(còn ${dropped} ${block.noun} khác)`);
  return lines.join("\n");
}

/** Takes one item from the list that takes most room; null when every list is down to one item. */
function dropOneItem(shown: readonly Shown[]): Shown[] | null {
  let longest = -1;
  let size = 0;
  shown.forEach(({ block, dropped }, i) => {
    if (block.kind !== "list" || block.items.length - dropped <= 1) return;
    const here = lengthOf(renderBlock(block, dropped));
    if (here > size) [longest, size] = [i, here];
  });
  if (longest < 0) return null;
  return shown.map((each, i) => (i === longest ? { ...each, dropped: each.dropped + 1 } : each));
}

function moreButton(block: Block, dropped: number): Button[] {
  if (block.kind !== "list" || dropped === 0 || block.more === null) return [];
  return [{ title: "Xem tiếp", say: `${block.more}${block.start + block.items.length - dropped}` }];
}

/** Last resort for a record with one enormous sentence: whole lines go, from before the last one. */
function withinRoom(text: string, room: number): string {
  if (lengthOf(text) <= room) return text;
  const lines = text.split("\n");
  while (lines.length > 1 && lengthOf(lines.join("\n")) > room) lines.splice(lines.length - 2 || 1, 1);
  const left = lines.join("\n");
  return lengthOf(left) <= room ? left : "Phần này dài quá một tin nhắn, anh/chị hỏi cán bộ ở quầy giúp em.";
}

function unique(buttons: readonly Button[]): Button[] {
  const seen = new Set<string>();
  return buttons.filter((button) => {
    const key = "say" in button ? button.say : "open" in button ? button.open : button.call;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function withShortTitle(button: Button): Button {
  if (lengthOf(button.title) <= LIMITS.buttonTitle) return button;
  return { ...button, title: `${[...button.title].slice(0, LIMITS.buttonTitle - 1).join("")}…` };
}
