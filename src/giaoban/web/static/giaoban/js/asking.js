// Asking our own server from a script: the answer as it is, or which kind of failure it was.

let token = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";
const PATIENCE_MS = 10_000;

/** Thrown when no answer came: the line is broken or the server is away. */
export class Broken extends Error {}

/** Thrown when the session has ended: what is asked must wait until the person has signed in again. */
export class SignedOut extends Error {}

export function setToken(value) {
  token = value || token;
}

async function request(address, options) {
  let response;
  try {
    response = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new Broken();
  }
  const isPage = (response.headers.get("Content-Type") ?? "").includes("html") && response.redirected;
  if (isPage || response.status === 403) throw new SignedOut();
  if (response.status >= 500) throw new Broken();
  return response;
}

export async function ask(address, accept = "application/json") {
  return request(address, { headers: { Accept: accept }, cache: "no-store" });
}

export async function send(address, values) {
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  return request(address, { method: "POST", headers, body: new URLSearchParams(values) });
}
