// Where this tab stands in the meeting, kept over a reload: a step that the server has not heard of yet is not lost, and
// a page that was kept before the last steps does not go back behind them.

export class Place {
  constructor(name) {
    this.name = name;
  }

  /** Keep { here, isBlank, unsentStep, version }; version: that of the server's standing as last heard. */
  keep(place) {
    sessionStorage.setItem(this.name, JSON.stringify(place));
  }

  /** What was kept where it is later than what the page says, else that. */
  latest(told) {
    const kept = JSON.parse(sessionStorage.getItem(this.name) ?? "null");
    return kept && (kept.unsentStep || kept.version > told.version) ? { ...kept, version: Math.max(kept.version, told.version) } : told;
  }
}
