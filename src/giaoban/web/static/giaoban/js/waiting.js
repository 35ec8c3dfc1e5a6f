// What was done while the line may be broken: kept on this machine until the server has taken it in. Each thing
// bears a key of its own, so that one which arrived although its answer was lost is not done twice.

/** A row of things to send, in the order in which they were done. */
export class Waiting {
  constructor(name) {
    this.name = name;
    this.things = this.read();
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? "[]");
    } catch {
      return [];
    }
  }

  keep() {
    if (this.things.length) localStorage.setItem(this.name, JSON.stringify(this.things));
    else localStorage.removeItem(this.name);
  }

  add(thing) {
    this.things.push(thing);
    this.keep();
  }

  drop(thing) {
    this.things = this.things.filter((one) => one !== thing);
    this.keep();
  }

  /** Those still to be sent; those that were refused wait for a person. */
  get open() {
    return this.things.filter((one) => !one.error);
  }

  get refused() {
    return this.things.filter((one) => one.error);
  }
}

/** A key that no other thing has. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Outside a secure context, as on an office network without a certificate, only the random numbers are there.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
