"""Word runs in fonts of before Unicode (.VnTime, VNI-Times): their words in Unicode."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from giaoban.reading.encodings import font_encoding, restored

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_NAMES = (f"{_W}ascii", f"{_W}hAnsi")


class Fonts:
    """The fonts of one document's runs, as far as they tell an old encoding."""

    def __init__(self, document: Document) -> None:
        styles = document.styles.element
        self._styles = {one.get(f"{_W}styleId"): one for one in styles.iter(f"{_W}style")}
        self._default = _named(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))
        default_style = next((one for one in self._styles.values() if _is_default(one)), None)
        self._plain = default_style.get(f"{_W}styleId") if default_style is not None else None
        everything = [*styles.iter(f"{_W}rFonts"), *document.element.body.iter(f"{_W}rFonts")]
        #: Whether any run can be in an old encoding: most documents have none, and are read faster.
        self.is_old = any(font_encoding(font) for one in everything for font in map(one.get, _NAMES) if font)

    def in_unicode(self, pieces: list[tuple[str, str]]) -> str:
        """Return the text of pieces, each with its font; a letter and its tone may stand in two pieces of one font."""
        return "".join(
            restored("".join(text for text, _ in same), font_encoding(font), font=font)
            for font, same in groupby(pieces, key=itemgetter(1))
        )

    def of(self, run: Any) -> str:
        """Return the name of the font that a run is written in; empty where none is named."""
        properties = run.find(f"{_W}rPr")
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        styles = (
            _style(properties, "rStyle"),
            _style(paragraph.find(f"{_W}pPr") if paragraph is not None else None, "pStyle") or self._plain,
        )
        return _named(properties) or next(filter(None, map(self._of_style, styles)), "") or self._default

    def _of_style(self, identity: str | None) -> str:
        seen: set[str] = set()
        while identity is not None and identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            if font := _named(style.find(f"{_W}rPr")):
                return font
            identity = _style(style, "basedOn")
        return ""


def _named(properties: Any) -> str:
    fonts = properties.find(f"{_W}rFonts") if properties is not None else None
    return next(filter(None, map(fonts.get, _NAMES)), "") if fonts is not None else ""


def _style(properties: Any, name: str) -> str | None:
    named = properties.find(f"{_W}{name}") if properties is not None else None
    return named.get(_VALUE) if named is not None else None


def _is_default(style: Any) -> bool:
    return style.get(f"{_W}default") in ("1", "true") and style.get(f"{_W}type") == "paragraph"
