"""The facts of a document and of the conference that it tells of, as the specialist corrects them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.documents.actions.entering import enter_own
from giaoban.documents.actions.opening import open_review
from giaoban.documents.models import Document
from giaoban.documents.steps import Step
from giaoban.periods import parse_period
from giaoban.refusal import Refusal, Stale, phrase
from giaoban.vietnamese import fold, tidy


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document and its conference; ``reviewed`` and ``ahead`` are periods as typed."""

    title: str
    symbol: str = ""
    issued_on: date | None = None
    conference_title: str = ""
    conference_on: date | None = None
    conference_host: str = ""
    chair_name: str = ""
    chair_title: str = ""
    reviewed: str = ""
    ahead: str = ""


@action
def edit_facts(actor: Actor, document_id: int, facts: Facts, *, version: int) -> Document:
    """Correct what the reader found about the document and its conference (thông tin hội nghị).

    Raises :class:`~giaoban.refusal.Stale` where the review went on since ``version``.
    """
    document = open_review(actor, document_id)
    if document.version != version:
        raise Stale(document)
    values = _clean(facts)
    step = Step(document)
    for name, value in values.items():
        setattr(document, name, value)
    document.is_named = True
    document.save()
    enter_own(document)
    step.keep(actor, "facts")
    return document


def _clean(facts: Facts) -> dict[str, object]:
    values: dict[str, object] = {
        name: tidy(value) if isinstance(value, str) else value for name, value in asdict(facts).items()
    }
    if not values["title"]:
        raise Refusal("documents.title_missing", phrase("Văn bản phải có tên."))
    year = facts.conference_on.year if facts.conference_on else None
    for name in ("reviewed", "ahead"):
        values[name] = typed_period(str(values[name]), year)
    return values


def typed_period(typed: str, year: int | None) -> str:
    """Return a period as typed ("quý II", "quý II/2024", "2024-Q2") in its ISO form; "" for nothing.

    Raises :class:`~giaoban.refusal.Refusal` for words that are no period.
    """
    if not fold(typed):
        return ""
    try:
        return str(parse_period(typed, year))
    except ValueError as error:
        sentence = phrase("Chưa hiểu kỳ “%(typed)s”. Ghi như: quý II/2024, tháng 6/2024, 6 tháng đầu năm 2024.")
        raise Refusal("documents.period_not_understood", sentence, typed=typed) from error
