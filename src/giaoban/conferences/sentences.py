"""One directive of a notice of conclusion as a sentence: whom, what, with whom, what will be there, by when.

The words stay as they were typed; only those that say to whom it is told, with whom and by when follow the fields, so
that nobody is named twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.conferences.heard import Heard, Span, hear
from giaoban.conferences.names import Names
from giaoban.conferences.notice_words import said
from giaoban.documents.dues import recurrences
from giaoban.language.addressing import Addressing
from giaoban.language.bodies import bodies_from, find_bodies
from giaoban.language.markers import find_marker
from giaoban.language.words import words_of
from giaoban.periods import Period
from giaoban.vietnamese import fold, nfc, tidy

_EDGES = " .;,"
_YEAR = re.compile(r"\d{4}")
#: What leads in to a due and goes with it: "…, hoàn thành | trước ngày 30/6".
_LEAD_IN = re.compile(
    r"(?:[,;]\s*|\s+)(?:và\s+)?(?:(?:phải|cần)\s+)?(?:(?:thời gian|thời hạn|hạn)\s*)?"
    r"(?:hoàn thành|thực hiện xong|làm xong|xong)?\s*(?:là|:)?\s*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:bullet|decimal|letter|little|bracket|roman).*")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that shall act: its name, and whether the committee directs it or can only ask."""

    name: str
    is_directed: bool


@dataclass(frozen=True, slots=True)
class DirectiveWords:
    """The fields of one directive of the draft."""

    text: str
    leads: tuple[Body, ...]
    supports: tuple[Body, ...] = ()
    due_on: date | None = None
    due_period: str = ""
    recurring: str = ""
    product: str = ""

    @property
    def due(self) -> tuple[date | None, str, str]:
        """The due: a day, a period or a recurrence; none of them is "theo kỳ"."""
        return self.due_on, self.due_period, self.recurring


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words put in the place of a stretch of the text."""

    start: int
    end: int
    words: str = ""


def sentence(one: DirectiveWords, day: date, names: Names | None = None) -> str:
    """Return one directive as a notice of a conference of that day says it, without the full stop.

    >>> police, court = Body("Công an thị xã", True), Body("Tòa án nhân dân thị xã", False)
    >>> sentence(DirectiveWords("Mở đợt cao điểm.", (police,), (court,), date(2024, 6, 30)), date(2024, 3, 27))
    'Giao Công an thị xã chủ trì, phối hợp với Tòa án nhân dân thị xã mở đợt cao điểm, hoàn thành trước ngày 30/06/2024'
    >>> sentence(DirectiveWords("Giao Công an thị xã rà soát, xong trước 30/6", (police,)), date(2024, 3, 27))
    'Giao Công an thị xã rà soát'
    """
    names = names or Names(body.name for body in (*one.leads, *one.supports))
    typed = names.cased(nfc(one.text))
    heard = hear(typed, day)
    edits = list(_address(typed, heard, one, names))
    says_due, due_edits = _due(typed, heard, one, edits)
    text = _one_line(_edited(typed, [*edits, *due_edits])).strip(_EDGES)
    if one.leads and not edits and not _says_who(typed, heard, one, names):
        text = f"{_opening(None, one, (), names)}{_uncapitalised(text)}"
    return ", ".join([text[:1].upper() + text[1:], *_ends(one, text, says_due=says_due)])


def _says_who(typed: str, heard: Sequence[Heard], one: DirectiveWords, names: Names) -> bool:
    """Tell whether words that are not told anew say by themselves who acts."""
    return any(each.leads for each in heard) or _names_ours(typed, one, names)


def _names_ours(typed: str, one: DirectiveWords, names: Names) -> bool:
    ours = {body.name for body in one.leads}
    return any(ours.intersection(names.meant(body.text).bodies) for body in find_bodies(typed))


def _address(typed: str, heard: Sequence[Heard], one: DirectiveWords, names: Names) -> Iterator[_Edit]:
    """Yield the edits that let the words address the fields' bodies; none where they must stand as they were typed."""
    if not heard or not one.leads or any(each.leads != heard[0].leads for each in heard):
        return
    first = heard[0]
    told = first.addressing
    if told is None or not (told.leads == first.leads or (not told.leads and first.told_aside >= set(first.leads))):
        return
    stays = f"{typed[: told.start]}\n{typed[told.after :]}"
    if not _means_ours(first.leads, one, names) and _names_ours(stays, one, names):
        return
    for start, end in first.aside:
        yield _Edit(start, end)
    words = _opening(told, one, heard, names)
    before = typed[: told.start].rstrip()
    if _is_within_sentence(before, first.aside):
        words = words[:1].lower() + words[1:]
    action = typed[told.after : told.after + 1]
    if action and not bodies_from(words_of(typed), told.after):
        yield _Edit(told.start, told.after + 1, words + _uncapitalised(typed[told.after : told.after + 2])[:1])
    else:
        yield _Edit(told.start, told.after, words)


