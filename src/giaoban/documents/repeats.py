"""Which earlier directives of the committee a new one seems to repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, Document, Repetition
from giaoban.documents.signs import keep_signs, sharing
from giaoban.language.likeness import REPEATS_FROM, likeness, signs_of

#: How many earlier directives are proposed at most.
PROPOSED = 3
#: Of so many that share the most signs the likeness is computed.
_LOOKED_AT = 300
#: Of so many of the most alike those are taken that are earlier.
_LOADED = 60
_NOT_SAID = (Directive.Decision.REJECTED, Directive.Decision.REPLACED)
_HEAVY = ("document__text", "document__folded", "document__extraction")


@dataclass(frozen=True, slots=True)
class Alike:
    """An earlier directive and how alike it is, from 0 to 1."""

    directive: Directive
    likeness: float


def earlier_alike(
    committee_id: int, words: str, *, before: Document | None = None, until: date | None = None
) -> list[Alike]:
    """Return the directives of other documents that say most nearly these words, the most alike first.

    ``before`` is the document of the words: only what was said before its day counts; without one, what was said
    before the day ``until``. What was found to be no task does not count either.
    """
    values = _likenesses(committee_id, words)
    rows = Directive.objects.filter(pk__in=sorted(values, key=lambda pk: -values[pk])[:_LOADED])
    found = [Alike(one, values[one.pk]) for one in rows.select_related("document").defer(*_HEAVY)]
    earlier = [one for one in found if _is_earlier(one.directive.document, before, until)]
    return sorted(earlier, key=lambda one: (-one.likeness, one.directive.pk))[:PROPOSED]


def _likenesses(committee_id: int, words: str) -> dict[int, float]:
    """Return how alike the standing directives are that are alike enough, by their ids."""
    signs = signs_of(words)
    sharing_most = Directive.objects.filter(pk__in=sharing(committee_id, signs, limit=_LOOKED_AT))
    said = sharing_most.exclude(decision__in=_NOT_SAID).values_list("pk", "quote").order_by()
    values = {pk: likeness(signs, signs_of(quote)) for pk, quote in said}
    return {pk: value for pk, value in values.items() if value >= REPEATS_FROM}


def _is_earlier(one: Document, before: Document | None, until: date | None) -> bool:
    if before is not None:
        return one.pk != before.pk and (day_of(one), one.pk) < (day_of(before), before.pk)
    return until is None or day_of(one) < until


def know_directives(document: Document, directives: Iterable[Directive]) -> None:
    """Keep by what directives are found whose words were just written, and propose what they seem to repeat.

    Inside an action. Proposals on which nobody has decided are made anew; what a person decided stays.
    """
    written = list(directives)
    keep_signs(document.committee_id, {one.pk: one.quote for one in written})
    _propose(document, [one for one in written if one.decision not in _NOT_SAID])


def _propose(document: Document, standing: Sequence[Directive]) -> None:
    rows = Repetition.objects.filter(directive__in=standing)
    rows.filter(state=Repetition.State.PROPOSED).delete()
    decided = set(rows.values_list("directive_id", "earlier_id"))
    Repetition.objects.bulk_create(
        Repetition(committee_id=document.committee_id, directive=one, earlier=alike.directive, likeness=alike.likeness)
        for one in standing
        for alike in earlier_alike(document.committee_id, one.quote, before=document)
        if (one.pk, alike.directive.pk) not in decided
    )
