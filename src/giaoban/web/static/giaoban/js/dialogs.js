// Dialogs: data-opens="ID" opens one; a part that htmx brings into a dialog's body opens it too. Esc and the
// backdrop close it, except while it holds words that were typed; the browser gives the focus back.

function open(dialog) {
  if (dialog.open) return;
  dialog.dispatchEvent(new CustomEvent("giaoban:opening"));
  dialog.showModal();
}

function hasTypedWords(dialog) {
  return [...dialog.querySelectorAll("textarea, input:not([type])," + 'input[type="text"], input[type="date"]')].some((field) => field.value !== field.defaultValue);
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    open(dialog);
    return;
  }
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
  if (event.target instanceof HTMLDialogElement && !hasTypedWords(event.target)) event.target.close();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const dialog = event.detail.target.closest?.("dialog");
  if (dialog && event.detail.target.childElementCount) open(dialog);
});

// A server's answer may say that the dialog's work is done.
document.addEventListener("giaoban:close-dialog", () => document.querySelector("dialog[open]")?.close());
