// Whether the person is writing: then no key may do anything else.

const WRITING = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"]), textarea, select';

/** True while an input method is composing a letter (Telex, VNI), also in browsers that only say keyCode 229. */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** True when the key goes into a field. */
export function isWriting(event) {
  const target = event.target;
  return target instanceof Element && (target.matches(WRITING) || target.isContentEditable);
}

/** True when the key is part of a chord that belongs to the browser or the system. */
export function hasModifier(event) {
  return event.ctrlKey || event.altKey || event.metaKey;
}
