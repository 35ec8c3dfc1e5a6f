"""The pages of a document beside its text: each a picture, with the words of the directives marked on it.

The marks are SVG over the picture, in points of the page: a link for each directive on the page, so that choosing its
words chooses it, by pointer or by key, with scripts or without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from giaoban.documents.pages import boxes_on, pages_of
from giaoban.web.documents.marks import CLASSES

if TYPE_CHECKING:
    from giaoban.documents.models import Directive, Document, Page

Span = tuple[int, int]
#: What the address says of which of the two is shown, and its words.
VIEWS = (("van-ban", pgettext_lazy("phần chữ", "Văn bản")), ("trang-goc", _("Trang gốc")), ("ca-hai", _("Cả hai")))
BOTH = "ca-hai"
#: From this confidence on, how recognised words are to be taken: words and tone.
CONFIDENCES = (
    (0.9, _("chữ nhận dạng rõ"), "done"),
    (0.75, _("chữ nhận dạng khá rõ, nên đối chiếu"), "near"),
    (0.0, _("chữ nhận dạng chưa rõ, cần đối chiếu từng câu"), "late"),
)
#: Around the words of a mark (points), and how wide its number stands before it.
_MARGIN, _NUMBER = 1.5, 4


@dataclass(frozen=True, slots=True)
class PageMark:
    """The words of a directive on a page: boxes of left, top, width and height, and where its number stands."""

    id: int
    number: int
    classes: str
    boxes: list[tuple[str, str, str, str]]
    at: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is shown; ``width`` and ``height`` are whole points, ``view_box`` is SVG's."""

    number: int
    total: int
    width: int
    height: int
    view_box: str
    marks: list[PageMark]
    percent: int | None = None
    sureness: Promise | str = ""
    tone: str = ""


def sheets_of(
    document: Document, directives: Sequence[Directive], *, selected: int = 0, only: Iterable[Span] | None = None
) -> list[Sheet]:
    """Return the pages with the marks of the directives, numbered in their order; ``selected`` is looked at.

    ``only`` leaves out the pages on which none of these spans stands. Nothing for a file without pages.
    """
    total = document.pages.count()
    return [_sheet(page, total, directives, selected) for page in (pages_of(document, only=only) if total else [])]


def chosen_view(asked: str | None) -> str:
    """Return what the address asks to see: text, pages, or both where it says nothing that is known."""
    return asked if asked in dict(VIEWS) else BOTH


def _sheet(page: Page, total: int, directives: Sequence[Directive], selected: int) -> Sheet:
    marks = []
    for number, one in enumerate(directives, start=1):
        if one.start < page.end and one.end > page.start and (boxes := _boxes(page, one.spans)):
            classes = CLASSES[one.decision] + (" on" if one.pk == selected else "")
            left, top = min(box[0] for box in boxes), boxes[0][1]
            at = _written(max(left - _NUMBER, 1)), _written(top + _NUMBER)
            shown = [(_written(a), _written(b), _written(c), _written(d)) for a, b, c, d in boxes]
            marks.append(PageMark(one.pk, number, classes, shown, at))
    width, height = round(page.width), round(page.height)
    view_box = f"0 0 {_written(page.width)} {_written(page.height)}"
    return Sheet(page.number, total, width, height, view_box, marks, *_confidence(page.confidence))


def _boxes(page: Page, spans: Sequence[Span]) -> list[tuple[float, float, float, float]]:
    return [
        (
            one.left * page.width - _MARGIN,
            one.top * page.height - _MARGIN,
            (one.right - one.left) * page.width + 2 * _MARGIN,
            (one.bottom - one.top) * page.height + 2 * _MARGIN,
        )
        for one in boxes_on(page, spans)
    ]


def _confidence(share: float | None) -> tuple[int | None, Promise | str, str]:
    if share is None:
        return None, "", ""
    words, tone = next((words, tone) for least, words, tone in CONFIDENCES if share >= least)
    return round(share * 100), words, tone


def _written(number: float) -> str:
    """Return a number as SVG reads it, whatever the language of the page."""
    return f"{number:.1f}"
