// Words that say what was done. Good news goes after ten seconds, not while it is read or pointed at; bad news
// stays until closed. A part of a page (htmx) says its own by the event "giaoban:toast".

const STAYS_MS = 10_000;
const region = document.getElementById("toasts");
const pattern = document.getElementById("toast");

function leaveLater(toast) {
  if (toast.matches(".error, .warning")) return;
  let timer;
  const start = () => { timer = setTimeout(() => toast.remove(), STAYS_MS); };
  const stop = () => clearTimeout(timer);
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusout", start);
  start();
}

/** Show a toast; `undo` is the address that takes it back, or nothing. */
export function say({ words, undo = "", level = "success" }) {
  const toast = pattern.content.firstElementChild.cloneNode(true);
  toast.classList.add(level);
  toast.querySelector(".words").textContent = words;
  const form = toast.querySelector("[data-undo]");
  if (undo) form.action = undo;
  else form.remove();
  // One way back at a time: the key "u" must mean the newest.
  region.querySelectorAll("[data-undo]").forEach((older) => older.remove());
  region.append(toast);
  leaveLater(toast);
}

if (region) {
  region.querySelectorAll("[data-toast]").forEach(leaveLater);
  document.addEventListener("giaoban:toast", (event) => say(event.detail));
  document.addEventListener("click", (event) => event.target.closest("[data-dismiss]")?.closest("[data-toast]")?.remove());
}
