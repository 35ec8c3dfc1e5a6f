// What became no directive: asked for when it is opened, and again when a step has changed which words are taken.
import { hasModifier, isComposing, isWriting } from "./typing.js";
import { showText } from "./review_panes.js";

const rest = document.querySelector("[data-rest]");
const text = document.querySelector("[data-doc]");

function load() {
  return htmx.ajax("GET", rest.dataset.address, { target: "#rest-body", swap: "innerHTML" });
}

/** In the text those clauses are marked while the list of them is open. */
function mark() {
  for (const one of text.querySelectorAll("mark.rest, mark.left")) one.className = rest.open ? "left" : "rest";
}

rest.addEventListener("toggle", async () => {
  mark();
  if (!rest.open) return;
  await load();
  rest.scrollIntoView({ block: "start" });
});

document.addEventListener("giaoban:step", () => {
  mark();
  if (rest.open) load();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-open-rest]")) {
    event.preventDefault();
    rest.open = true;
    rest.querySelector("summary").focus();
  }
  const clause = event.target.closest("[data-goto]");
  if (!clause) return;
  showText(true);
  const run = text.querySelector(`[data-start="${clause.dataset.goto}"]`);
  run?.scrollIntoView({ block: "center" });
  for (const found of text.querySelectorAll("mark.found")) found.classList.remove("found");
  run?.closest("mark")?.classList.add("found");
});

// M adds what is selected; where nothing is, it leads to the clauses that can be added.
document.addEventListener("keydown", async (event) => {
  if (event.key.toLowerCase() !== "m" || isComposing(event) || isWriting(event) || hasModifier(event)) return;
  event.preventDefault();
  const add = document.querySelector("[data-select-tool]:not([hidden]) [data-key=n]");
  if (add) add.click();
  else {
    rest.open = true;
    await load();
    rest.querySelector("#rest-body button")?.focus();
  }
});
