"""The two forms of papers and who issues in which (thể thức văn bản, cơ quan ban hành), from the data files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from giaoban.facts import load
from giaoban.vietnamese import fold

if TYPE_CHECKING:
    from giaoban.committees.models import Committee

FormCode = Literal["party", "state"]
#: What stands in a number until the office gives one: room to write it by hand.
NO_NUMBER = "      "


@dataclass(frozen=True, slots=True)
class Form:
    """A form of papers; sizes in pt, lengths in mm, margins top, bottom, left, right.

    ``columns_mm`` are the two columns of the head and of the signatures. A ``…_sign`` is a line of signs under the
    words, a ``…_rule_mm`` the length of a rule; empty and 0 where the form has none.
    """

    id: FormCode
    margins_mm: tuple[int, ...]
    columns_mm: tuple[int, ...]
    motto: tuple[str, ...]
    motto_sizes: tuple[int, ...]
    motto_rule_mm: int
    parent_size: int
    issuer_size: int
    issuer_sign: str
    issuer_rule_mm: int
    number_label: str
    number_size: int
    date_size: int
    type_size: int
    subject_size: int
    subject_sign: str
    subject_rule_mm: int
    body_size: int
    line_pt: int
    first_line_mm: float
    recipients_label_bold_italic: bool
    recipients_label_size: int
    recipients_size: int
    post_bold: bool
    source: str


@dataclass(frozen=True, slots=True)
class IssuerKind:
    """A kind of body that issues papers, known by how its name begins; the last row takes every other name."""

    id: str
    begins: tuple[str, ...]
    form: FormCode
    symbol: str
    parent: str
    source: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a paper: the two lines of its head, its symbol, its place and its form."""

    parent: str
    name: str
    symbol: str
    place: str
    form: Form

    def number(self, kind: str, number: int | None = None) -> str:
        """Return the number with its label: ``Số 05-BB/ThU`` (Party), ``Số: 05/BB-UBND`` (State).

        ``kind`` is the abbreviation of the paper's type; without a number there is room for one.
        """
        written = f"{number:02d}" if number else NO_NUMBER
        symbol = f"-{kind}/{self.symbol}" if self.form.id == "party" else f"/{kind}-{self.symbol}"
        return f"{self.form.number_label} {written}{symbol}"

    def place_and_date(self, day: date) -> str:
        """Return place and date as they stand at the head."""
        return f"{self.place}, {written_date(day)}"


def form(code: str) -> Form:
    """Return a form by its code; raises :class:`KeyError` for one that is not in the file."""
    return {str(one.id): one for one in load("giaoban.papers", "forms", Form)}[code]


def issuer_of(committee: Committee) -> Issuer:
    """Return the committee as the issuer of a paper: Party or State as its name says."""
    name = fold(committee.name)
    kinds = load("giaoban.papers", "issuers", IssuerKind)
    kind = next((one for one in kinds if any(name.startswith(fold(word)) for word in one.begins)), kinds[-1])
    return Issuer(
        parent=_parent(kind, committee),
        name=committee.name,
        symbol=kind.symbol,
        place=committee.place,
        form=form(kind.form),
    )


def _parent(kind: IssuerKind, committee: Committee) -> str:
    above = committee.superior
    return f"{kind.parent} {above.level_word} {above.place}" if kind.parent and above else ""


def written_date(day: date) -> str:
    """Return a day as papers write it: days below 10 and the months 1 and 2 with a leading 0."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
