"""Who chaired a conference: the person by "chủ trì"."""

from __future__ import annotations

import re

from giaoban.language.extraction import Chair, Person
from giaoban.language.meetings import Meeting, sentences
from giaoban.language.words import lower

_CHAIRED = re.compile(
    r"(?<!\w)(?:chủ\s+trì|chủ\s+tọa|chủ\s+toạ|điều\s+hành(?=\s+(?:hội\s+nghị|cuộc\s+họp|phiên\s+họp|buổi|giao\s+ban)))(?!\w)",
    re.IGNORECASE,
)
_TASK = re.compile(r"\s*,?\s*(?:phối\s+hợp|tham\s+mưu|thực\s+hiện|xây\s+dựng|nhiệm\s+vụ)", re.IGNORECASE)
_JOINTLY = re.compile(r"(?:cùng|đồng)\s*$|(?<!\w)(?:các|và)\s+(?:đồng\s+chí|đ/c|ông|bà)(?!\w)", re.IGNORECASE)
_HONORED = re.compile(r"(?<!\w)(?:ông|bà|đồng\s+chí|đ/c|Ông|Bà|Đồng\s+chí|Đ/c)\s+(\w+)(?!\s+[A-ZĐÀ-Ỹ])")
_REACH = 4000


def find_chair(text: str, meeting: Meeting, people: list[Person]) -> Chair | None:
    """Return who chaired the meeting: named in the sentence of "chủ trì", before it or else after it.

    Where nothing says so, it is the person who is said to have held it: "Bí thư Thành ủy … có buổi làm việc".
    """
    for start, end in sentences(text, 0, _REACH):
        for word in _CHAIRED.finditer(text, start, end):
            if _TASK.match(text, word.end()):
                continue
            found = _before(text, start, word.start(), people) or _after(text, word.end(), end, people)
            if found is not None:
                return Chair(found.name, found.titles)
    runner = _before(text, meeting.start, meeting.title_start, people)
    return Chair(runner.name, runner.titles) if runner else None


def _before(text: str, start: int, stop: int, people: list[Person]) -> Person | None:
    """Return the person named last before the word, of several who chair together the first.

    Of a title alone, the person who bears it.
    """
    part = lower(text[start:stop])
    named = [(max(part.rfind(lower(one.name)), _by_given_name(text, start, stop, one)), one) for one in people]
    found = sorted(((at, one) for at, one in named if at >= 0), key=lambda pair: pair[0])
    if found:
        return found[0 if _JOINTLY.search(text, start, stop) else -1][1]
    return next((one for one in people if any(part.rstrip().endswith(lower(title)) for title in one.titles)), None)


def _by_given_name(text: str, start: int, stop: int, person: Person) -> int:
    """Return where "ông Khiết" names a person by honorific and given name, from ``start``; -1 for nowhere."""
    given = person.name.rsplit(" ", 1)[-1]
    found = [one.start() for one in _HONORED.finditer(text, start, stop) if one[1] == given]
    return found[-1] - start if found else -1


def _after(text: str, start: int, stop: int, people: list[Person]) -> Person | None:
    named = [(text.find(one.name, start, stop), one) for one in people]
    found = min(((at, one) for at, one in named if at >= 0), key=lambda pair: pair[0], default=None)
    return found[1] if found is not None else None
