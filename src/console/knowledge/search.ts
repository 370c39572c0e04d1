/** Finding an item by words, marks aside. */

/** The field of a procedure, the group of a question, the kind of a place, what a commune was formed from. */
export function groupOf(content: unknown): string {
  const { field, subject, kind, formed_from } = content as Record<string, unknown>;
  if (Array.isArray(formed_from))
    return (formed_from as { type: string; name: string }[]).map(({ type, name }) => `${type} ${name}`).join(", ");
  return String(field ?? subject ?? kind ?? "");
}

/** Whether each word of `query` begins a word of the item; without words everything fits. */
export function fits(query: string, id: string, title: string, content: unknown): boolean {
  const { code, name, aliases } = (content ?? {}) as Record<string, unknown>;
  const text = ` ${folded([title, groupOf(content), id, code, name, aliases].flat().join(" "))}`;
  return folded(query)
    .split(" ")
    .filter(Boolean)
    .every((word) => text.includes(` ${word}`));
}

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, " ")
    .trim();
