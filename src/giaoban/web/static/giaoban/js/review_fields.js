// The fields of the selected card: each change is saved at once, with the version that the card has now, and no answer
// ever rewrites a field.
import { isComposing } from "./typing.js";
import { isListed } from "./units.js";
import { cards, cardOf, selectedCard } from "./review_cards.js";

/** Every request of the review says which version it was made on, and which card is looked at. */
document.addEventListener("htmx:configRequest", (event) => {
  const { parameters, elt } = event.detail;
  const card = elt.closest("[data-card]");
  parameters.selected = selectedCard()?.dataset.card ?? "";
  if (card) parameters.version = card.dataset.version;
  if (elt.matches("[data-merge]")) parameters.chosen = withNext(card);
  const saving = elt.matches("[data-saves]") && elt.querySelector("input:not([type=hidden])");
  if (saving) saving.dataset.saved = saving.value;
});

function withNext(card) {
  const all = cards();
  return [card, all[all.indexOf(card) + 1]].filter(Boolean).map((one) => `${one.dataset.card}:${one.dataset.version}`);
}

// Leaving a field saves it; Enter has sent the form already when this comes to run.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-saves]");
  if (!form) return;
  setTimeout(() => {
    if (form.isConnected && event.target.value && event.target.value !== event.target.dataset.saved) form.requestSubmit();
  });
});

// A name chosen from the list of units is added without another key.
document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.matches("[data-unit]") || event.isComposing || (event.inputType && event.inputType !== "insertReplacementText")) return;
  if (isListed(field)) field.form.requestSubmit();
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest?.("form");
  if (event.detail.xhr.status >= 400 || !form?.matches("[data-empties]")) return;
  for (const field of form.querySelectorAll("input:not([type=hidden])")) {
    field.value = "";
    delete field.dataset.saved;
  }
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Escape" || isComposing(event) || !field.matches?.("[data-card] input")) return;
  field.value = field.defaultValue;
  field.blur();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-split]");
  const words = button && document.getElementById(button.getAttribute("aria-controls"));
  if (!words) return;
  words.hidden = !words.hidden;
  button.setAttribute("aria-expanded", String(!words.hidden));
  if (!words.hidden) likelyPlace(words)?.focus();
});

/** The word at which a split is most likely: behind a comma or a semicolon, else the middle one. */
function likelyPlace(words) {
  const pieces = [...words.querySelectorAll(".words > *")];
  const found = pieces.find((piece, place) => place > 0 && /[,;]\s*$/.test(pieces[place - 1].textContent));
  return found ?? pieces[Math.ceil(pieces.length / 2)];
}

document.addEventListener("keydown", (event) => {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const piece = event.target.closest?.("[data-split-words] button");
  if (!piece) return;
  if (by) {
    event.preventDefault();
    const pieces = [...piece.parentElement.querySelectorAll("button")];
    pieces[pieces.indexOf(piece) + by]?.focus();
  } else if (event.key === "Escape") {
    piece.closest("[data-split-words]").hidden = true;
    cardOf(piece.closest("[data-card]").dataset.card).querySelector("[data-split]").focus();
  }
});
