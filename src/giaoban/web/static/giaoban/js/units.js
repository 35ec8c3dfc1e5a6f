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

/** The units that the words name, or that have them in their names. */
function found(field) {
  const typed = folded(field.value);
  if (!typed) return [];
  const exact = boxes(field).filter((box) => namesOf(box).includes(typed));
  return exact.length ? exact : boxes(field).filter((box) => namesOf(box).some((name) => name.includes(typed)));
}

function say(field, words) {
  const status = field.closest("[data-units]").querySelector("[data-units-said]");
  if (status) status.textContent = status.dataset[words.code].replace("%s", words.name ?? "");
}

function add(field, box) {
  if (field.hasAttribute("data-single")) for (const other of boxes(field)) other.checked = false;
  box.checked = true;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  field.value = "";
  say(field, { code: "added", name: box.dataset.name });
}

/** Add the one unit that was meant; of none or several say so, and leave what was typed. */
function take(field) {
  const units = found(field);
  if (units.length === 1) add(field, units[0]);
  else say(field, { code: units.length ? "several" : "none" });
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.matches("[data-unit-search]") || event.isComposing) return;
  if (event.inputType && event.inputType !== "insertReplacementText") return;
  if (isListed(field)) take(field);
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-unit-search]") || isComposing(event)) return;
  if (event.key === "Enter") {
    // Never the form: a name that was just taken leaves the field empty under the same key.
    event.preventDefault();
    if (field.value.trim()) take(field);
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
