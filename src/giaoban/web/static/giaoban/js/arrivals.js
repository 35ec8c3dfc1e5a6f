// Run something for the page as loaded and for every part that htmx brings later.

/** Call `prepare(root)` now with the document and again with each new part. */
export function onArrival(prepare) {
  prepare(document);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
}

/** Elements of `root` (itself included) that match. */
export function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  return root instanceof Element && root.matches(selector) ? [root, ...found] : found;
}
