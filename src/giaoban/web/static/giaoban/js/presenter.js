// The presenter's page: one slide and the next, by keys, clicker or finger; what is decided and concluded is kept on
// this machine until the server has it. The projectors are told the last place only; decisions are sent one by one.
import "./decision_form.js";
import { Broken, SignedOut, ask, send, setToken } from "./asking.js";
import { canKeep, keepPage } from "./keeping.js";
import { Place } from "./place.js";
import { showRefused } from "./refused.js";
import { SlideNumber } from "./slide_number.js";
import { hasModifier, isComposing, isWriting } from "./typing.js";
import { Waiting, newKey } from "./waiting.js";

const room = document.querySelector("[data-presenter]");
const slides = document.getElementById("slides");
const blankButton = document.getElementById("blank");
const owner = document.body.dataset.owner ?? "";
const waiting = new Waiting(`giaoban.meeting.${owner}.${room.dataset.presenter}`);
const EVERY_MS = 2000;
const RETRY_MS = 3000;
const place = new Place(`giaoban.place.${owner}.${room.dataset.presenter}`);
let { here, isBlank, unsentStep, version } = place.latest({
  here: room.dataset.standing,
  isBlank: blankButton.getAttribute("aria-pressed") === "true",
  unsentStep: false,
  version: Number(room.dataset.version),
});
let state = room.dataset.state;
let isSending = false;
let line = "ok";

function words(name, value) {
  return room.dataset[`words${name}`].replace("%s", value);
}

function all() {
  return [...slides.querySelectorAll(".slide")];
}

function slideNamed(name) {
  return all().find((one) => one.dataset.slide === name);
}

function decidedCount() {
  const tasks = all().filter((one) => one.dataset.slide.startsWith("task:"));
  return `${tasks.filter((one) => one.querySelector("[data-decided]")).length}/${tasks.length}`;
}

function keepPlace() {
  place.keep({ here, isBlank, unsentStep, version });
}

function draw() {
  keepPlace();
  const found = all();
  const shown = slideNamed(here) ?? found[0];
  found.forEach((one) => { one.hidden = one !== shown; });
  const next = found[found.indexOf(shown) + 1];
  document.getElementById("next").textContent = next ? `${next.dataset.number}. ${next.dataset.title}` : "—";
  document.getElementById("where-now").textContent = words("Place", `${shown.dataset.number}/${found.length - 1}`);
  document.getElementById("decided-now").textContent = words("Decided", decidedCount());
  blankButton.setAttribute("aria-pressed", String(isBlank));
  for (const link of document.querySelectorAll("[data-go]")) {
    const isHere = link.dataset.go === shown.dataset.slide;
    link.toggleAttribute("aria-current", isHere);
    if (isHere) bringIntoList(link);
  }
  for (const mark of document.querySelectorAll("[data-mark-of]")) {
    mark.innerHTML = slideNamed(mark.dataset.markOf)?.querySelector("[data-decided]")?.innerHTML ?? "";
  }
}

function drawLine() {
  const chip = document.getElementById("line-now");
  const count = waiting.open.length;
  const said = { ok: words("Ok", ""), broken: words(canKeep ? "Broken" : "BrokenNoCopy", ""), signedOut: words("SignedOut", "") }[line];
  chip.textContent = count ? `${said} · ${words("Waiting", count)}` : said;
  chip.className = `chip ${line === "ok" && !count ? "done" : "near"}`;
  if (line === "signedOut" && !chip.querySelector("a")) {
    const link = document.createElement("a");
    [link.href, link.target, link.textContent] = [room.dataset.signIn, "_blank", chip.textContent];
    chip.replaceChildren(link);
  }
}

/** The list follows by itself; the page never moves under the presenter's finger. */
function bringIntoList(link) {
  const box = link.closest("nav");
  const [top, bottom] = [link.offsetTop, link.offsetTop + link.offsetHeight];
  if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 2;
}

function failed(error) {
  if (!(error instanceof Broken || error instanceof SignedOut)) throw error;
  line = error instanceof SignedOut ? "signedOut" : "broken";
  drawLine();
}

async function step(name, blank = false) {
  [here, isBlank, unsentStep] = [name, blank, true];
  draw();
  await tellStep();
}

async function tellStep() {
  if (!unsentStep) return;
  const sent = [here, isBlank].join();
  try {
    const response = await send(room.dataset.show, { slide: here, is_blank: isBlank ? "1" : "0" });
    if (response.ok) version = (await response.json()).version;
    unsentStep = sent !== [here, isBlank].join();
    keepPlace();
  } catch (error) {
    failed(error);
  }
}

function by(count) {
  const found = all();
  const place = found.findIndex((one) => one.dataset.slide === here) + count;
  step(found[Math.max(0, Math.min(found.length - 1, place))].dataset.slide);
}

/** Put a slide that came anew in the place of the old one. */
function replace(name, html) {
  const old = slideNamed(name);
  if (!old || !html) return;
  const made = document.createRange().createContextualFragment(html).querySelector(".slide");
  const fields = made.querySelectorAll("textarea");
  old.replaceWith(made);
  keepTyping(old, fields);
  mark();
  draw();
  keepPage();
}

