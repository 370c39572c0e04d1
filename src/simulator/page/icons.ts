import { Html } from "../../web/design/html.ts";

/** Our own drawings, 24 by 24, drawn in the colour of the text beside them. */
const PATHS = {
  send: "M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4",
  plus: "M12 5v14 M5 12h14",
  image: "M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9.5h.01",
  location: "M12 21c-4-4.5-6-7.6-6-10.5a6 6 0 0 1 12 0C18 13.4 16 16.5 12 21z M12 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  sticker:
    "M12 20.5a8.5 8.5 0 1 1 8.5-8.5 M20.5 12c-4.5 0-8.5 4-8.5 8.5z M9 9.5h.01 M15 9.5h.01 M9 13.5c1 1 2 1.4 3 1.4",
  file: "M7 3h7l4 4v14H7z M14 3v4h4 M10 12h5 M10 16h5",
  audio:
    "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4z M6.5 11.5a5.5 5.5 0 0 0 11 0 M12 17v3.5",
  contact:
    "M4 5h16v14H4z M9 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z M6 16c.6-1.7 1.6-2.5 3-2.5s2.4.8 3 2.5 M14.5 10H18 M14.5 13.5H18",
  open: "M9 5H5v14h14v-4 M13 5h6v6 M19 5l-9 9",
  call: "M6 4h3.5l1.5 4-2 1.5a10 10 0 0 0 5.5 5.5l1.5-2 4 1.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z",
  chevron: "M9 6l6 6-6 6",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${PATHS[name]}"/></svg>`,
  );
}
