"""What can be told of a directive and of a review without a query: the 6 rõ, and what still blocks giving."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, Protocol

from giaoban.documents.models import Directive, Document
from giaoban.facts import load
from giaoban.refusal import phrase

#: A directive with fewer words than these says no work that could be checked ("thực hiện nghiêm").
FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Product:
    """Words that name what a directive will bring about (sản phẩm)."""

    id: str
    kind: Literal["paper", "count", "end"]
    words: tuple[str, ...]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Clarity:
    """The 6 rõ of a directive: is it clear who, what, when, whose responsibility, what product, what authority?

    The phrase is the Government's: “rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền”.
    """

    person: bool
    work: bool
    time: bool
    responsibility: bool
    product: bool
    authority: bool

    @property
    def count(self) -> int:
        """How many of the six are clear."""
        return sum(getattr(self, name) for name in self.__slots__)


class Taken(Protocol):
    """A unit that leads or supports, as :class:`giaoban.documents.models.DirectiveUnit` tells of it."""

    role: str
    basis: str

    @property
    def areas(self) -> Sequence[str]: ...


def clarity(directive: Directive, units: Iterable[Taken]) -> Clarity:
    """Return the 6 rõ of a directive as it now stands.

    * person (người): somebody leads, and no lead is only a proposal by area: the words or a specialist named them.
    * work (việc): the quote has at least four words, and an area other than "other".
    * time (thời gian): a day, a period, a recurrence or other words say when.
    * responsibility (trách nhiệm): exactly one unit leads, and is not only proposed.
    * product (sản phẩm): the quote has a word of ``data/products.toml``.
    * authority (thẩm quyền): some lead answers for the main area; a unit without areas of its own, as a ward, answers
      for all in its place.
    """
    leads = [unit for unit in units if unit.role == "lead"]
    are_named = bool(leads) and all(lead.basis != "area" for lead in leads)
    return Clarity(
        person=are_named,
        work=len(directive.quote.split()) >= FEWEST_WORDS and any(area != "other" for area in directive.areas),
        time=bool(directive.due_on or directive.due_period or directive.due_recurring or directive.due_text),
        responsibility=are_named and len(leads) == 1,
        product=bool(_product_words().search(directive.quote.lower())),
        authority=any(_answers_for(lead, directive.areas) for lead in leads),
    )


def _answers_for(unit: Taken, areas: Sequence[str]) -> bool:
    return not unit.areas or bool(areas and areas[0] in unit.areas)


@cache
def _product_words() -> re.Pattern[str]:
    rows = load("giaoban.documents", "products", Product)
    words = sorted({word for row in rows for word in row.words}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something that must be done before tasks can be given: a code, a sentence with its ``count``."""

    code: Literal["open", "without_lead", "rest_unsigned", "nothing_accepted", "not_read"]
    sentence: str
    count: int = 0

    def __str__(self) -> str:
        return self.sentence % {"count": self.count} if self.count else self.sentence


def what_blocks_giving(document: Document, directives: Iterable[Directive]) -> list[Blocker]:
    """Return what still stands between a review and its tasks, in the order in which it is done; empty: go on.

    The directives come with their units already fetched (``units.all()`` asks nothing).
    """
    if document.state != Document.State.READ:
        return [Blocker("not_read", phrase("Văn bản không ở bước rà soát."))]
    standing = list(directives)
    still_open = [one for one in standing if one.decision == Directive.Decision.OPEN]
    accepted = [one for one in standing if one.decision == Directive.Decision.ACCEPTED]
    leaderless = [one for one in accepted if not any(unit.role == "lead" for unit in one.units.all())]
    blockers = []
    if still_open:
        blockers.append(Blocker("open", phrase("Còn %(count)s chỉ đạo chưa rà soát."), len(still_open)))
    if not accepted:
        blockers.append(Blocker("nothing_accepted", phrase("Chưa nhận chỉ đạo nào để giao.")))
    if leaderless:
        sentence = phrase("Còn %(count)s chỉ đạo đã nhận nhưng chưa có đơn vị chủ trì.")
        blockers.append(Blocker("without_lead", sentence, len(leaderless)))
    if document.rest_signed_at is None:
        blockers.append(Blocker("rest_unsigned", phrase("Chưa xác nhận đã xem phần văn bản không thành chỉ đạo.")))
    return blockers
