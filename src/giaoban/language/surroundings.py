"""What stands around the directives of a document and tells of their areas: title, headings, paragraphs, the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giaoban.language.area_model import Scores
from giaoban.language.areas import score_names, score_words
from giaoban.language.judged import Judged
from giaoban.language.layout import Block
from giaoban.language.words import Words

_HEADINGS = 4


class Surroundings:
    """The counts of a document's stretches; ``before`` is that of the directive that was asked about last."""

    def __init__(self, words: Words, blocks: Sequence[Block], used: Iterable[int]) -> None:
        self.words = words
        self.blocks = blocks
        self.before: Scores = {}
        self._counted: dict[int, Scores] = {}
        self._headings: dict[int | None, Scores] = {None: {}}
        titles = [n for n, block in enumerate(blocks) if block.kind in ("title", "headline")]
        chosen = titles or [n for n, block in enumerate(blocks) if block.kind == "paragraph"][:1]
        self._title = _of_matters(added(map(self._of_block, chosen)))
        self._document = _of_matters(added(map(self._of_block, dict.fromkeys([*chosen, *used]))))

    def views(self, one: Judged, leads: Sequence[str]) -> dict[str, Scores]:
        """Return the views of a directive but its own words, by name; what is asked for next comes after it."""
        assert one.head is not None
        words = self.words
        start = words.index_from(one.start)
        views = {
            "own": score_words(words, one.head.predicate, words.index_from(one.end)),
            "topic": score_words(words, words.index_from(one.clause.start), start),
            "heading": self._of_headings(self.blocks[one.block].parent),
            "block": self._of_block(one.block),
            "lead": score_names(leads),
            "title": self._title,
            "document": self._document,
            "before": self.before,
        }
        self.before = views["own"]
        return views

    def _of_block(self, index: int) -> Scores:
        if index not in self._counted:
            first, stop = self.words.index_from(self.blocks[index].start), self.words.index_from(self.blocks[index].end)
            self._counted[index] = score_words(self.words, first, stop)
        return self._counted[index]

    def _of_headings(self, parent: int | None) -> Scores:
        """Return what the headings above say, the nearest most."""
        if parent not in self._headings:
            above = parent
            found: list[Scores] = []
            while above is not None and len(found) < _HEADINGS:
                share = 1.0 / (1 + len(found))
                found.append({area: score * share for area, score in self._of_block(above).items()})
                above = self.blocks[above].parent
            self._headings[parent] = added(found)
        return self._headings[parent]


#: Areas of which every paper speaks by its form ("kết luận", "nhiệm vụ", "báo cáo"), whatever it is about.
_OF_FORM = frozenset(("plan", "reporting", "resolution"))


def _of_matters(scores: Scores) -> Scores:
    return {area: score for area, score in scores.items() if area not in _OF_FORM}


def added(counted: Iterable[Scores]) -> Scores:
    """Return the sum of scores."""
    total: Scores = {}
    for scores in counted:
        for area, score in scores.items():
            total[area] = total.get(area, 0.0) + score
    return total