/** What was being typed in one form stays when another thing on the slide was done. */
function keepTyping(old, fields) {
  for (const field of fields) {
    const before = old.querySelector(`form[data-send="${field.form.dataset.send}"] [name="${field.name}"]`);
    if (before && before.closest("form") !== lastSent) field.value = before.value;
  }
}

let lastSent = null;

function take(form) {
  const values = Object.fromEntries(new FormData(form));
  delete values.csrfmiddlewaretoken;
  const slide = form.closest(".slide");
  const key = newKey();
  const thing = { key, address: form.getAttribute("action"), values: { ...values, key }, slide: slide.dataset.slide, label: form.dataset.label, kind: form.dataset.send };
  lastSent = form;
  waiting.add(thing);
  mark();
  flush();
}

/** A slide whose thing waits says so, and offers no second one of its kind. */
function mark() {
  for (const form of slides.querySelectorAll("form[data-send]")) {
    const slide = form.closest(".slide").dataset.slide;
    const thing = waiting.open.find((one) => one.slide === slide && one.kind === form.dataset.send && one.address === form.getAttribute("action"));
    form.toggleAttribute("data-waiting", Boolean(thing));
    const button = form.querySelector("button:not([type=button])");
    button.disabled = Boolean(thing);
  }
  drawLine();
  drawRefused();
}

function drawRefused() {
  showRefused(waiting.refused, room.dataset, { again, drop: (thing) => { waiting.drop(thing); mark(); } });
}

/** Send what was refused once more, on what stands now. */
function again(thing) {
  const field = slideNamed(thing.slide)?.querySelector('input[name="version"]');
  if (field && thing.values.version) thing.values.version = field.value;
  thing.key = thing.values.key = newKey();
  delete thing.error;
  waiting.keep();
  mark();
  flush();
}

async function settle(thing, response) {
  const told = await response.json();
  if (told.html) replace(told.slide, told.html);
  if (response.ok || told.code === "conferences.decision_undone" || told.code === "conferences.conclusion_changed") {
    waiting.drop(thing);
    clearIfSame(thing);
  } else {
    thing.error = told.error;
    waiting.keep();
  }
  mark();
}

/** The form that was sent is empty again, unless something else was typed into it since. */
function clearIfSame(thing) {
  const form = [...(slideNamed(thing.slide)?.querySelectorAll("form[data-send]") ?? [])].find((one) => one.dataset.send === thing.kind);
  const field = form?.querySelector("textarea");
  if (field && field.value === (thing.values.text ?? thing.values.words)) field.value = "";
}

async function flush() {
  if (isSending) return;
  isSending = true;
  try {
    while (waiting.open.length) {
      const thing = waiting.open[0];
      await settle(thing, await send(thing.address, thing.values));
      line = "ok";
    }
  } catch (error) {
    failed(error);
  } finally {
    isSending = false;
    drawLine();
  }
}

/** Another presenter stepped, or something on a slide was changed elsewhere. */
async function follow(told) {
  setToken(told.token);
  if (!unsentStep && told.version > version) {
    [here, isBlank] = [told.slide, told.is_blank];
    draw();
  }
  version = Math.max(version, told.version);
  if (told.state !== state || line !== "ok") keepPage();
  state = told.state;
  for (const [name, mark_] of Object.entries(told.marks)) {
    const slide = slideNamed(name);
    if (!slide || slide.dataset.mark === mark_ || slide.contains(document.activeElement) && isWriting({ target: document.activeElement })) continue;
    const response = await ask(room.dataset.one.replace("SLIDE", encodeURIComponent(name)), "text/html");
    if (response.ok) replace(name, await response.text());
  }
}

async function listen() {
  try {
    const response = await ask(room.dataset.now);
    if (response.ok) {
      await follow(await response.json());
      line = "ok";
      drawLine();
    }
    await tellStep();
    await flush();
  } catch (error) {
    failed(error);
  }
  setTimeout(listen, line === "ok" ? EVERY_MS : RETRY_MS);
}

const number = new SlideNumber(document.getElementById("typed"), room.dataset, (typed) => all().find((one) => one.dataset.number === String(Number(typed))));

const STEPS = { PageDown: 1, PageUp: -1, ArrowDown: 1, ArrowUp: -1 };

function pressed(event) {
  if (event.defaultPrevented || isComposing(event) || isWriting(event) || hasModifier(event) || document.querySelector("dialog[open]")) return;
  const found = number.take(event.key);
  if (found) step(found.dataset.slide);
  else if (STEPS[event.key]) by(STEPS[event.key]);
  else if (event.key === ".") blankButton.click();
  else if (found === undefined) return;
  event.preventDefault();
}

function sent(event) {
  const form = event.target.closest("form[data-send]");
  if (!form) return;
  event.preventDefault();
  take(form);
}

document.getElementById("back").addEventListener("click", () => by(-1));
document.getElementById("forward").addEventListener("click", () => by(1));
blankButton.addEventListener("click", () => step(here, !isBlank));
document.getElementById("list").addEventListener("click", (event) => {
  const link = event.target.closest("[data-go]");
  if (link) step(link.dataset.go);
});
document.addEventListener("keydown", pressed);
slides.addEventListener("submit", sent);
addEventListener("online", () => listenSoon());
function listenSoon() {
  flush();
  tellStep();
}
draw();
mark();
keepPage();
listen();
