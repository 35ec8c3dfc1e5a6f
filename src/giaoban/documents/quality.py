"""How good the reader is, told by the reviews that people made (chất lượng đọc văn bản).

Only documents that were given count: of these somebody has decided every proposal and signed that nothing was missed.
A proposal was accepted as it is, accepted with changes, or rejected; a directive that a person added was missed.
A proposal that was split or merged counts as changed in its span; one that a later reading took back does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import sqrt
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from giaoban.documents.models import Directive, DirectiveUnit, Document, ReviewStep
from giaoban.documents.rules import changed_from_proposal
from giaoban.documents.titles import title_of
from giaoban.periods import Period

#: What can be changed of a proposal, in the order in which it is told.
FIELDS = ("span", "lead", "support", "due", "areas", "title")
#: Fewer than so many say little; the range that a share may lie in is then wide.
FEW = 30
#: Of the normal distribution, for a range that holds in 95 of 100 cases.
_Z = 1.96


class Outcome(StrEnum):
    """What became of a proposal, or of a directive that was none."""

    AS_IS = "as-is"
    CHANGED = "changed"
    REJECTED = "rejected"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Judged:
    """A directive on which a review has given judgement; ``fields`` are what was changed of a proposal.

    ``period`` is the quarter in which the document came.
    """

    directive: Directive
    doc_type: str
    period: str
    outcome: Outcome
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Quality:
    """Counts over some documents: by outcome, and by what was changed."""

    documents: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)

    @property
    def proposed(self) -> int:
        """How many proposals were decided."""
        return self.outcomes.total() - self.outcomes[Outcome.MISSED]

    @property
    def accepted(self) -> int:
        """How many of them are directives, changed or not."""
        return self.outcomes[Outcome.AS_IS] + self.outcomes[Outcome.CHANGED]

    @property
    def directives(self) -> int:
        """How many directives the documents hold: those accepted and those missed."""
        return self.accepted + self.outcomes[Outcome.MISSED]

    @property
    def is_few(self) -> bool:
        """Whether there are too few to say much."""
        return self.proposed < FEW

    def as_dict(self) -> dict[str, Any]:
        """Return the counts and shares by names, for programs; a share is None where there is nothing to share."""
        return {
            "documents": self.documents,
            "proposed": self.proposed,
            **{outcome.value.replace("-", "_"): self.outcomes[outcome] for outcome in Outcome},
            "changed_by_field": {name: self.fields[name] for name in FIELDS},
            "as_is_share": share(self.outcomes[Outcome.AS_IS], self.proposed),
            "precision": share(self.accepted, self.proposed),
            "recall": share(self.accepted, self.directives),
            "is_few": self.is_few,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """The whole, by kind of document and by the quarter in which it came; ``at_review`` documents are not counted."""

    total: Quality
    by_type: dict[str, Quality]
    by_period: dict[str, Quality]
    at_review: int

    def as_dict(self) -> dict[str, Any]:
        """Return the report by names, for programs."""
        return {
            "total": self.total.as_dict(),
            "by_type": {code: one.as_dict() for code, one in self.by_type.items()},
            "by_period": {code: one.as_dict() for code, one in self.by_period.items()},
            "documents_at_review": self.at_review,
        }


def reader_quality(committee_ids: Iterable[int] | None) -> Report:
    """Return how the reader's proposals fared in the reviews of these committees; None: of all on this server."""
    of_committees = Document.objects.order_by()
    if committee_ids is not None:
        of_committees = of_committees.filter(committee_id__in=list(committee_ids))
    reviews = _Reviews(of_committees)
    total, by_type, by_period = Quality(), dict[str, Quality](), dict[str, Quality]()
    for document in reviews.documents.values():
        for one in _kinds_of(document, total, by_type, by_period):
            one.documents += 1
    for judged in reviews.judged():
        for one in (total, by_type[judged.doc_type], by_period[judged.period]):
            one.outcomes[judged.outcome] += 1
            one.fields.update(judged.fields)
    at_review = of_committees.filter(state=Document.State.READ).count()
    return Report(total, dict(sorted(by_type.items())), dict(sorted(by_period.items(), reverse=True)), at_review)


def judged_directives(committee_id: int) -> list[Judged]:
    """Return every directive of a committee on which a review has given judgement, newest documents first."""
    reviews = _Reviews(Document.objects.filter(committee_id=committee_id).order_by())
    return sorted(reviews.judged(), key=lambda one: (-one.directive.document_id, one.directive.start))


def share(count: int, of: int) -> float | None:
    """Return a share to three places; None of nothing."""
    return round(count / of, 3) if of else None


