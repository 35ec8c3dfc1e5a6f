// What is being typed survives a closed tab, a lost network and an expired session. A form takes part by
// data-draft="KEY", a key that names what is edited and the version it was opened at ("task-17-v3-progress"): once
// saved, the version and so the key is another. Drafts stay on this machine, per person, for a week.
import { onArrival, within } from "./arrivals.js";

const PREFIX = "giaoban.draft.";
const SENT = "giaoban.draft-sent";
const PAUSE_MS = 1500;
const WEEK_MS = 7 * 24 * 3600 * 1000;
const owner = document.body.dataset.owner ?? "";

function place(form) {
  return `${PREFIX}${owner}.${form.dataset.draft}`;
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && field.matches("textarea, input:not([type]), " +
    'input[type="text"], input[type="search"], input[type="number"], input[type="url"], input[type="email"], select') && !field.hasAttribute("data-draft-skip"));
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    localStorage.removeItem(key);
    return null;
  }
}

function tell(form, name, time = new Date()) {
  const status = form.querySelector("[data-draft-status]");
  const clock = time.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  if (status) status.textContent = (status.dataset[name] ?? "").replace("%s", clock);
}

function keep(form) {
  const values = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  const first = Object.fromEntries(fieldsOf(form).map((field) => [field.name, firstValue(field)]));
  if (JSON.stringify(values) === JSON.stringify(first)) {
    localStorage.removeItem(place(form));
    tell(form, "none");
    return;
  }
  try {
    localStorage.setItem(place(form), JSON.stringify({ at: Date.now(), values }));
    tell(form, "kept");
  } catch {
    tell(form, "failed");
  }
}

function firstValue(field) {
  if (field.tagName !== "SELECT") return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
}

/** Give back what was typed, unless the server itself sent it back with its errors. */
function restore(form) {
  const draft = read(place(form));
  if (!draft || form.hasAttribute("data-draft-bound")) return;
  for (const field of fieldsOf(form)) {
    if (field.name in draft.values) field.value = draft.values[field.name];
  }
  tell(form, "restored", new Date(draft.at));
  form.dispatchEvent(new CustomEvent("giaoban:restored", { bubbles: true }));
}

function watch(form) {
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(form), PAUSE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep(form);
    sessionStorage.setItem(SENT, place(form));
  });
  form.addEventListener("reset", () => {
    localStorage.removeItem(place(form));
    tell(form, "none");
  });
  addEventListener("pagehide", () => {
    if (form.isConnected && timer) keep(form);
  });
}

// Heard on the document: an answer may have taken the form away. htmx calls 409 and 422 successful since they are shown,
// but then nothing was saved.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.requestConfig.elt;
  if (!form.matches?.("form[data-draft]")) return;
  sessionStorage.removeItem(SENT);
  if (detail.xhr.status >= 200 && detail.xhr.status < 300) localStorage.removeItem(place(form));
});

/** A form that was sent is done with when a page of the signed-in person follows that does not ask it again. */
function settle() {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (!sent || !("signedIn" in document.body.dataset)) return;
  const isAskedAgain = [...document.querySelectorAll("form[data-draft]")].some((form) => place(form) === sent);
  if (!isAskedAgain) localStorage.removeItem(sent);
}

function forgetOld() {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
    if ((read(key)?.at ?? 0) < Date.now() - WEEK_MS) localStorage.removeItem(key);
  }
}

forgetOld();
settle();
onArrival((root) => {
  for (const form of within(root, "form[data-draft]")) {
    if (form.dataset.draftWatched) continue;
    form.dataset.draftWatched = "yes";
    restore(form);
    watch(form);
  }
});
