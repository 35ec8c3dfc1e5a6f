// Words selected in the text become a directive, or the words of the one that is looked at. The server counts code
// points, the browser UTF-16 units: every stretch of the text bears its place, and the rest is counted here.
import { selectedCard } from "./review_cards.js";

const text = document.querySelector("[data-doc]");
const tool = document.querySelector("[data-select-tool]");

function codePoints(words) {
  return [...words].length;
}

/** The place in the document's text of a point of a selection; null for a point outside of its words. */
function place(node, offset) {
  if (node.nodeType === Node.ELEMENT_NODE) return placeBeside(node, offset);
  const run = node.parentElement?.closest("[data-start]");
  if (!run || !text.contains(run)) return null;
  return Number(run.dataset.start) + codePoints(node.data.slice(0, offset));
}

/** The place of a point between elements: the beginning of the run behind it, else the end of the last before it. */
function placeBeside(element, offset) {
  const runs = [...text.querySelectorAll("[data-start]")];
  const edge = document.createRange();
  edge.setStart(element, offset);
  const behind = runs.find((run) => edge.comparePoint(run, 0) >= 0);
  if (behind) return Number(behind.dataset.start);
  const last = runs.at(-1);
  return last ? Number(last.dataset.start) + codePoints(last.textContent) : null;
}

/** What is selected in the text, as offsets of code points; null for nothing. */
export function selectedSpan() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
  return start !== null && end !== null && start < end ? { start, end } : null;
}

function offer() {
  const span = selectedSpan();
  tool.hidden = !span;
  if (!span) return;
  for (const form of tool.querySelectorAll("form")) {
    form.elements.start.value = span.start;
    form.elements.end.value = span.end;
  }
  tool.querySelector("[data-respan]").hidden = !selectedCard();
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const frame = text.getBoundingClientRect();
  tool.style.top = `${box.bottom - frame.top + text.scrollTop + 6}px`;
  tool.style.left = `${Math.max(8, Math.min(box.left - frame.left, frame.width - tool.offsetWidth - 16))}px`;
}

let waiting;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(offer, 120);
});

tool.querySelector("[data-respan]").addEventListener("click", () => {
  const span = selectedSpan();
  const card = selectedCard();
  if (!span || !card) return;
  htmx.ajax("POST", `/van-ban/chi-dao/${card.dataset.card}/doan/`, { source: tool.querySelector("[data-respan-form]"), swap: "none", values: { ...span, version: card.dataset.version } });
});

document.addEventListener("giaoban:step", () => {
  getSelection().removeAllRanges();
  tool.hidden = true;
});