def likely_range(count: int, of: int) -> tuple[float, float]:
    """Return between which shares the true one lies in 95 of 100 cases (Wilson 1927); (0, 1) of nothing.

    >>> [round(one, 2) for one in likely_range(8, 10)]
    [0.49, 0.94]
    """
    if not of:
        return 0.0, 1.0
    found = count / of
    middle = found + _Z**2 / (2 * of)
    reach = _Z * sqrt(found * (1 - found) / of + _Z**2 / (4 * of**2))
    whole = 1 + _Z**2 / of
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def quarter_of(document: Document) -> str:
    """Return the quarter in which a document came, as ``2024-Q2``."""
    day = timezone.localtime(document.added_at)
    return str(Period.of_quarter(day.year, (day.month + 2) // 3))


def _kinds_of(
    document: Document, total: Quality, by_type: dict[str, Quality], by_period: dict[str, Quality]
) -> tuple[Quality, Quality, Quality]:
    return (
        total,
        by_type.setdefault(document.doc_type, Quality()),
        by_period.setdefault(quarter_of(document), Quality()),
    )


class _Reviews:
    """The finished reviews among some documents."""

    def __init__(self, documents: QuerySet[Document]) -> None:
        given = documents.filter(state=Document.State.GIVEN)
        self.documents = {one.pk: one for one in given.only("pk", "doc_type", "added_at")}
        self._given = given.values("pk")

    def judged(self) -> Iterator[Judged]:
        """Yield what was decided, told or added."""
        for directive in Directive.objects.filter(document__in=self._given).order_by("document_id", "start", "pk"):
            outcome, fields = self._outcome(directive)
            if outcome is not None:
                document = self.documents[directive.document_id]
                yield Judged(directive, document.doc_type, quarter_of(document), outcome, fields)

    def _outcome(self, one: Directive) -> tuple[Outcome | None, tuple[str, ...]]:
        is_accepted = one.decision == Directive.Decision.ACCEPTED
        if one.proposed is None:
            was_missed = one.pk in self._added and (is_accepted or one.pk in self._reshaped)
            return (Outcome.MISSED if was_missed else None), ()
        if one.pk in self._reshaped:
            return Outcome.CHANGED, ("span",)
        if one.decision == Directive.Decision.REJECTED:
            return Outcome.REJECTED, ()
        if not is_accepted:
            return None, ()
        fields = self._changed(one)
        return (Outcome.CHANGED if fields else Outcome.AS_IS), fields

    def _changed(self, one: Directive) -> tuple[str, ...]:
        changed = set(changed_from_proposal(one, ()))
        before, now = self._units_before.get(one.pk), self._units.get(one.pk, set())
        for role in ("lead", "support"):
            if before is not None and _of_role(before, role) != _of_role(now, role):
                changed.add(role)
        if one.title != title_of(one.quote):
            changed.add("title")
        return tuple(name for name in FIELDS if name in changed)

    @cached_property
    def _units(self) -> dict[int, set[tuple[int, str]]]:
        units: dict[int, set[tuple[int, str]]] = {}
        rows = DirectiveUnit.objects.filter(directive__document__in=self._given).order_by()
        for directive_id, unit_id, role in rows.values_list("directive_id", "unit_id", "role"):
            units.setdefault(directive_id, set()).add((unit_id, role))
        return units

    @cached_property
    def _steps(self) -> list[ReviewStep]:
        """The standing steps that changed what there is; decisions alone did not."""
        kinds = ("edit", "split", "merge", "add")
        steps = ReviewStep.objects.filter(document__in=self._given, undone_at=None, is_dropped=False)
        return list(steps.filter(kind__in=kinds).order_by("pk").only("kind", "before", "after"))

    @cached_property
    def _units_before(self) -> dict[int, set[tuple[int, str]]]:
        """The units of each directive before it was first edited."""
        found: dict[int, set[tuple[int, str]]] = {}
        for step in self._steps:
            for row in step.before["directives"] if step.kind == "edit" else ():
                found.setdefault(row["id"], {(unit_id, role) for unit_id, role, _basis in row["units"]})
        return found

    @cached_property
    def _reshaped(self) -> set[int]:
        """The directives that were split or merged away."""
        shapes = [step for step in self._steps if step.kind in ("split", "merge")]
        stood = {row["id"] for step in shapes for row in step.before["directives"] if row["decision"] != "replaced"}
        gone = {row["id"] for step in shapes for row in step.after["directives"] if row["decision"] == "replaced"}
        return stood & gone

    @cached_property
    def _added(self) -> set[int]:
        return {row["id"] for step in self._steps if step.kind == "add" for row in step.after["directives"]}


def _of_role(units: set[tuple[int, str]], role: str) -> set[int]:
    return {unit_id for unit_id, held in units if held == role}
