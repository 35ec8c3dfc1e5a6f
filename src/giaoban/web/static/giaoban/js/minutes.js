// Taking the minutes: each part saves itself a moment after a pause in typing, and says so in words. What is typed is
// also kept on this machine until the server has it. Of two who wrote at once, the second is shown both texts.
import { Broken, SignedOut, ask, send, setToken } from "./asking.js";
import { isComposing } from "./typing.js";
import { newKey } from "./waiting.js";
import { say } from "./toasts.js";
import "./speakers.js";

const room = document.querySelector("[data-minutes]");
const remarks = document.getElementById("remarks");
const now = document.getElementById("saving-now");
const PAUSE_MS = 1500;
const RETRY_MS = 4000;
const LOOK_MS = 5000;
const owner = document.body.dataset.owner ?? "";
const parts = new Map();
const adding = document.getElementById("remark-add");
const ADDED = `giaoban.minutes.${owner}.${room.dataset.minutes}.adding`;

function words(name, value = "") {
  return room.dataset[`words${name}`].replace("%s", value);
}

function clock() {
  return new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** One text that saves itself: a speaker's, or the chair's concluding words. */
class Part {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("textarea");
    this.state = form.querySelector(".save-state");
    this.saved = this.field.value;
    this.name = `giaoban.minutes.${owner}.${room.dataset.minutes}.${form.dataset.saves}`;
    this.field.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
    this.restore();
  }

  get version() {
    return this.form.dataset.version;
  }

  set version(value) {
    this.form.dataset.version = value;
    const root = this.form.closest(".remark") ?? this.form;
    root.querySelectorAll('input[name="version"]').forEach((one) => { one.value = value; });
    if (this.form.dataset.saves === "conclusion") {
      document.querySelectorAll("[data-minutes-version]").forEach((one) => { one.value = value; });
    }
  }

  get isDirty() {
    return this.field.value !== this.saved;
  }

  /** What was kept on this machine and never reached the server comes back; on another version both are shown. */
  restore() {
    const kept = JSON.parse(localStorage.getItem(this.name) ?? "null");
    if (!kept || kept.text === this.saved) return localStorage.removeItem(this.name);
    if (String(kept.version) === this.version) {
      this.field.value = kept.text;
      this.typed();
    } else {
      const theirs = { text: this.saved, version: this.version };
      this.field.value = kept.text;
      this.clash(theirs);
    }
  }

  typed() {
    localStorage.setItem(this.name, JSON.stringify({ text: this.field.value, version: this.version }));
    if (this.isClashing) return;
    clearTimeout(this.timer);
    if (!this.isDirty) return this.rest();
    this.tell("Typed");
    this.timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  /** What stands is what the server has: nothing more is to be said. */
  rest() {
    localStorage.removeItem(this.name);
    this.state.textContent = "";
    this.state.classList.remove("bad");
    tellAll();
  }

  tell(name, value, isBad = false) {
    this.state.textContent = words(name, value);
    this.state.classList.toggle("bad", isBad);
    tellAll();
  }

  async save() {
    clearTimeout(this.timer);
    if (!this.isDirty || this.isClashing) return;
    if (this.isSaving) { this.timer = setTimeout(() => this.save(), PAUSE_MS); return; }
    this.isSaving = true;
    this.tell("Saving");
    const text = this.field.value;
    try {
      await this.settle(await send(this.form.action, { version: this.version, text }), text);
    } catch (error) {
      if (!(error instanceof Broken || error instanceof SignedOut)) throw error;
      this.tell(error instanceof SignedOut ? "SignedOut" : "Broken", "", true);
      this.timer = setTimeout(() => this.save(), RETRY_MS);
    } finally {
      this.isSaving = false;
      tellAll();
    }
  }

  async settle(response, text) {
    if (response.status === 404) return this.tell("Gone", "", true);
    const told = await response.json();
    if (response.ok) {
      [this.saved, this.version] = [text, told.version];
      if (!this.isDirty) localStorage.removeItem(this.name);
      this.tell(this.isDirty ? "Typed" : "Saved", clock());
      if (this.isDirty) this.typed();
    } else if (told.current) {
      this.clash(told.current);
    } else {
      this.state.textContent = told.error;
      this.state.classList.add("bad");
    }
  }

  /** Show both texts; nothing is saved until a person has chosen. */
  clash(theirs) {
    if (theirs.text === this.field.value) return this.take(theirs.text, theirs);
    this.isClashing = true;
    this.box?.remove();
    this.box = document.createElement("div");
    this.box.className = "clash";
    this.box.setAttribute("role", "alert");
    const lead = document.createElement("p");
    lead.textContent = words("Clash");
    const shown = document.createElement("div");
    shown.className = "versions";
    shown.append(text(words("MyText"), this.field.value), text(words("TheirText"), theirs.text));
    const acts = document.createElement("div");
    acts.className = "acts";
    acts.append(
      choice(words("Both"), () => this.take(`${theirs.text}\n${this.field.value}`, theirs)),
      choice(words("Mine"), () => this.take(this.field.value, theirs)),
      choice(words("Theirs"), () => this.take(theirs.text, theirs)),
    );
    this.box.append(lead, shown, acts);
    this.form.append(this.box);
    this.state.textContent = "";
    tellAll();
  }

  take(chosen, theirs) {
    this.isClashing = false;
    this.box?.remove();
    [this.saved, this.version, this.field.value] = [theirs.text, theirs.version, chosen];
    if (this.isDirty) this.save();
    else this.rest();
  }
}

function text(title, value) {
  const [box, head, body] = ["div", "small", "pre"].map((name) => document.createElement(name));
  [head.textContent, body.textContent] = [title, value];
  box.append(head, body);
  return box;
}

function choice(label, act) {
  const made = document.createElement("button");
  [made.type, made.className, made.textContent] = ["button", "btn small", label];
  made.addEventListener("click", act);
  return made;
}

function tellAll() {
  const all = [...parts.values()];
  const isBad = all.some((one) => one.isClashing || one.state.classList.contains("bad"));
  const isOpen = all.some((one) => one.isDirty);
  now.hidden = !all.some((one) => one.state.textContent || one.isClashing);
  now.className = `chip ${isBad ? "late" : isOpen ? "near" : "done"}`;
  now.textContent = isBad || isOpen ? words("Typed") : words("Saved", clock().slice(0, 5));
}

function prepare(root) {
  for (const form of root.querySelectorAll("form[data-saves]")) parts.set(form.dataset.saves, new Part(form));
}

function place(html, before = null) {
  const made = document.createRange().createContextualFragment(html).querySelector(".remark");
  const old = document.getElementById(made.id);
  if (old) old.replaceWith(made);
  else remarks.insertBefore(made, before);
  prepare(made);
  return made;
}

/** A speaker is added under a key: sent again after a broken line, there is still one. */
async function add() {
  const thing = JSON.parse(localStorage.getItem(ADDED) ?? "null");
  if (!thing) return;
  try {
    const response = await send(adding.getAttribute("action"), thing);
    localStorage.removeItem(ADDED);
    const told = await response.json();
    if (!response.ok) return say({ words: told.error, level: "error" });
    place(told.html).querySelector("textarea").focus();
  } catch (error) {
    if (!(error instanceof Broken || error instanceof SignedOut)) throw error;
    say({ words: words(error instanceof SignedOut ? "SignedOut" : "Broken"), level: "warning" });
    setTimeout(add, RETRY_MS);
  }
}

adding.addEventListener("submit", (event) => {
  event.preventDefault();
  if (localStorage.getItem(ADDED)) return;
  const values = Object.fromEntries(new FormData(adding));
  delete values.csrfmiddlewaretoken;
  localStorage.setItem(ADDED, JSON.stringify({ ...values, key: newKey() }));
  adding.elements.speaker.value = adding.elements.delegate.value = "";
  add();
});

/** From a speaker's words Ctrl+Enter goes to the next speaker. */
remarks.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
  event.preventDefault();
  adding.elements.speaker.focus();
});

