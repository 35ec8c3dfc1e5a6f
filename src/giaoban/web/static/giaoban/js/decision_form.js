// The form of the chair's decision: a kind that goes on asks for a new due, and Enter in the words records.
import { isComposing } from "./typing.js";

const slides = document.getElementById("slides");

function chose(event) {
  const radio = event.target.closest('input[name="kind"]');
  if (!radio) return;
  const form = radio.closest("form");
  form.querySelector(".new-due").hidden = !("goesOn" in radio.dataset);
  form.querySelectorAll(".kind").forEach((one) => one.classList.toggle("on", one.contains(radio)));
  form.querySelector("textarea").focus();
}

/** Enter in the words records; with Shift it begins a new line. */
function entered(event) {
  if (event.key !== "Enter" || event.shiftKey || isComposing(event) || !event.target.matches?.(".decide textarea, .decide input.date, .conclude textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

slides.addEventListener("keydown", entered);
slides.addEventListener("change", chose);
