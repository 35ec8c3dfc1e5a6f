// One card is selected: it shows all of itself, its words are framed in the text, the keys act on it, and the address
// names it. Selecting never decides anything.
import { hasModifier, isComposing, isWriting } from "./typing.js";
import { showChosen } from "./document_views.js";
import { showText } from "./review_panes.js";

const list = document.getElementById("cards");
const filters = document.querySelector("[data-shown]");

export function cardOf(id) {
  return document.getElementById(`d-${id}`);
}

export function cards() {
  return [...list.querySelectorAll("[data-card]")];
}

export function shownCards() {
  return cards().filter((card) => !card.hidden);
}

export function selectedCard() {
  return list.querySelector("[data-card].on");
}

/** Bring the whole of a card, once; what a step has made old was emptied before. */
function fill(card) {
  const full = card.querySelector(".full");
  if (full.childElementCount || full.dataset.coming) return;
  // Asked for twice, the second answer would take away the button that was pressed on the first.
  full.dataset.coming = "yes";
  htmx.ajax("GET", `/van-ban/chi-dao/${card.dataset.card}/`, { source: full, target: full, swap: "innerHTML" }).finally(() => delete full.dataset.coming);
}

function open(card, isOpen) {
  card.classList.toggle("on", isOpen);
  card.toggleAttribute("aria-current", isOpen);
  card.querySelector(".full").hidden = !isOpen;
  for (const mark of document.querySelectorAll(`[data-d="${card.dataset.card}"]`)) mark.classList.toggle("on", isOpen);
}

/** Scroll a pane only as far as is needed to see the thing in it. */
function reveal(element) {
  element?.scrollIntoView({ block: "nearest" });
}

/** Select a card; `quietly` leaves the panes where they are scrolled. */
export function select(card, { quietly = false } = {}) {
  if (!card) return;
  const before = selectedCard();
  if (before && before !== card) open(before, false);
  open(card, true);
  fill(card);
  const address = new URL(location.href);
  address.searchParams.set("chon", card.dataset.card);
  address.searchParams.delete("sau");
  address.hash = "";
  history.replaceState(history.state, "", address);
  if (quietly) return;
  reveal(card);
  showChosen();
}

/** Go on from a card that is being decided to the next open one that is shown, before the server has answered. */
export function goOn(card) {
  const shown = shownCards();
  const place = shown.indexOf(card);
  const next = [...shown.slice(place + 1), ...shown.slice(0, place)].find((one) => one.dataset.state === "open");
  if (next) select(next);
}

function move(by) {
  const shown = shownCards();
  const place = shown.indexOf(selectedCard());
  select(shown[Math.min(Math.max(place + by, 0), shown.length - 1)]);
}

/** Whether a filter leaves a card in: "doubtful" are those whose card says so, the others are decisions. */
function isIn(card, state) {
  if (state === "doubtful") return card.querySelector(".meta .doubt") !== null;
  return !state || card.dataset.state === state;
}

/** Show only the cards of a decision, or the doubtful ones, and say so in the address. */
export function show(state) {
  filters.dataset.shown = state;
  for (const chip of filters.querySelectorAll("[data-show]")) {
    chip.toggleAttribute("aria-current", chip.dataset.show === state);
  }
  for (const card of cards()) card.hidden = !isIn(card, state) && !card.classList.contains("on");
  document.querySelector("[data-no-cards]").hidden = shownCards().length > 0;
  const address = new URL(location.href);
  if (state) address.searchParams.set("hien", state);
  else address.searchParams.delete("hien");
  history.replaceState(history.state, "", address);
}

/** Which cards are shown: a decision, or "" for all. */
export function shownState() {
  return filters.dataset.shown;
}

document.addEventListener("click", (event) => {
  const mover = event.target.closest("[data-move]");
  if (mover) move(Number(mover.dataset.move));
  const chip = event.target.closest("[data-show]");
  if (chip) {
    event.preventDefault();
    show(chip.dataset.show);
  }
});

list.addEventListener("click", (event) => {
  const card = event.target.closest("[data-card]");
  if (event.target.closest("[data-select-card]")) event.preventDefault();
  if (card && !card.classList.contains("on") && !event.target.closest(".tick")) select(card);
});

document.querySelector("[data-doc]").addEventListener("click", (event) => {
  const marks = [];
  for (let mark = event.target.closest("mark[data-d]"); mark; mark = mark.parentElement.closest("mark[data-d]")) marks.push(mark.dataset.d);
  if (!marks.length || !getSelection().isCollapsed) return;
  // Where directives overlap, a second tap goes on to the next of them.
  const place = marks.indexOf(selectedCard()?.dataset.card);
  const card = cardOf(marks[(place + 1) % marks.length]);
  if (card?.hidden) show("");
  select(card);
  showText(false);
});

document.querySelector("[data-pages]")?.addEventListener("click", (event) => {
  const words = event.target.closest("a[data-d]");
  if (!words) return;
  event.preventDefault();
  const card = cardOf(words.dataset.d);
  if (card.hidden) show("");
  select(card);
  showText(false);
});

document.addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || event.defaultPrevented || isComposing(event) || isWriting(event) || hasModifier(event) || event.shiftKey) return;
  if (document.querySelector("dialog[open], details.menu[open]") || event.target.closest?.("[data-doc], [data-pages], #rest")) return;
  event.preventDefault();
  move(by);
});

// Keys pressed before the card's own buttons have come are pressed again, one a card, when they have.
const early = [];
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || isComposing(event) || isWriting(event) || hasModifier(event) || !"axr".includes(event.key)) return;
  const full = selectedCard()?.querySelector(".full");
  if (full && !full.childElementCount) early.push(event.key);
});
document.addEventListener("htmx:afterSettle", (event) => {
  const full = selectedCard()?.querySelector(".full");
  if (event.target !== full || event.detail.target !== full) return;
  const key = early.shift();
  if (key) full.querySelector(`[data-key="${key}"]`)?.click();
});
for (const failed of ["htmx:responseError", "htmx:sendError"]) document.addEventListener(failed, () => early.splice(0));

if (selectedCard() !== cards()[0]) reveal(selectedCard());
showChosen();
