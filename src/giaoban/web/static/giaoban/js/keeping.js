// A page of a meeting keeps its last copy on this machine (page_keeper.js), so that a reload without a line shows it.
// Browsers have this over HTTPS and on the server's own machine only; elsewhere a reload needs the line, and the page
// says so. The copies go when somebody signs out or signs in, and when the server says that the meeting is over.

const PAUSE_MS = 1000;
const PREFIX = "giaoban.kept:";

/** Whether this browser can keep a page, here. */
export const canKeep = "serviceWorker" in navigator;

let registered;
let timer;

function files() {
  const loaded = performance.getEntriesByType("resource").filter((one) => ["link", "css", "script", "other", "img"].includes(one.initiatorType));
  const ours = loaded.map((one) => new URL(one.name)).filter((one) => one.origin === location.origin && /\.(css|js|woff2|svg)$/.test(one.pathname));
  return [...new Set(ours.map((one) => one.href))];
}

/** Keep this page as the server has it now; credentials: "omit" for a page that no account belongs to. */
export function keepPage(credentials = "same-origin") {
  const keeper = document.querySelector("[data-keeper]")?.dataset.keeper;
  if (!canKeep) return;
  if (!keeper) return dropPage();
  registered ??= navigator.serviceWorker.register(keeper, { scope: location.pathname });
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await registered.catch(() => undefined);
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ files: files(), credentials });
  }, PAUSE_MS);
}

/** Keep nothing of this page any more: its meeting is over, or its address was called back. */
export async function dropPage() {
  if (!canKeep) return;
  await (await navigator.serviceWorker.getRegistration(location.pathname))?.unregister();
  await caches.delete(`${PREFIX}${location.pathname}`);
}

/** Drop every page that was kept on this machine. */
export async function forgetPages() {
  if (!canKeep) return;
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(PREFIX)).map((one) => caches.delete(one)));
}
