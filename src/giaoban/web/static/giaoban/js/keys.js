// Single keys and sequences ("g n"): whatever bears data-key is pressed by that key. The same attribute draws the
// key on the button and fills the list that "?" opens, so that what is shown is what works.
import { hasModifier, isComposing, isWriting } from "./typing.js";

const SEQUENCE_MS = 1200;
const STORED = "giaoban.keys";
let begun = "";
let begunAt = 0;

function isOn() {
  return localStorage.getItem(STORED) !== "off";
}

/** The open dialog, else the whole page: a key never reaches what lies under a dialog. */
function scope() {
  const open = [...document.querySelectorAll("dialog[open]")];
  return open.at(-1) ?? document;
}

function isUsable(element) {
  if (element.disabled || element.getAttribute("aria-disabled") === "true" || element.closest("[hidden], template")) return false;
  return element.getClientRects().length > 0 || element.matches("details:not([open]) *");
}

/** The thing that a key presses: inside the selected card or row first, else anywhere on the page. */
function bearer(key) {
  const all = [...scope().querySelectorAll("[data-key], [data-focus-key]")];
  const fitting = all.filter((one) => (one.dataset.key ?? one.dataset.focusKey).toLowerCase() === key && isUsable(one));
  return fitting.find((one) => one.closest("[data-key-scope].on")) ?? fitting.find((one) => !one.closest("[data-key-scope]"));
}

function press(element) {
  if (element.dataset.focusKey) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

function spelled(event) {
  return event.key === " " ? "space" : event.key.toLowerCase();
}

function pressed(event) {
  if (event.defaultPrevented || event.repeat && event.key.length === 1) return;
  if (isComposing(event) || isWriting(event) || hasModifier(event)) return;
  if (!isOn() && event.key.length === 1) return;
  const key = spelled(event);
  const isSecond = begun && event.timeStamp - begunAt < SEQUENCE_MS;
  const element = (isSecond && bearer(`${begun} ${key}`)) || bearer(key);
  begun = element ? "" : key;
  begunAt = event.timeStamp;
  if (!element) return;
  event.preventDefault();
  press(element);
}

function nameOf(element) {
  return element.dataset.keyLabel ?? element.getAttribute("aria-label") ?? element.textContent.trim().replace(/\s+/g, " ");
}

function row(key, element) {
  const [term, words] = [document.createElement("dt"), document.createElement("dd")];
  for (const part of (element.dataset.keyShown ?? key).split(" ")) {
    const drawn = document.createElement("kbd");
    drawn.textContent = part;
    term.append(drawn, " ");
  }
  const group = element.dataset.keyGroup;
  words.textContent = group ? `${group}: ${nameOf(element)}` : nameOf(element);
  return [term, words];
}

/** Fill the list of keys from what the page bears now. */
function fill(list) {
  const keys = new Map();
  for (const element of document.querySelectorAll("[data-key], [data-focus-key]")) {
    const key = element.dataset.key ?? element.dataset.focusKey;
    if (key && !keys.has(key) && isUsable(element)) keys.set(key, element);
  }
  list.replaceChildren(...[...keys].flatMap(([key, element]) => row(key, element)));
}

function show() {
  document.documentElement.classList.toggle("keys-off", !isOn());
}

const dialog = document.getElementById("keys");
if (dialog) {
  const choice = dialog.querySelector("[data-keys-switch]");
  dialog.addEventListener("giaoban:opening", () => fill(dialog.querySelector("[data-keys-list]")));
  choice.checked = isOn();
  choice.addEventListener("change", () => {
    localStorage.setItem(STORED, choice.checked ? "on" : "off");
    show();
  });
}
show();
document.addEventListener("keydown", pressed);
