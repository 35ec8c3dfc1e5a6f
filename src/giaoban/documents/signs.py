"""The signs of the committees' directives, kept as they are written, and which directives share the most with words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from django.db.models import Count

from giaoban.documents.models import DirectiveSign
from giaoban.language.likeness import Signs, neighbours, signs_of

#: So many rows are read for one directive, those of the rarest signs first: what nearly all say finds nothing.
_READ = 8_000
#: A sign that so many directives have counts half.
_COMMON = 1_000
_BATCH = 5_000


def keep_signs(
    committee_id: int, quotes: Mapping[int, str], *, model: type[DirectiveSign] | Any = DirectiveSign
) -> None:
    """Keep the signs of directives of one committee, by their ids, instead of those that they had.

    ``model`` is another in a migration alone. Inside an action.
    """
    model.objects.filter(directive__in=list(quotes)).delete()
    rows = (
        model(sign=sign, directive_id=directive_id)
        for directive_id, quote in quotes.items()
        for sign in _hashed(committee_id, signs_of(quote))
    )
    model.objects.bulk_create(rows, batch_size=_BATCH)


def sharing(committee_id: int, signs: Signs, *, limit: int) -> list[int]:
    """Return the ids of the committee's directives that share the most signs with these, rare signs before common."""
    weights = _hashed(committee_id, signs)
    having = _counts(weights)
    votes: Counter[int] = Counter()
    found = DirectiveSign.objects.filter(sign__in=_rarest(having)).values_list("sign", "directive_id")
    for sign, directive_id in found:
        votes[directive_id] += weights[sign] / (1 + having[sign] / _COMMON)  # type: ignore[assignment]
    return [directive_id for directive_id, _votes in votes.most_common(limit)]


def _counts(signs: Iterable[int]) -> dict[int, int]:
    """Return how many directives have each of the signs; those that none has are left out."""
    rows = DirectiveSign.objects.filter(sign__in=list(signs)).values_list("sign")
    return dict(rows.annotate(having=Count("directive_id")).order_by())


def _rarest(having: Mapping[int, int]) -> list[int]:
    """Return the rarest signs, as many as may be read."""
    chosen: list[int] = []
    read = 0
    for sign, count in sorted(having.items(), key=lambda one: (one[1], one[0])):
        read += count
        if chosen and read > _READ:
            break
        chosen.append(sign)
    return chosen


def _hashed(committee_id: int, signs: Signs) -> dict[int, float]:
    """Return the weights of the signs by which one is found, each under the hash that is kept."""
    return {_hash(f"{committee_id}:{sign}"): weight for sign, weight in neighbours(signs).items()}


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)
