"""Which citations mean one document (cùng một văn bản): compared by what each of them says, without a query.

>>> short = read_reference({"kind": "nghị quyết", "number": "06", "date": None, "issuer": None}, "Nghị quyết 06")
>>> full = {"kind": "nghị quyết", "number": "06", "date": "2021-12-21", "issuer": "Tỉnh ủy"}
>>> may_be_same(short, read_reference(full, "Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy"))
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.vietnamese import fold, sort_text, tidy

_LEADING = re.compile(r"(\d+)\s*([a-z]?)")
_YEAR_IN_NUMBER = re.compile(r"/\s*((?:19|20)\d\d)\s*[/-]")
_YEAR_IN_WORDS = re.compile(r"\b(?:năm|ngày)?\s*(?:[\d/-]*/)?((?:19|20)\d\d)\b")
_END_OF_NAME = re.compile(r"\s*(?:,|\(|\bsố\b|\bnăm\b|\bngày\b|\b(?:19|20)\d\d\b).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of a cited document; empty or None where it was not said."""

    kind: str
    number: str = ""
    subject: str = ""
    issued_on: date | None = None
    year: int | None = None
    issuer: str = ""

    @property
    def fullness(self) -> int:
        """How many things are said: the fuller a citation, the surer which document it means."""
        return sum(map(bool, (symbol_of(self.number), self.issued_on, self.year, self.issuer)))


def read_reference(facts: Mapping[str, Any], quote: str) -> Reference:
    """Return what a citation says; ``facts`` as the reader found them, ``quote`` its words.

    A law has no number as a rule: its name is its subject.
    """
    number = tidy(facts.get("number") or "")
    day = facts.get("date")
    issued_on = date.fromisoformat(day) if day else None
    year = _YEAR_IN_NUMBER.search(number) or (None if number else _YEAR_IN_WORDS.search(quote))
    return Reference(
        kind=tidy(facts["kind"]).lower(),
        number=number[:60],
        subject="" if number else _END_OF_NAME.sub("", tidy(quote))[:300],
        issued_on=issued_on,
        year=issued_on.year if issued_on else int(year[1]) if year else None,
        issuer=tidy(facts.get("issuer") or "")[:200],
    )


def number_key(reference: Reference) -> str:
    """Return the number without leading zeros and symbol, or a law's name: what the same documents share at least."""
    match = _LEADING.match(reference.number.lower())
    if match is None:
        return fold(reference.number or reference.subject)[:60]
    return f"{int(match[1])}{match[2]}"


def symbol_of(number: str) -> str:
    """Return the letters of a number, folded and without signs: ``nqtu`` of "06-NQ/TU"."""
    return "".join(re.findall(r"[^\W\d_]+", fold(number.partition("(")[0])))


def may_be_same(one: Reference, other: Reference) -> bool:
    """Tell whether two references can mean one document: nothing that both say differs.

    Of issuers, one may be a part of the other ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy"); under the same number and day they
    are not compared.
    """
    if (fold(one.kind), number_key(one)) != (fold(other.kind), number_key(other)):
        return False
    if _differ(symbol_of(one.number), symbol_of(other.number)) or _differ(one.year, other.year):
        return False
    if one.issued_on and other.issued_on:
        return one.issued_on == other.issued_on
    return _issuers_agree(fold(one.issuer), fold(other.issuer))


def _differ(one: object, other: object) -> bool:
    return bool(one) and bool(other) and one != other


def _issuers_agree(one: str, other: str) -> bool:
    return not one or not other or one in other or other in one


def joined(known: Reference, further: Reference) -> Reference:
    """Return what two references to one document say together; of what both say the first's stays."""
    return Reference(
        kind=known.kind,
        number=further.number if symbol_of(further.number) and not symbol_of(known.number) else known.number,
        subject=known.subject or further.subject,
        issued_on=known.issued_on or further.issued_on,
        year=known.year or further.year,
        issuer=known.issuer or further.issuer,
    )


def name_of(reference: Reference) -> str:
    """Return what the document is called in full: "Nghị quyết số 06-NQ/TU ngày 21/12/2021 của Tỉnh ủy"."""
    words = f"{reference.kind} số {reference.number}" if reference.number else reference.subject or reference.kind
    if reference.issued_on:
        words += f" ngày {reference.issued_on:%d/%m/%Y}"
    elif reference.year and str(reference.year) not in words:
        words += f" năm {reference.year}"
    if reference.issuer:
        words += f" của {reference.issuer}"
    return words[:1].upper() + words[1:]


def columns(reference: Reference) -> dict[str, Any]:
    """Return the columns of the register for a reference, the computed ones included."""
    name = name_of(reference)
    digits = re.match(r"\d+", number_key(reference))
    order = f"{reference.kind} {digits[0].zfill(5)} {name}" if digits else name
    return {
        "kind": reference.kind,
        "number": reference.number,
        "subject": reference.subject,
        "issued_on": reference.issued_on,
        "year": reference.year,
        "issuer": reference.issuer,
        "name": name,
        "kind_key": fold(reference.kind),
        "number_key": number_key(reference),
        "sort": sort_text(order)[:700],
        "folded": fold(f"{name} {reference.subject}"),
    }


def reference_of(entry: Any) -> Reference:
    """Return what an entry of the register says."""
    return Reference(entry.kind, entry.number, entry.subject, entry.issued_on, entry.year, entry.issuer)
