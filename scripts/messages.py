"""Keep the catalogues of the interface: collect what is to be translated, compile, and check.

Run from the root::

    python scripts/messages.py           # add new Vietnamese texts to the English catalogue, compile both
    python scripts/messages.py --check   # exit 1 when a text is missing or untranslated, or a .mo is stale

The product's texts are Vietnamese in templates and code; ``en`` translates them. ``vi`` is kept by hand: it holds
English texts of Django and its companions that have no Vietnamese, or a poor one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src/giaoban"
LOCALE = SOURCE / "locale"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "phrase": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(?:_|n?p?gettext)\({STRING}(?:,\s*{STRING})*(?:,\s*count)?\)")
PLACE = re.compile(r"%\((\w+)\)[sd]|%[sd]")

HEADS = {
    "en": "Giao Ban in English: every text of the product.",
    "vi": "Texts of Django and its companions that have no Vietnamese, or a poor one.",
}

#: One fixed time in every catalogue, so that running again changes nothing.
MADE = datetime(2024, 1, 1, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Write the catalogues, or only check them; return the exit code."""
    if "--check" in arguments:
        faults = list(check())
        print("\n".join(faults) or "The catalogues are complete.")
        return 1 if faults else 0
    english = _read("en")
    english.update(_collected(), no_fuzzy_matching=True)
    _write("en", english)
    _write("vi", _read("vi"))
    left = [message.id for message in english if message.id and not is_translated(message)]
    print(f"{len(english)} texts, {len(left)} to be translated.")
    return 0


def check() -> Iterator[str]:
    """Yield what is wrong with the catalogues, a line each."""
    english = _read("en")
    for wanted in _collected():
        found = english.get(wanted.id, wanted.context) if wanted.id else None
        if wanted.id and (found is None or not is_translated(found)):
            yield f"en: not translated: {wanted.id!r} ({', '.join(name for name, _line in wanted.locations)})"
    for language in ("en", "vi"):
        catalog = _read(language)
        yield from (
            f"{language}: other places than its text: {one.id!r}" for one in catalog if _places_differ(one, language)
        )
        file = _file(language, "mo")
        if not file.exists() or file.read_bytes() != _compiled(catalog):
            yield f"{language}: {file.name} is stale: run scripts/messages.py"


def is_translated(message: Message) -> bool:
    """Return whether every form of the message has a translation that nobody doubts."""
    return all(_forms(message.string)) and not message.fuzzy


def _forms(text: object) -> list[str]:
    """Return a text as the list of its forms: one, or one for each plural."""
    return [str(one or "") for one in text] if isinstance(text, (tuple, list)) else [str(text or "")]


def _places_differ(message: Message, language: str) -> bool:
    """Return whether a translation has a place that its text lacks, or (only ``vi`` may) leaves one out."""
    if not message.id or not is_translated(message):
        return False
    wanted = set().union(*(_places(text) for text in _forms(message.id)))
    found = [_places(string) for string in _forms(message.string)]
    return any(not places <= wanted for places in found) or (language != "vi" and found[-1] != wanted)


def _places(text: str) -> set[str]:
    return {found.group(0) for found in PLACE.finditer(text.replace("%%", ""))}


def _collected() -> Catalog:
    """Return all texts of the product's code and templates, each with the files that say it."""
    catalog = _empty("en")
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        name = path.relative_to(SOURCE.parent).as_posix()
        for _line, text, _comments, context in _texts(path):
            catalog.add(text, locations=[(name, 0)], context=context)
    return catalog


def _texts(path: Path) -> Iterable[tuple[int, Any, list[str], str | None]]:
    source = path.read_text("utf-8")
    if path.suffix == ".html":
        source = _as_python(source, str(path))
    return extract("python", BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})


def _as_python(template: str, origin: str) -> str:
    """Return a template's texts as calls of gettext, by Django's own reading of its tags."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    return "\n".join(CALL.findall(str(templatize(template, origin=origin))))


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=language, project="giaoban", charset="utf-8", creation_date=MADE, revision_date=MADE, fuzzy=False
    )


def _file(language: str, kind: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def _read(language: str) -> Catalog:
    """Return a language's catalogue; an empty one where there is none yet."""
    catalog = _empty(language)
    path = _file(language, "po")
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language, abort_invalid=True)
    catalog.creation_date = catalog.revision_date = MADE
    catalog.header_comment = f"# {HEADS[language]}\n# Kept by scripts/messages.py."
    catalog.project, catalog.version = "giaoban", ""
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    return catalog


def _write(language: str, catalog: Catalog) -> None:
    path = _file(language, "po")
    path.parent.mkdir(parents=True, exist_ok=True)
    written = BytesIO()
    write_po(written, catalog, width=110, sort_output=True, include_lineno=False)
    path.write_bytes(written.getvalue())
    _file(language, "mo").write_bytes(_compiled(catalog))


def _compiled(catalog: Catalog) -> bytes:
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
