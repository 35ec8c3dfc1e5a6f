"""What a Word paragraph's style says of it: whether it is a heading, and the list number that Word shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from giaoban.reading.numerals import numeral

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_NO_LIST = 0
_BODY_TEXT = 9
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers are formed, and the text around them (``%1.%2.``)."""

    form: str
    pattern: str
    start: int


class Styles:
    """The styles and lists of one document; it counts the lists, so it is asked once a paragraph, in order."""

    def __init__(self, document: Document) -> None:
        self._styles = {one.get(f"{_W}styleId"): one for one in document.styles.element.iter(f"{_W}style")}
        self._lists = _lists_of(document)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def is_heading(self, paragraph: Any) -> bool:
        """Tell whether the paragraph's outline level or the name of its style makes it a heading or a title."""
        outline = self._property(paragraph, "outlineLvl")
        if outline is not None and _number(outline) < _BODY_TEXT:
            return True
        names = (one.find(f"{_W}name") for one in self._chain(paragraph))
        return any(name is not None and name.get(_VALUE, "").lower() in ("title", "subtitle") for name in names)

    def number(self, paragraph: Any) -> str:
        """Return the number or bullet before the paragraph and a blank; empty where it is in no list."""
        numbering = self._property(paragraph, "numPr")
        if numbering is None:
            return ""
        identity, depth = numbering.find(f"{_W}numId"), numbering.find(f"{_W}ilvl")
        if identity is None or identity.get(_VALUE) not in self._lists or _number(identity) == _NO_LIST:
            return ""
        return self._counted(identity.get(_VALUE), 0 if depth is None else min(_number(depth), _DEEPEST))

    def _counted(self, identity: str, depth: int) -> str:
        abstract, levels = self._lists[identity]
        if depth not in levels:
            return ""
        counts = self._counts[abstract]
        counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if levels[depth].form == "bullet":
            return "- "
        shown = levels[depth].pattern
        for upper, level in levels.items():
            shown = shown.replace(f"%{upper + 1}", numeral(counts.get(upper, level.start), level.form))
        return f"{shown} " if shown.strip() else ""

    def _property(self, paragraph: Any, name: str) -> Any:
        """Return a paragraph property, from itself or else from its style and those it is based on."""
        for holder in (paragraph, *self._chain(paragraph)):
            found = holder.find(f"{_W}pPr/{_W}{name}")
            if found is not None:
                return found
        return None

    def _chain(self, paragraph: Any) -> list[Any]:
        named = paragraph.find(f"{_W}pPr/{_W}pStyle")
        chain: list[Any] = []
        while named is not None and (style := self._styles.get(named.get(_VALUE))) is not None:
            if style in chain:
                break
            chain.append(style)
            named = style.find(f"{_W}basedOn")
        return chain


def _lists_of(document: Document) -> dict[str, tuple[str, dict[int, Level]]]:
    """Return each list's levels, and the name under which it counts: lists of one origin count on together."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    if not any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in document.part.rels.values()):
        return {}
    root = document.part.numbering_part.element
    origins = {one.get(f"{_W}abstractNumId"): _levels_of(one) for one in root.iter(f"{_W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, Level]]] = {}
    for one in root.iter(f"{_W}num"):
        identity = one.get(f"{_W}numId")
        origin = one.find(f"{_W}abstractNumId").get(_VALUE)
        overridden = _overrides(one, origins.get(origin, {}))
        lists[identity] = (identity, overridden) if overridden else (origin, origins.get(origin, {}))
    return lists


def _levels_of(origin: Any) -> dict[int, Level]:
    return {int(one.get(f"{_W}ilvl")): _level(one) for one in origin.findall(f"{_W}lvl")}


def _level(level: Any) -> Level:
    form, pattern, start = (level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start"))
    return Level(
        "decimal" if form is None else form.get(_VALUE, "decimal"),
        "" if pattern is None else pattern.get(_VALUE, ""),
        1 if start is None else _number(start),
    )


def _overrides(one: Any, levels: dict[int, Level]) -> dict[int, Level]:
    """Return the levels with this list's own starts and forms; empty where it has none."""
    changed = dict(levels)
    overrides = one.findall(f"{_W}lvlOverride")
    for override in overrides:
        depth = int(override.get(f"{_W}ilvl"))
        own, start = override.find(f"{_W}lvl"), override.find(f"{_W}startOverride")
        if own is not None:
            changed[depth] = _level(own)
        if start is not None and depth in changed:
            changed[depth] = Level(changed[depth].form, changed[depth].pattern, _number(start))
    return changed if overrides else {}


def _number(element: Any) -> int:
    return int(element.get(_VALUE, 0))
