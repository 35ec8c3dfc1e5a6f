// A slide's number typed anywhere on the page, then Enter; a clicker or a hand that hesitates begins anew.

const PATIENCE_MS = 4000;
const DIGITS = 4;

export class SlideNumber {
  /** box: where what is typed is shown; words: the labels of the page; find: number → slide. */
  constructor(box, words, find) {
    [this.box, this.words, this.find, this.typed] = [box, words, find, ""];
  }

  /** The slide that the key went to; null where it was only taken in; undefined where it is no key of ours. */
  take(key) {
    const isDigit = /^\d$/.test(key);
    if (!isDigit && !(this.typed && (key === "Enter" || key === "Escape"))) return undefined;
    const found = key === "Enter" ? this.find(this.typed) ?? null : null;
    this.typed = isDigit ? (this.typed + key).slice(-DIGITS) : "";
    this.show();
    return found;
  }

  show() {
    clearTimeout(this.timer);
    this.box.hidden = !this.typed;
    const label = this.find(this.typed) ? this.words.wordsGo : this.words.wordsNone;
    this.box.textContent = label.replace("%s", this.typed);
    this.timer = setTimeout(() => { this.typed = ""; this.box.hidden = true; }, PATIENCE_MS);
  }
}
