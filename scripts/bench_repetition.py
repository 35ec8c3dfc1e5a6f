"""How fast earlier directives that a new one repeats are found among 50,000; ends in failure above the limit."""

from __future__ import annotations

import random
import sys
import time
import tomllib
from pathlib import Path

from giaoban.language.likeness import LikenessIndex

ROOT = Path(__file__).resolve().parent.parent
EARLIER = 50_000
ASKED = 200
#: Milliseconds a directive at most, at the 95th percentile.
LIMIT = 150.0


def _clauses() -> list[str]:
    rows = tomllib.loads((ROOT / "tests" / "corpus" / "repeats.toml").read_text(encoding="utf-8"))["pair"]
    return [row[side] for row in rows for side in ("one", "other")]


def _directives(clauses: list[str], count: int, chance: random.Random) -> list[str]:
    """Return directives of two or three halves of clauses each, so that few are the same and many share words."""
    made = []
    for _ in range(count):
        parts = [clause.split() for clause in chance.sample(clauses, chance.choice((2, 2, 3)))]
        made.append(" ".join(" ".join(part[: 3 + chance.randrange(len(part))]) for part in parts))
    return made


def main() -> None:
    """Build the index, ask it, print the times."""
    chance = random.Random(7)
    clauses = _clauses()
    earlier = _directives(clauses, EARLIER, chance)
    began = time.perf_counter()
    index = LikenessIndex(enumerate(earlier))
    print(f"index of {EARLIER:,} directives: {time.perf_counter() - began:.1f} s, once a process")
    times = []
    for words in _directives(clauses, ASKED, chance):
        began = time.perf_counter()
        index.most_like(words)
        times.append(1000 * (time.perf_counter() - began))
    times.sort()
    late = times[int(0.95 * len(times))]
    print(f"a new directive: median {times[len(times) // 2]:.0f} ms, 95th percentile {late:.0f} ms (limit {LIMIT:.0f})")
    sys.exit(late > LIMIT)


if __name__ == "__main__":
    main()
