// The text, the pages it was read from, or both: chosen by the switch and kept in the address.

const sources = document.querySelector("[data-view]");

/** Bring into view, in the text and on its page, the words of the directive that is looked at. */
export function showChosen() {
  for (const words of [document.querySelector("mark.d.on"), document.querySelector(".page-marks a.on")]) words?.scrollIntoView({ block: "nearest" });
}

function show(view) {
  sources.dataset.view = view;
  for (const link of document.querySelectorAll("[data-show-view]")) link.toggleAttribute("aria-current", link.dataset.showView === view);
  const address = new URL(location.href);
  address.searchParams.set("xem", view);
  history.replaceState(history.state, "", address);
  showChosen();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-show-view]");
  if (!link) return;
  event.preventDefault();
  show(link.dataset.showView);
});
