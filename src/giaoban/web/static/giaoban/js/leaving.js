// Whoever signs out leaves no page of a meeting on this machine; nor does one whose session has ended and is asked to
// sign in again.
import { forgetPages } from "./keeping.js";

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-sign-out]")) forgetPages();
});
if (document.querySelector("form[data-sign-in]")) forgetPages();
