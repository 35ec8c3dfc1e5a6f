// What a step changed, beyond the parts that the server has sent: states, versions, numbers, and where to go on.
import { cards, cardOf, goOn, select, selectedCard, show, shownState } from "./review_cards.js";

const MARKS = { accepted: "ok", rejected: "no", open: "" };

function paint(card, { version, state, classes }, isDecided) {
  card.dataset.version = version;
  card.dataset.state = state;
  card.classList.remove("ok", "no");
  if (classes) card.classList.add(classes);
  for (const mark of document.querySelectorAll(`[data-d="${card.dataset.card}"]`)) {
    mark.classList.remove("ok", "no");
    if (MARKS[state]) mark.classList.add(MARKS[state]);
  }
  // Its buttons are of another state now: they come anew when it is selected again.
  if (isDecided) card.querySelector(".full").replaceChildren();
}

/** Number the cards and the marks in the order of the text, whatever the order of the list. */
function renumber() {
  const inText = cards().sort((one, other) => one.dataset.start - other.dataset.start || one.dataset.card - other.dataset.card);
  inText.forEach((card, place) => {
    const number = card.querySelector(".n");
    if (number.textContent === String(place + 1)) return;
    number.textContent = place + 1;
    for (const sup of document.querySelectorAll(`[data-d="${card.dataset.card}"] > :is(sup, text)`)) sup.textContent = place + 1;
  });
}

/** The card to look at now; who has gone on from a decision already is not called back to it. */
function wanted(told) {
  const isDecision = told.kind === "accept" || told.kind === "reject";
  const here = selectedCard();
  return isDecision && here && !(here.dataset.card in told.states) ? here : cardOf(told.selected);
}

function apply(told) {
  for (const [id, state] of Object.entries(told.states)) {
    const card = cardOf(id);
    if (card) paint(card, state, Number(id) !== told.selected);
  }
  renumber();
  const target = wanted(told) ?? selectedCard() ?? cards()[0];
  const keeps = document.activeElement?.matches("input, textarea, select");
  select(target, { quietly: keeps && target === selectedCard() });
  show(shownState());
  document.dispatchEvent(new CustomEvent("giaoban:step", { detail: told }));
}

document.addEventListener("htmx:afterRequest", () => {
  const step = document.getElementById("step");
  if (!step?.dataset.step) return;
  const told = JSON.parse(step.dataset.step);
  delete step.dataset.step;
  apply(told);
});

// A decision goes on at once; where it was refused, its card is looked at again.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-goes-on]");
  if (button) goOn(button.closest("[data-card]"));
});
document.addEventListener("htmx:sendError", back);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.xhr.status >= 400) back(event);
});

function back(event) {
  const card = event.detail.elt.matches?.("[data-goes-on]") && event.detail.elt.closest("[data-card]");
  if (card) select(card);
}
