"""What a person sees, hears or is told by a page: the texts between its tags and in the attributes that speak."""

from __future__ import annotations

from html.parser import HTMLParser

#: Attributes whose value is read by people: shown, read aloud, listed under ``?``, or written by a script.
SPOKEN = frozenset(
    {
        "title",
        "placeholder",
        "aria-label",
        "alt",
        "data-label",
        "data-key-label",
        "data-selection-words",
        "data-bulk-words",
    }
)
SILENT = frozenset({"script", "style", "template"})
#: Elements without an end.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


#: The class of what a document says, word by word (docs/look.md): it is in the document's language.
DOCUMENT = "voice"


class _Reader(HTMLParser):
    """Collects texts, but none of an element that names a language of its own or holds the words of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    @property
    def _is_silent(self) -> bool:
        return any(is_silent for _tag, is_silent in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        is_document = DOCUMENT in (values.get("class") or "").split()
        is_silent = tag in SILENT or is_document or (tag != "html" and "lang" in values)
        if not (is_silent or self._is_silent):
            self.texts += [value for name, value in attrs if name in SPOKEN and value]
        if tag not in VOID:
            self._open.append((tag, is_silent))

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, (opened, _silent) in enumerate(self._open) if opened == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self.texts.append(data)


def texts_of(page: str) -> list[str]:
    """Return the texts of a page or of a part of one, each in one line."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return [text for text in map(one_line, reader.texts) if text]


def one_line(text: str) -> str:
    """Return a text without line breaks and double spaces."""
    return " ".join(text.split())
