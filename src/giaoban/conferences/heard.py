"""Words typed as a conclusion, as the reader hears them: their directives, and where the parts of each stand.

The words are read as the tasks of a notice of the conference's day, so that "quý này" and "trước 30/6" have their year.

>>> one = hear("Giao Công an xã chủ trì rà soát, xong trước 30/6", date(2024, 3, 27))[0]
>>> one.leads, one.due.on, one.addressing.verb
(('Công an xã',), datetime.date(2024, 6, 30), 'Giao')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from giaoban.conferences.notice_words import said
from giaoban.conferences.relative_dues import counted_due, find_counted
from giaoban.documents.dues import TypedDue
from giaoban.language.addressing import Addressing, addressing_of
from giaoban.language.directives import Draft
from giaoban.language.extraction import Directive
from giaoban.language.markers import find_marker
from giaoban.language.stages import Stages, read_stages
from giaoban.language.words import words_of
from giaoban.vietnamese import nfc

#: Texts that are read again and again while a draft is looked at.
_REMEMBERED = 1024
_SEPARATORS = " \t\n\u00a0:;,.–-+•"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heard:
    """One directive that the reader hears in typed words; offsets count code points of these.

    ``begins`` takes in the words that govern it ("Đề nghị"); ``found`` is what the reader says of it. ``due`` is
    resolved, and said at ``due_at``. ``aside`` are clauses that only say of it who and when, ``told_aside`` the
    names in them.
    """

    begins: int
    found: Directive
    addressing: Addressing | None
    due: TypedDue
    due_at: Span | None
    aside: tuple[Span, ...] = ()
    told_aside: frozenset[str] = frozenset()

    @property
    def leads(self) -> tuple[str, ...]:
        """Who leads, as written."""
        return tuple(self.found.lead)

    @property
    def supports(self) -> tuple[str, ...]:
        """Who supports, as written."""
        return tuple(self.found.support)


def hear(typed: str, day: date) -> tuple[Heard, ...]:
    """Return the directives of typed words in their order; empty where the reader hears none."""
    return _hear(nfc(typed).replace("\r\n", "\n").replace("\r", "\n"), day)


@lru_cache(maxsize=_REMEMBERED)
def _hear(typed: str, day: date) -> tuple[Heard, ...]:
    head = "\n".join((said("head"), said("heard", day=f"{day:%d/%m/%Y}"), said("tasks_alone"), ""))
    stages = read_stages(head + typed)
    directives = zip(stages.drafts, stages.extraction.directives, strict=True)
    return tuple(_heard(stages, draft, found, len(head), day) for draft, found in directives)


def _heard(stages: Stages, draft: Draft, found: Directive, shift: int, day: date) -> Heard:
    text = stages.extraction.text
    typed = text[shift:]
    told = addressing_of(words_of(text), draft.judged)
    aside = tuple(_asides(stages, found, shift))
    due = _due(found, typed, shift, day)
    return Heard(
        begins=draft.judged.clause.start - shift,
        found=replace(found, start=found.start - shift, end=found.end - shift),
        addressing=replace(told, start=told.start - shift, after=told.after - shift) if told else None,
        due=due,
        due_at=_place(typed, found.start - shift, due.text),
        aside=tuple((start - shift, end - shift) for start, end in aside),
        told_aside=frozenset(
            name for name in (*found.lead, *found.support) if any(name in text[start:end] for start, end in aside)
        ),
    )


def _due(found: Directive, typed: str, shift: int, day: date) -> TypedDue:
    """Return the due as the reader hears it, or as it counts from the day of the meeting."""
    due = found.due
    if due is None:
        counted = find_counted(typed[found.start - shift : found.end - shift])
        return (counted and counted_due(counted[0], day)) or TypedDue()
    if due.date or due.period or due.recurring:
        on = date.fromisoformat(due.date) if due.date else None
        return TypedDue(due.text, on=on, period=due.period or "", recurring=due.recurring or "")
    return counted_due(due.text, day) or TypedDue(due.text)


def _place(typed: str, begin: int, words: str) -> Span | None:
    """Return where the words of a due stand, with "ngay" before them: in the directive, or a line that adds to it."""
    if not words:
        return None
    match = re.compile(rf"(?:ngay\s+)?{re.escape(words)}", re.IGNORECASE).search(typed, max(0, begin))
    return match.span() if match else None


def _asides(stages: Stages, found: Directive, shift: int) -> Iterator[Span]:
    """Yield the clauses beside a directive that only say of it who and when: "Giao Công an xã:", "Hạn: 30/6"."""
    others = [one for one in stages.judged if one.clause.start >= shift and one.stance in ("intro", "attribute")]
    said_of_it = {*found.lead, *found.support, *([found.due.text] if found.due else [])}
    for one in others:
        words = stages.extraction.text[one.clause.start : one.clause.end]
        names = [body.text for body in one.inherits] or [name for name in said_of_it if name in words]
        if names and set(names) <= said_of_it:
            yield one.clause.start, one.clause.end


def split_words(typed: str, heard: Sequence[Heard]) -> list[str]:
    """Return the typed words divided among the directives heard in them, list marks and bare introductions left out.

    >>> typed = "Giao Công an xã:\\n- tuần tra ban đêm;\\n- rà soát camera. Đề nghị Tòa án xét xử lưu động."
    >>> split_words(typed, hear(typed, date(2024, 3, 27)))
    ['Tuần tra ban đêm', 'Rà soát camera', 'Đề nghị Tòa án xét xử lưu động']
    """
    text = nfc(typed).replace("\r\n", "\n").replace("\r", "\n")
    begins = [0, *(one.begins for one in heard[1:]), len(text)]
    introductions = {span for one in heard for span in one.aside if span[1] <= one.begins}
    return [_own_words(text, start, end, introductions) for start, end in pairwise(begins)]


def _own_words(text: str, start: int, end: int, left_out: Iterable[Span]) -> str:
    words = text[start:end]
    for first, last in sorted(left_out, reverse=True):
        if start <= first and last <= end:
            words = words[: first - start] + words[last - start :]
    # The number of the next item ends the words of this one.
    before, line_end, ending = words.rpartition("\n")
    marker = find_marker(f"{ending.strip()} x")
    if line_end and marker and marker.end >= len(ending.strip()):
        words = before
    words = words.strip(_SEPARATORS)
    marker = find_marker(words)
    words = words[marker.end :].strip(_SEPARATORS) if marker and marker.style != "word" else words
    return words[:1].upper() + words[1:]
