// Attendance by keyboard: up and down choose a delegate, the keys on the buttons tick the chosen one (keys.js), and
// the next one is chosen. On a phone the buttons are simply tapped.
import { hasModifier, isComposing, isWriting } from "./typing.js";

const list = document.querySelector("[data-attendance]");
let chosen = 0;

function rows() {
  return [...list.querySelectorAll(":scope > .delegate")];
}

function choose(place, isByKey) {
  const all = rows();
  chosen = Math.max(0, Math.min(all.length - 1, place));
  all.forEach((row, index) => row.classList.toggle("on", index === chosen));
  if (!isByKey) return;
  all[chosen].focus({ preventScroll: true });
  all[chosen].scrollIntoView({ block: "nearest" });
}

function pressed(event) {
  if (event.defaultPrevented || isComposing(event) || isWriting(event) || hasModifier(event)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  choose(chosen + step, true);
}

/** A row was ticked and came anew: after a key the next one is chosen, unless something was refused. */
function swapped(event) {
  const row = event.target.closest?.(".delegate");
  if (!row || !list.contains(row)) return;
  const place = rows().indexOf(row);
  const isRefused = row.querySelector(".error-words");
  choose(isRefused ? place : place + 1, true);
}

if (list) {
  choose(0, false);
  document.addEventListener("keydown", pressed);
  list.addEventListener("htmx:load", swapped);
  list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(".delegate");
    if (row) choose(rows().indexOf(row), false);
  });
}