def _means_ours(leads: Iterable[str], one: DirectiveWords, names: Names) -> bool:
    ours = {body.name for body in one.leads}
    return any(ours.intersection(names.meant(lead).bodies) for lead in leads)


def _is_within_sentence(before: str, aside: Sequence[Span]) -> bool:
    """Tell whether words stand before that begin the sentence: "Trước ngày 30/6, giao …"."""
    if not before or (find_marker(before + " x") is not None and len(before) < 5):
        return False
    return before[-1] not in ".;!?:\n" and not any(start < len(before) <= end + 1 for start, end in aside)


def _opening(told: Addressing | None, one: DirectiveWords, heard: Sequence[Heard], names: Names) -> str:
    """Return whom it is told and with whom, with a blank behind: "Giao Công an xã chủ trì, phối hợp với Tòa án "."""
    at_head = told.supports if told else ()
    leads = _parts(heard[0].leads if heard else (), one.leads, names, keeps_unknown=False)
    later = _named_later(heard, at_head, names)
    supports = _parts(at_head, [body for body in one.supports if body.name not in later], names, keeps_unknown=True)
    words = _told(leads, told.verb if told else "")
    if supports:
        return f"{words} {said('lead')}, {said('support', supports=_listed(supports, one.supports))} "
    return f"{words} {said('lead')} " if told and told.says_lead else f"{words} "


def _named_later(heard: Sequence[Heard], at_head: Sequence[str], names: Names) -> set[str]:
    """Return who supports by what the words say further on; a clause that falls away says nothing any more."""
    written = {one for each in heard for one in each.supports if one not in each.told_aside}
    return {name for one in written.difference(at_head) for name in names.meant(one).bodies}


def _parts(written: Sequence[str], bodies: Sequence[Body], names: Names, *, keeps_unknown: bool) -> list[Body]:
    """Return the bodies by name: as typed where the words mean several or a post, else by their official names.

    Names that lead to nobody stay where ``keeps_unknown``, or where others of the row are ours.
    """
    ours = {body.name: body for body in bodies}
    named = [(one, names.meant(one)) for one in written]
    keeps_unknown = keeps_unknown or any(name in ours for _, each in named for name in each.bodies)
    parts: list[Body] = []
    for one, each in named:
        found = [ours.pop(name) for name in each.bodies if name in ours]
        if found and not each.is_name and len(found) == len(each.bodies):
            parts.append(Body(one, all(body.is_directed for body in found)))
        elif not found and not each.bodies and keeps_unknown:
            parts.append(Body(one, not bodies or bodies[0].is_directed))
        parts += found if each.is_name or len(found) < len(each.bodies) else []
    return [*parts, *ours.values()]


def _told(leads: Sequence[Body], verb: str) -> str:
    """Return the verb with whom it is told: as typed, but where somebody cannot be directed, all are asked."""
    verb = re.sub(r"\s*(?::|việc)$", "", verb)
    if any(not body.is_directed for body in leads) and fold(said("ask")) not in fold(verb):
        verb = said("ask")
    verb = verb or said("give")
    return f"{verb[:1].upper()}{verb[1:]} {_listed(leads, leads)}"


