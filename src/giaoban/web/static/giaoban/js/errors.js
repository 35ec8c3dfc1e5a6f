// A form that came back with errors: its summary takes the focus, and a link in it leads into the field.
import { onArrival, within } from "./arrivals.js";

onArrival((root) => within(root, "[data-error-summary]")[0]?.focus());

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-summary] a[href^='#']");
  const field = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!field) return;
  event.preventDefault();
  const target = field.matches("fieldset, div") ? field.querySelector("input, select, textarea") : field;
  (target ?? field).focus();
  field.scrollIntoView({ block: "center" });
});