function arrange(order) {
  for (const id of order) {
    const found = document.getElementById(`remark-${id}`);
    if (found && !found.contains(document.activeElement)) remarks.append(found);
  }
}

async function press(form, settle) {
  const part = parts.get(form.closest(".remark").dataset.remark);
  await part.save();
  try {
    const response = await send(form.getAttribute("action"), Object.fromEntries(new FormData(form)));
    const told = await response.json();
    if (response.ok) settle(told, part);
    else say({ words: told.error, level: "error" });
  } catch (error) {
    if (!(error instanceof Broken || error instanceof SignedOut)) throw error;
    part.tell(error instanceof SignedOut ? "SignedOut" : "Broken", "", true);
  }
}

remarks.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.moves) {
    event.preventDefault();
    press(form, (told, part) => { part.version = told.version; arrange(told.order); });
  } else if ("closesRemark" in form.dataset) {
    event.preventDefault();
    press(form, (told, part) => {
      part.form.closest(".remark").remove();
      parts.delete(part.form.dataset.saves);
      say({ words: form.textContent.trim(), undo: told.undo });
    });
  }
});

/** What another writer added or changed comes in, unless this one is at it. */
async function look() {
  try {
    const response = await ask(room.dataset.now);
    if (response.ok) await follow(await response.json());
  } catch (error) {
    if (!(error instanceof Broken || error instanceof SignedOut)) throw error;
  }
  setTimeout(look, LOOK_MS);
}

async function follow(told) {
  setToken(told.token);
  for (const [id, version] of Object.entries(told.remarks)) {
    const part = parts.get(id);
    const isBusy = part && (part.isDirty || part.isSaving || part.isClashing || part.field === document.activeElement);
    if (isBusy || part && Number(part.version) >= version) continue;
    const response = await ask(room.dataset.one.replace("/0/", `/${id}/`), "text/html");
    if (response.ok) place(await response.text());
  }
  for (const [id, part] of parts) {
    if (id !== "conclusion" && !(id in told.remarks) && !part.isDirty) {
      part.form.closest(".remark").remove();
      parts.delete(id);
    }
  }
}

addEventListener("online", () => { add(); parts.forEach((one) => one.save()); });
prepare(document);
tellAll();
add();
look();
