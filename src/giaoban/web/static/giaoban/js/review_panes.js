// On a phone the cards come first and the text is one tap away; wider, the two stand side by side.
import { showChosen } from "./document_views.js";

const panes = document.querySelector("[data-panes]");

/** Show the text instead of the cards, or the cards again; without `shows` change over. */
export function showText(shows) {
  panes?.classList.toggle("shows-text", shows);
  for (const button of document.querySelectorAll("[data-pane]")) button.setAttribute("aria-pressed", String(panes.classList.contains("shows-text")));
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-pane]")) return;
  showText();
  if (panes.classList.contains("shows-text")) showChosen();
});
