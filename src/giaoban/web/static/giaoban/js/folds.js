// On a phone what is not at hand is folded away: the fields of a list's filters behind a button that says how many are
// set, and the sections of a long page ([data-folds]) but those at hand. Wider, and without scripts, all is there.

const phone = matchMedia("(max-width: 640px)");

function unfolding(button, fields) {
  const set = [...fields.querySelectorAll("input, select")].filter((one) => one.name && one.type !== "hidden" && one.value);
  const count = Number(fields.dataset.count ?? set.length);
  const shown = button.querySelector(".num");
  [shown.textContent, shown.hidden] = [count, !count];
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  });
}

function fold(section, isFolded) {
  section.classList.toggle("folded", isFolded);
  section.querySelector(".fold").setAttribute("aria-expanded", String(!isFolded));
}

/** The heading of a section becomes the button that opens it. */
function folding(section) {
  const head = section.querySelector("h2");
  const button = document.createElement("button");
  [button.type, button.className] = ["button", "fold"];
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => fold(section, !section.classList.contains("folded")));
  fold(section, section.dataset.folds !== "at-hand");
}

function openAsked() {
  const asked = location.hash && document.getElementById(location.hash.slice(1))?.closest(".folded");
  if (asked) fold(asked, false);
}

function foldAll() {
  if (!phone.matches || document.querySelector(".fold")) return;
  document.querySelectorAll("[data-folds]").forEach(folding);
  openAsked();
}

for (const button of document.querySelectorAll(".unfold")) unfolding(button, button.nextElementSibling);
foldAll();
phone.addEventListener("change", foldAll);
addEventListener("hashchange", openAsked);
