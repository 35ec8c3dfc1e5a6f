// Selecting rows of a list for a bulk action. [data-selection] frames list and bar; rows have checkboxes with
// data-select, the head one with data-select-page. The bar shows while something is selected; where the list goes
// on over more pages, it offers all of them, told to the server by the hidden field "all".
import { onArrival, within } from "./arrivals.js";

function boxes(frame) {
  return [...frame.querySelectorAll("input[data-select]")];
}

function show(frame) {
  const all = boxes(frame);
  const count = all.filter((box) => box.checked).length;
  const head = frame.querySelector("input[data-select-page]");
  const everything = frame.querySelector("input[data-select-all]");
  if (count < all.length && everything) everything.value = "";
  if (head) {
    head.checked = count > 0 && count === all.length;
    head.indeterminate = count > 0 && count < all.length;
  }
  showBar(frame, everything?.value ? Number(frame.dataset.total) : count, count === all.length && count > 0);
}

function showBar(frame, count, isWholePage) {
  const bar = frame.querySelector("[data-bulk]");
  const words = frame.querySelector("[data-selection-words]");
  if (bar) bar.hidden = count === 0;
  if (words) words.textContent = words.dataset.selectionWords.replace("%s", count.toLocaleString("vi-VN"));
  const more = frame.querySelector("[data-select-everything]");
  if (more) more.hidden = !isWholePage || count >= Number(frame.dataset.total ?? 0);
}

/** Holding Shift selects from the last touched row to this one. */
function span(frame, box, last) {
  const all = boxes(frame);
  const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
  if (from >= 0) all.slice(from, to + 1).forEach((one) => { one.checked = box.checked; });
}

function clear(frame) {
  boxes(frame).forEach((box) => { box.checked = false; });
  show(frame);
}

function watch(frame) {
  let last = null;
  frame.addEventListener("click", (event) => {
    if (event.target.matches("input[data-select-page]")) return;
    const box = event.target.closest("input[data-select]");
    if (box && event.shiftKey && last) span(frame, box, last);
    if (box) last = box;
    if (event.target.closest("[data-select-none]")) clear(frame);
    if (event.target.closest("[data-select-everything]")) {
      frame.querySelector("input[data-select-all]").value = "1";
    }
    show(frame);
  });
  frame.addEventListener("change", (event) => {
    if (event.target.matches("input[data-select-page]")) boxes(frame).forEach((box) => { box.checked = event.target.checked; });
    show(frame);
  });
  show(frame);
}

onArrival((root) => {
  for (const frame of within(root, "[data-selection]")) watch(frame);
});
