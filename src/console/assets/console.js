// The little that a page does by itself; everything works without it.
const QUIET_MS = 400;

for (const input of document.querySelectorAll("[data-select]")) input.addEventListener("focus", () => input.select());
for (const button of document.querySelectorAll("[data-no-script]")) button.hidden = true;

/** A part of a page that takes a while is asked for after the page is there. */
for (const place of document.querySelectorAll("[data-load]")) {
  if (place.querySelector(".gate")) continue;
  place.setAttribute("aria-busy", "true");
  fetch(place.dataset.load)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
    .then((text) => {
      place.innerHTML = text;
    })
    .catch(() => {
      place.textContent = "Chưa chạy thử được. Anh/chị tải lại trang.";
    })
    .finally(() => place.removeAttribute("aria-busy"));
}

/** What citizens would read follows what is typed. */
for (const form of document.querySelectorAll("form[data-preview]")) {
  const shown = document.getElementById("xem-truoc");
  let timer;
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const text = await answer.text();
    if (answer.ok && mine === asked) shown.innerHTML = text;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show().catch(() => {}), QUIET_MS);
  });
}

/** Leaving with something unsaved is asked about. */
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  let isDirty = false;
  form.addEventListener("input", () => {
    isDirty = true;
  });
  form.addEventListener("submit", () => {
    isDirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });
}

/** How far something long is; the page is opened anew when it has ended. */
for (const place of document.querySelectorAll("[data-poll]")) {
  const look = async () => {
    const answer = await fetch(place.dataset.poll);
    if (!answer.ok) return;
    place.innerHTML = await answer.text();
    if (place.querySelector("[data-done]")) location.reload();
    else setTimeout(look, 500);
  };
  setTimeout(look, 300);
}
