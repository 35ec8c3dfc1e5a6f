"""A scan of many pages, read a portion at a time: what was recognised is kept, and the next portion goes on from there.

In the first portion the first two pages and the last are recognised, for there secrecy stamps stand, and others in
their order for so long as there is time; in every later one at least a page. Each page is looked at for a stamp before
anybody is given its words.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple, dataclass, field
from typing import Any

from giaoban.reading.page_lines import Box, Word
from giaoban.reading.pages import PageWords, text_of
from giaoban.reading.refusals import secret
from giaoban.reading.secrecy import stamp_in
from giaoban.reading.text import Limits, Page

#: A recognised page as values that JSON holds (:func:`plain_page`).
PlainPage = dict[str, Any]
#: Given each page that was recognised: its number, and the page.
Keep = Callable[[int, PlainPage], None]
_FIRST_PAGES = 2


@dataclass(frozen=True, slots=True)
class Portion:
    """What is done of a scan at once: ``known`` pages stay as they are, and after so many ``seconds`` no further one is
    begun but what every portion has."""

    seconds: float
    known: Mapping[int, PlainPage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A scan of ``pages`` pages, ``left`` of which are still to be recognised."""

    media_type: str
    pages: int
    left: int


class Scan:
    """The pages of one file, while a portion of them is read; ``left`` counts those that were not."""

    def __init__(self, portion: Portion, keep: Keep) -> None:
        self.left = 0
        self._known = portion.known
        self._keep = keep
        self._ends = time.monotonic() + portion.seconds
        self._is_begun = False

    def page(self, size: Page, count: int, recognise: Callable[[], PageWords]) -> PageWords:
        """Return a page: known, recognised now, or without words where it is left for later."""
        if values := self._known.get(size.number):
            return page_from(values)
        is_edge = size.number <= _FIRST_PAGES or size.number == count
        if self._is_begun and not is_edge and time.monotonic() > self._ends:
            self.left += 1
            return PageWords(size, ())
        self._is_begun = True
        found = recognise()
        _refuse_stamped(found)
        self._keep(size.number, plain_page(found))
        return found


_scan: ContextVar[Scan | None] = ContextVar("scan", default=None)


@contextmanager
def portioned(portion: Portion, keep: Keep) -> Iterator[Scan]:
    """Let the pages that are read in this block be a portion of a scan."""
    scan = Scan(portion, keep)
    token = _scan.set(scan)
    try:
        yield scan
    finally:
        _scan.reset(token)


def page_of(size: Page, count: int, recognise: Callable[[], PageWords]) -> PageWords:
    """Return a page of a file of so many pages, recognised unless the portion that is read says otherwise."""
    scan = _scan.get()
    return recognise() if scan is None else scan.page(size, count, recognise)


def ignore(number: int, page: PlainPage) -> None:
    """Keep nothing."""


def plain_page(found: PageWords) -> PlainPage:
    """Return a recognised page as values that JSON holds."""
    words = [(one.text, *astuple(one.box)) for one in found.words]
    return {"page": astuple(found.page), "words": words, "angle": found.angle}


def page_from(values: PlainPage) -> PageWords:
    """Return the page that such values tell of."""
    page = Page(*values["page"])
    words = tuple(Word(text, Box(*edges), page.number) for text, *edges in values["words"])
    return PageWords(page, words, angle=values["angle"])


def _refuse_stamped(found: PageWords) -> None:
    text = text_of([found], "", "", Limits())
    if level := stamp_in(text.text, apart=text.apart, has_head=False):
        raise secret(level)
