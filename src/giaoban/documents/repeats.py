"""Which earlier directives of the committee a new one seems to repeat: an index a process, kept up to date."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from django.db.models import Count, Max, QuerySet, Sum

from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, Document, Repetition
from giaoban.language.likeness import REPEATS_FROM, LikenessIndex, likeness, signs_of

#: How many earlier directives are proposed at most.
PROPOSED = 3
#: Of so many of the most alike those are taken that stand and are earlier.
_LOOKED_AT = 30
_NOT_SAID = (Directive.Decision.REJECTED, Directive.Decision.REPLACED)


@dataclass(slots=True)
class _Known:
    """A committee's index, the last directive in it, and what shows that those before it have changed."""

    index: LikenessIndex = field(default_factory=LikenessIndex)
    last: int = 0
    sums: tuple[object, ...] = (0, None)


_known: dict[int, _Known] = {}
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Alike:
    """An earlier directive and how alike it is, from 0 to 1."""

    directive: Directive
    likeness: float


def earlier_alike(committee_id: int, words: str, *, before: Document | None = None) -> list[Alike]:
    """Return the directives of other documents that say most nearly these words, the most alike first.

    ``before`` is the document of the words: only what was said before its day counts. What was found to be no task
    does not count either.
    """
    found = _index_of(committee_id).most_like(words, limit=_LOOKED_AT)
    said = Directive.objects.filter(pk__in=[key for key, _likeness in found]).exclude(decision__in=_NOT_SAID)
    signs = signs_of(words)
    rows = []
    for one in said.select_related("document").defer("document__text", "document__folded", "document__extraction"):
        value = likeness(signs, signs_of(one.quote))
        if value >= REPEATS_FROM and (before is None or _is_earlier(one.document, before)):
            rows.append(Alike(one, value))
    return sorted(rows, key=lambda one: (-one.likeness, one.directive.pk))[:PROPOSED]


def _is_earlier(one: Document, other: Document) -> bool:
    return one.pk != other.pk and (day_of(one), one.pk) < (day_of(other), other.pk)


def _index_of(committee_id: int) -> LikenessIndex:
    """Return the committee's index with every directive in it; made anew where earlier ones have changed."""
    rows = Directive.objects.filter(document__committee_id=committee_id)
    with _lock:
        known = _known.get(committee_id)
        if known is None or known.sums != _sums(rows.filter(pk__lte=known.last)):
            known = _known[committee_id] = _Known()
        new = rows.filter(pk__gt=known.last).order_by("pk").values_list("pk", "quote")
        for pk, quote in new.iterator(chunk_size=2000):
            known.index.add(pk, quote)
            known.last = pk
        known.sums = _sums(rows.filter(pk__lte=known.last))
        return known.index


def know_directives(committee_id: int) -> None:
    """Bring the committee's index up to date, before a transaction that needs it: the first time takes seconds."""
    _index_of(committee_id)


def _sums(rows: QuerySet[Directive]) -> tuple[object, ...]:
    found = rows.aggregate(count=Count("pk"), places=Sum("start"), last=Max("pk"))
    return found["count"], found["places"], found["last"]


def propose_repetitions(document: Document) -> int:
    """Propose for each standing directive of a document the earlier ones that it seems to repeat; returns how many.

    Inside an action. Directives that have proposals keep them.
    """
    standing = document.directives.exclude(decision__in=_NOT_SAID).filter(repeats=None)
    rows = [
        Repetition(committee_id=document.committee_id, directive=one, earlier=alike.directive, likeness=alike.likeness)
        for one in standing
        for alike in earlier_alike(document.committee_id, one.quote, before=document)
    ]
    return len(Repetition.objects.bulk_create(rows))
