// Choosing who speaks: some letters without diacritics find the delegate, Enter takes the first found; a name that is
// not on the list is taken as it was typed.
import { isComposing } from "./typing.js";

const field = document.getElementById("speaker");
const list = document.getElementById("speakers");
const rows = JSON.parse(document.getElementById("speaker-rows").textContent);
const SHOWN = 8;
let at = -1;

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();
}

/** How well a delegate fits: the words as typed, the beginnings of words, or anywhere; null where not at all. */
function fit(folded, wanted) {
  if (folded.includes(wanted.join(" "))) return 0;
  if (wanted.every((one) => folded.split(/[\s,]+/).some((word) => word.startsWith(one)))) return 1;
  return wanted.every((one) => folded.includes(one)) ? 2 : null;
}

function found() {
  const wanted = fold(field.value).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const fitting = rows.map((row) => [fit(row[2], wanted), row]).filter(([rank]) => rank !== null);
  return fitting.sort(([one], [other]) => one - other).map(([, row]) => row).slice(0, SHOWN);
}

function draw() {
  const all = found();
  list.replaceChildren(...all.map(([id, words], place) => {
    const row = document.createElement("li");
    [row.id, row.textContent] = [`speaker-${id}`, words];
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(place === at));
    row.dataset.id = id;
    return row;
  }));
  list.hidden = !all.length;
  field.setAttribute("aria-expanded", String(Boolean(all.length)));
  if (all[at]) field.setAttribute("aria-activedescendant", `speaker-${all[at][0]}`);
  else field.removeAttribute("aria-activedescendant");
}

function close() {
  at = -1;
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
}

function take(row) {
  if (!row) return;
  [field.form.elements.delegate.value, field.value] = [row[0], row[1]];
  close();
}

field.addEventListener("input", () => {
  field.form.elements.delegate.value = "";
  at = found().length ? 0 : -1;
  draw();
});
field.addEventListener("keydown", (event) => {
  if (isComposing(event)) return;
  const all = found();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    at = Math.max(-1, Math.min(all.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
    draw();
  } else if (event.key === "Enter" && !list.hidden && at >= 0) {
    take(all[at]);
  } else if (event.key === "Escape" && !list.hidden) {
    event.stopPropagation();
    close();
  }
});
list.addEventListener("pointerdown", (event) => {
  const row = event.target.closest("li");
  if (!row) return;
  event.preventDefault();
  take(rows.find(([id]) => String(id) === row.dataset.id));
});
field.addEventListener("blur", () => setTimeout(close, 150));
