// A service worker for one page of a meeting, the only one in its scope: when the page is loaded while the line is
// broken or the server is away, its last copy is shown. The server says with each answer whether a copy may be kept;
// an answer that is not the page, or does not say so, drops what is kept. No other address is ever looked at.
const PAGE = new URL(self.registration.scope).pathname;
const KEPT = `giaoban.kept:${PAGE}`;
const LEAVE = "X-Giaoban-Keep";
const SINCE = "X-Giaoban-Kept-Since";
const PATIENCE_MS = 4000;
const DAY_MS = 24 * 3600 * 1000;

function stamped(response) {
  return new Response(response.body, { headers: [...response.headers, [SINCE, String(Date.now())]] });
}

async function take(response) {
  if (response.ok && response.headers.has(LEAVE)) await (await caches.open(KEPT)).put(PAGE, stamped(response));
  else if (response.status < 500) await caches.delete(KEPT);
}

/** The copy, unless it is older than the address of a projector may become. */
async function copy() {
  const kept = await caches.match(PAGE, { cacheName: KEPT, ignoreVary: true });
  const isFresh = kept && Date.now() - Number(kept.headers.get(SINCE)) < DAY_MS;
  if (kept && !isFresh) await caches.delete(KEPT);
  return isFresh ? kept : undefined;
}

async function load(event) {
  let response;
  try {
    response = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return (await copy()) ?? Response.error();
  }
  if (response.status >= 500) return (await copy()) ?? response;
  event.waitUntil(take(response.clone()));
  return response;
}

/** Our styles, scripts and fonts bear the hash of their content in their names: a kept one is never an old one. */
async function file(request) {
  return (await caches.match(request, { cacheName: KEPT, ignoreVary: true })) ?? fetch(request);
}

async function keep({ files, credentials }) {
  await take(await fetch(PAGE, { credentials, cache: "no-store" }));
  if (!(await caches.has(KEPT))) return;
  const cache = await caches.open(KEPT);
  const had = new Set((await cache.keys()).map((one) => one.url));
  await cache.addAll(files.filter((one) => !had.has(one)));
}

self.addEventListener("install", () => self.skipWaiting());
// A line that is broken now leaves the last copy as it is; the page asks again after the next change.
self.addEventListener("message", (event) => event.waitUntil(keep(event.data).catch(() => undefined)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate";
  if (request.method !== "GET" || isPage && new URL(request.url).pathname !== PAGE) return;
  if (isPage) event.respondWith(load(event));
  else if (["style", "script", "font", "image"].includes(request.destination)) event.respondWith(file(request));
});
