// The projector follows the presenter: it asks twice a second whether anything is new, which costs the server one
// small read and no body. A broken line keeps the last slide and is said quietly; an address that was called back
// shows nothing more. No account goes along, so a session that ends, or is kept alive, has no part in it.
import { fit } from "./fit.js";
import { canKeep, dropPage, keepPage } from "./keeping.js";

const EVERY_MS = 500;
const PATIENCE_MS = 5000;
const [screen, broken, over] = ["screen", "broken", "over"].map((id) => document.getElementById(id));
const address = document.body.dataset.projected;
let mark = document.body.dataset.mark;

function ask() {
  return fetch(address, {
    headers: { "If-None-Match": mark },
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

async function show(response) {
  screen.innerHTML = await response.text();
  mark = response.headers.get("ETag") ?? "";
  fit(screen);
  keepPage("omit");
}

function end() {
  screen.replaceChildren();
  over.hidden = false;
  dropPage();
}

async function follow() {
  try {
    const response = await ask();
    if (response.status === 404) return end();
    if (response.status === 200) await show(response);
    broken.hidden = response.status < 500;
  } catch {
    broken.hidden = false;
  }
  setTimeout(follow, EVERY_MS);
}

/** Keep the machine's screen on; where the browser has no such thing, the machine's own settings decide. */
async function stayAwake() {
  if (document.visibilityState !== "visible" || !navigator.wakeLock) return;
  await navigator.wakeLock.request("screen").catch(() => undefined);
}

document.fonts.ready.then(() => fit(screen));
addEventListener("resize", () => fit(screen));
document.addEventListener("visibilitychange", stayAwake);
document.addEventListener("dblclick", () => document.documentElement.requestFullscreen?.());
document.getElementById("no-copy").hidden = canKeep;
stayAwake();
keepPage("omit");
follow();
