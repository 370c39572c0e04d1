// The little that a page does by itself; everything works without it.
for (const input of document.querySelectorAll("[data-select]")) input.addEventListener("focus", () => input.select());