def _due(typed: str, heard: Sequence[Heard], one: DirectiveWords, edits: Sequence[_Edit]) -> tuple[bool, list[_Edit]]:
    """Return whether the words say the due of the fields, and the edits that make them say it."""
    dues = [each for each in heard if each.due_at and not _is_cut(each.due_at, edits)]
    if not dues:
        return False, []
    values = [(each.due.on, each.due.period, each.due.recurring) for each in dues]
    if len(dues) > 1:
        return one.due in values or not any(one.due), []
    start, end = dues[0].due_at or (0, 0)
    words = typed[start:end]
    if values[0] == one.due:
        keeps = one.recurring or not any(one.due) or _YEAR.search(words)
        return True, [] if keeps else [_Edit(start, end, _due_like(words, one))]
    if not any(values[0]):
        return not any(one.due), []
    if any(one.due):
        return True, [_Edit(start, end, _due_like(words, one))]
    return True, [_without_due(typed, start, end)]


def _is_cut(span: Span, edits: Sequence[_Edit]) -> bool:
    return any(edit.start <= span[0] and span[1] <= edit.end for edit in edits)


def _due_like(words: str, one: DirectiveWords) -> str:
    """Return the due of the fields in the place of other words for one."""
    due = _due_words(one)
    if words.lower().startswith("xong ") and not one.recurring:
        due = f"xong {due}"
    return due[:1].upper() + due[1:] if words[:1].isupper() else due


def _due_words(one: DirectiveWords) -> str:
    if one.due_on:
        return said("by", day=f"{one.due_on:%d/%m/%Y}")
    if one.due_period:
        return said("in", period=Period.parse(one.due_period).label)
    return _uncapitalised(next(row.words for row in recurrences() if row.id == one.recurring))


def _without_due(typed: str, start: int, end: int) -> _Edit:
    lead_in = _LEAD_IN.search(typed, 0, start)
    begin = lead_in.start() if lead_in else start
    if begin == 0 or not typed[:begin].strip():
        end += len(typed[end:]) - len(typed[end:].lstrip(", "))
    return _Edit(begin, end)


def _ends(one: DirectiveWords, text: str, *, says_due: bool) -> Iterator[str]:
    product = tidy(one.product).rstrip(_EDGES)
    if product and fold(product) not in fold(text):
        yield said("product", product=_uncapitalised(product))
    if any(one.due) and not says_due:
        yield said("often" if one.recurring else "done", due=_due_words(one))


def _edited(typed: str, edits: Iterable[_Edit]) -> str:
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        typed = typed[: edit.start] + edit.words + typed[edit.end :]
    return typed


def _one_line(text: str) -> str:
    """Return lines of a list as one: their markers left out, a semicolon between."""
    lines = [_unmarked(line) for line in text.splitlines()]
    joined = ""
    for line in filter(None, (line.strip() for line in lines)):
        line = line.lstrip(" :;,.") if not joined else line
        joined += (" " if joined[-1:] in ".;,:!?" else "; ") + line if joined else line
    return re.sub(r"\s+([,;.])", r"\1", tidy(joined))


def _unmarked(line: str) -> str:
    line = line.strip()
    marker = find_marker(line)
    return line[marker.end :].strip() if marker and _BULLET.fullmatch(marker.style) else line


def _listed(parts: Sequence[Body], official: Sequence[Body]) -> str:
    """Return the names in a row, "và" before typed words that end it: "…, Tòa án và các đơn vị liên quan"."""
    names = [body.name for body in parts]
    if len(names) > 1 and parts[-1] not in official:
        return f"{', '.join(names[:-1])} và {names[-1]}"
    return ", ".join(names)


def _uncapitalised(words: str) -> str:
    """Return the words with a small first letter, unless they begin with an abbreviation ("UBND")."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
