// The page's behaviour: sends orders, and adds the pieces that the server has drawn. No framework.
const { base, citizen } = document.body.dataset;
let sequence = document.body.dataset.sequence;

const byId = (id) => document.getElementById(id);
const scroll = byId("scroll");
const text = byId("text");
const DRAFT = `draft-${citizen}`;

const toEnd = () => scroll.scrollTo({ top: scroll.scrollHeight });

let hideStatus;
function say(message) {
  byId("status").textContent = message;
  clearTimeout(hideStatus);
  hideStatus = setTimeout(() => {
    byId("status").textContent = "";
  }, 6000);
}

async function order(what) {
  try {
    const response = await fetch(`${base}/act`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ citizen, ...what }),
    });
    const answer = await response.json();
    if (answer.error) say(answer.error);
    if (answer.go) location.assign(answer.go);
    return response.ok;
  } catch {
    say("Không gọi được máy chủ. Chương trình còn chạy không?");
    return false;
  }
}

const menu = document.querySelector("details.attach");

document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
  const pressed = event.target.closest("button[data-act]");
  if (!pressed) return;
  const { ...what } = pressed.dataset;
  order(what);
  if (menu.contains(pressed)) {
    menu.open = false;
    text.focus();
  }
});

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const what = { act: form.dataset.act, ...Object.fromEntries(new FormData(form)) };
  const field = form.querySelector("textarea, input");
  if (field && !field.value.trim()) return;
  if (field) field.value = "";
  growToFit();
  if (!(await order(what)) && field && !field.value) field.value = what[field.name];
});

// Enter sends, but not while an input method is still composing a Vietnamese letter.
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  text.form.requestSubmit();
});

function growToFit() {
  text.rows = Math.min(5, text.value.split("\n").length + Math.floor(text.value.length / 34));
  sessionStorage.setItem(DRAFT, text.value);
}
text.addEventListener("input", growToFit);
text.value = sessionStorage.getItem(DRAFT) ?? "";
growToFit();

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

function add({ how, place, html, citizen: whose }) {
  if (whose && whose !== citizen) return;
  const element = byId(place);
  if (!element) return;
  if (how === "replace") {
    if (element.innerHTML !== html) element.innerHTML = html;
  } else if (how === "swap") {
    const held = document.activeElement === element;
    element.outerHTML = html;
    if (held) byId(place).focus();
  } else {
    element.insertAdjacentHTML(how === "append" ? "beforeend" : "afterbegin", html);
    while (element.children.length > 200) (how === "append" ? element.firstChild : element.lastChild).remove();
    if (how === "append") toEnd();
  }
}

const stream = new EventSource(`${base}/live`);
stream.addEventListener("hello", (event) => {
  // The server was started anew, or something happened while we were away.
  if (event.data !== sequence) location.reload();
});
stream.addEventListener("message", (event) => {
  const told = JSON.parse(event.data);
  sequence = told.sequence;
  told.pieces.forEach(add);
});
toEnd();
