// Filter forms: a choice made in form[data-autosubmit] sends it; empty fields stay out of the address.

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-autosubmit]");
  if (form && event.target.matches('select, input[type="checkbox"], input[type="radio"], input[type="date"]')) form.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "get" || !form.matches(".find, [data-autosubmit], [data-short-address]")) return;
  const empty = [...form.elements].filter((field) => field.name && !field.disabled && field.value === "");
  for (const field of empty) field.disabled = true;
  // Coming back by the browser's own way must find the form whole.
  setTimeout(() => { for (const field of empty) field.disabled = false; });
});
