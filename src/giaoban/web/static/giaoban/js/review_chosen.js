// Deciding on several cards at once: those that are ticked, or all that are shown; never on what is not seen.
import { cards, shownCards } from "./review_cards.js";

const bar = document.querySelector("[data-bulk-bar]");
const words = bar.querySelector("[data-bulk-words]");

function ticked() {
  return cards().filter((card) => card.querySelector("[data-tick]")?.checked && !card.hidden);
}

function count() {
  const chosen = ticked().length;
  bar.hidden = chosen === 0;
  words.textContent = words.dataset.bulkWords.replace("%s", chosen.toLocaleString("vi-VN"));
}

function send(address, chosen) {
  if (!chosen.length) return;
  const values = { chosen: chosen.map((card) => `${card.dataset.card}:${card.dataset.version}`) };
  htmx.ajax("POST", address, { source: bar, swap: "none", values });
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-tick]")) count();
});

document.addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-chosen-action]");
  if (chosen) send(chosen.dataset.chosenAction, ticked());
  const shown = event.target.closest("[data-shown-action]");
  if (shown) {
    shown.closest("details").open = false;
    send(shown.dataset.shownAction, shownCards().filter((card) => card.dataset.state === "open"));
  }
  if (event.target.closest("[data-choose-none]")) clear();
});

function clear() {
  for (const card of cards()) card.querySelector("[data-tick]").checked = false;
  count();
}

document.addEventListener("giaoban:step", clear);
