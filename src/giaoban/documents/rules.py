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
#: Below this confidence of the reader a proposal is to be looked at closely.
DOUBTFUL_BELOW = 0.9


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


class Asked(Protocol):
    """What the 6 rõ look at: a :class:`giaoban.documents.models.Directive`, or one that is still being drafted."""

    @property
    def quote(self) -> str: ...
    @property
    def areas(self) -> Sequence[str]: ...
    @property
    def due_on(self) -> object: ...
    @property
    def due_period(self) -> str: ...
    @property
    def due_recurring(self) -> str: ...
    @property
    def due_text(self) -> str: ...


def clarity(directive: Asked, units: Iterable[Taken]) -> Clarity:
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
    """Something that must be done before tasks can be given: a code, and a sentence with its ``count``."""

    code: Literal["open", "without_lead", "rest_unsigned", "nothing_accepted", "not_read"]
    sentence: str
    count: int = 0

    def __str__(self) -> str:
        return self.sentence % {"count": self.count} if self.count else self.sentence


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a review is: directives by decision, and the accepted ones that nobody leads."""

    open: int = 0
    accepted: int = 0
    rejected: int = 0
    leaderless: int = 0


def what_blocks_giving(document: Document, counts: Counts) -> list[Blocker]:
    """Return what still stands between a review and its tasks, in the order in which it is done; empty: go on."""
    if document.state != Document.State.READ:
        return [Blocker("not_read", phrase("Văn bản không ở bước rà soát."))]
    blockers = []
    if counts.open:
        blockers.append(Blocker("open", phrase("Còn %(count)s chỉ đạo chưa rà soát."), counts.open))
    elif not counts.accepted:
        blockers.append(Blocker("nothing_accepted", phrase("Chưa nhận chỉ đạo nào để giao.")))
    if counts.leaderless:
        sentence = phrase("Còn %(count)s chỉ đạo đã nhận nhưng chưa có đơn vị chủ trì.")
        blockers.append(Blocker("without_lead", sentence, counts.leaderless))
    if document.rest_signed_at is None:
        blockers.append(Blocker("rest_unsigned", phrase("Chưa xác nhận đã xem phần văn bản không thành chỉ đạo.")))
    return blockers


#: What can be changed of a proposal, and the names of it in the row and in what was proposed.
CHANGEABLE = ("span", "lead", "support", "due", "areas")


def doubt(directive: Directive) -> float | None:
    """Return the reader's confidence in a proposal that is to be looked at closely (cần xem kỹ); None for any other.

    What a person has decided, or has marked other words for, is no longer the reader's to doubt.
    """
    proposed = directive.proposed
    if not proposed or directive.decision != Directive.Decision.OPEN:
        return None
    if (directive.start, directive.end) != (proposed["start"], proposed["end"]):
        return None
    return sureness(directive) if sureness(directive) < DOUBTFUL_BELOW else None


def sureness(directive: Directive) -> float:
    """Return how sure the reader was of a directive: 1 of what a person or an older reader has found."""
    confidence = (directive.proposed or {}).get("confidence")
    return 1.0 if confidence is None else float(confidence)


def changed_from_proposal(directive: Directive, units: Iterable[Taken]) -> list[str]:
    """Return what a person has changed of what the reader proposed: some of :data:`CHANGEABLE`, in that order.

    Nothing for a directive that the reader did not propose. A lead or supporter is changed when a person chose one; of
    one that was only dropped, the row of the step tells.
    """
    proposed = directive.proposed
    if not proposed:
        return []
    chosen = {unit.role for unit in units if unit.basis == "person"}
    due = proposed.get("due") or {}
    is_changed = {
        "span": (directive.start, directive.end) != (proposed["start"], proposed["end"]),
        "lead": "lead" in chosen,
        "support": "support" in chosen,
        "due": (
            str(directive.due_on or ""), directive.due_period, directive.due_recurring
        ) != (due.get("date") or "", due.get("period") or "", due.get("recurring") or ""),
        "areas": directive.areas != proposed["areas"],
    }  # fmt: skip
    return [name for name in CHANGEABLE if is_changed[name]]
