// Words that would not fit the screen are set smaller, in steps, down to a size that can still be read.

const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6];

function overflows(body) {
  return body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
}

/** Set the screen as large as its words permit. */
export function fit(screen) {
  const body = screen.querySelector(".body");
  for (const step of STEPS) {
    screen.style.setProperty("--fit", step);
    if (!body || !overflows(body)) return;
  }
}
