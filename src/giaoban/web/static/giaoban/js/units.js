// Choosing units by typing: the field finds one by name, short name or without its marks; each unit chosen is a ticked
// box, shown as a chip that a click or a blank takes off. Without a script the boxes themselves are shown.
import { isComposing } from "./typing.js";

/** True when what stands in the field is a name of its list. */
export function isListed(field) {
  return [...(field.list?.options ?? [])].some((option) => option.value === field.value);
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
}

function boxes(field) {
  return [...field.closest("[data-units]").querySelectorAll('input[type="checkbox"]')];
}

function namesOf(box) {
  return [box.dataset.name, box.dataset.short].filter(Boolean).map(folded);
}

/** The unit that the words name, or the only one that has them in its name. */
function found(field) {
  const typed = folded(field.value);
  if (!typed) return null;
  const exact = boxes(field).filter((box) => namesOf(box).includes(typed));
  const near = exact.length ? exact : boxes(field).filter((box) => namesOf(box).some((name) => name.includes(typed)));
  return near.length === 1 ? near[0] : null;
}

function say(field, box) {
  const status = field.closest("[data-units]").querySelector("[data-units-said]");
  if (status) status.textContent = box ? status.dataset.added.replace("%s", box.dataset.name) : status.dataset.none;
}

function add(field, box) {
  if (field.hasAttribute("data-single")) for (const other of boxes(field)) other.checked = false;
  box.checked = true;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  field.value = "";
  say(field, box);
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.matches("[data-unit-search]") || event.isComposing) return;
  if (event.inputType && event.inputType !== "insertReplacementText") return;
  if (isListed(field)) add(field, found(field));
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-unit-search]") || isComposing(event)) return;
  if (event.key === "Enter" && field.value.trim()) {
    event.preventDefault();
    const box = found(field);
    if (box) add(field, box);
    else say(field, null);
  } else if (event.key === "Backspace" && !field.value) {
    const last = boxes(field).filter((box) => box.checked).at(-1);
    if (last) last.click();
  }
});

// A chip that is taken off by a key vanishes under the focus: the field takes it.
document.addEventListener("change", (event) => {
  const group = event.target.closest?.("[data-units]");
  if (group && event.target.matches('input[type="checkbox"]') && !event.target.checked) group.querySelector("[data-unit-search]")?.focus();
});
