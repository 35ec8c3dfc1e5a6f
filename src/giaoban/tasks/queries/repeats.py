"""What was said before and what became of it (lặp lại): for cards of a review, tasks, and words being drafted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import Q

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, Repetition
from giaoban.documents.repeats import earlier_alike
from giaoban.tasks import rules
from giaoban.tasks.models import Task

State = Repetition.State
HEAVY = ("document__text", "document__folded", "document__extraction")


class Link(Protocol):
    """A proposal that a directive repeats an earlier one, or that a person agreed to."""

    pk: int
    version: int
    state: str

    @property
    def earlier(self) -> Directive: ...


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier directive, and the task that was made of it; ``row`` is the proposal or the agreed repetition."""

    directive: Directive
    task: Task | None
    row: Link | None = None

    @property
    def period(self) -> str:
        """The period that its conference reviewed; "" where that is not known."""
        return self.directive.document.reviewed

    @property
    def is_overdue(self) -> bool:
        """Whether its task is late."""
        return self.task is not None and rules.is_overdue(self.task.state, self.task.due_on, clock.today())


@dataclass(frozen=True, slots=True)
class Repeats:
    """What a directive repeats: what waits for a person or what was agreed, and all that was said before, in order.

    Where nobody has agreed yet, ``before`` is what would have been said before if what is proposed is right.
    """

    proposed: tuple[Said, ...] = ()
    agreed: tuple[Said, ...] = ()
    before: tuple[Said, ...] = ()

    @property
    def times(self) -> int:
        """Which time it is said ("lần thứ 3"): once more than there were conferences that said it before."""
        return len({one.directive.document_id for one in self.before}) + 1


def repeats_of(directives: Sequence[Directive]) -> dict[int, Repeats]:
    """Return what directives of one committee repeat, by their ids; those that repeat nothing are left out.

    Three queries, however many directives.
    """
    rows = Repetition.objects.filter(directive__in=directives).exclude(state=State.REFUSED)
    links: dict[int, list[Link]] = defaultdict(list)
    for row in rows.select_related("earlier__document").defer(*(f"earlier__{name}" for name in HEAVY)):
        links[row.directive_id].append(row)
    days = {one.pk: (day_of(one.document), one.document_id) for one in directives}
    return told(links, days)


def told(links: Mapping[int, Sequence[Link]], days: Mapping[int, tuple[date, int]]) -> dict[int, Repeats]:
    """Return what each of some directives repeats, by the keys of their links.

    ``days`` are, by the same keys, the day and the document before which a directive counts as said before.
    """
    earlier = {one.earlier.pk: one.earlier for each in links.values() for one in each}
    if not earlier:
        return {}
    sets = _together(earlier)
    tasks = _with_tasks(one for each in sets.values() for one in each)
    return {key: _repeats(rows, sets, tasks, until=days[key]) for key, rows in links.items()}


def _repeats(
    rows: Sequence[Link], sets: Mapping[int, Sequence[Directive]], tasks: Mapping[int, Task], *, until: tuple[date, int]
) -> Repeats:
    agreed = [one for one in rows if one.state == State.AGREED]
    proposed = [] if agreed else rows
    before = {one.pk: one for row in agreed or proposed for one in sets[row.earlier.pk] if _said_on(one) < until}
    return Repeats(
        proposed=tuple(Said(one.earlier, tasks.get(one.earlier.pk), one) for one in proposed),
        agreed=tuple(Said(one.earlier, tasks.get(one.earlier.pk), one) for one in agreed),
        before=tuple(Said(one, tasks.get(one.pk)) for one in _in_order(before.values())),
    )


def _said_on(directive: Directive) -> tuple[date, int]:
    return day_of(directive.document), directive.document_id


def _in_order(directives: Iterable[Directive]) -> list[Directive]:
    return sorted(directives, key=lambda one: (*_said_on(one), one.pk))


def _together(directives: Mapping[int, Directive]) -> dict[int, list[Directive]]:
    """Return for each directive all that were agreed to say the same, itself too, by its id."""
    agreed = Repetition.objects.filter(state=State.AGREED)
    touching = agreed.filter(Q(directive__in=directives) | Q(earlier__in=directives)).values("root")
    heavy = [f"{end}__{name}" for end in ("directive", "earlier") for name in HEAVY]
    rows = agreed.filter(root__in=touching).select_related("directive__document", "earlier__document").defer(*heavy)
    sets: dict[int | None, dict[int, Directive]] = defaultdict(dict)
    root_of: dict[int, int | None] = {}
    for row in rows:
        sets[row.root] |= {row.directive_id: row.directive, row.earlier_id: row.earlier}
        root_of |= {row.directive_id: row.root, row.earlier_id: row.root}
    return {pk: list(sets[root_of[pk]].values()) if pk in root_of else [one] for pk, one in directives.items()}


def _with_tasks(directives: Iterable[Directive]) -> dict[int, Task]:
    """Return the task of each directive, by the directive's id: the last, where it was split."""
    tasks = Task.objects.filter(directive__in=[one.pk for one in directives])
    return {one.directive_id: one for one in tasks.select_related("lead").defer("folded", "quote").order_by("pk")}


def said_before(actor: Actor, words: str) -> list[Said]:
    """Return the earlier directives that say nearly these words, and what became of them: for what is being drafted."""
    actor.require(Right.COMMITTEE_READ)
    alike = [one.directive for one in earlier_alike(actor.committee_id, words)]
    tasks = _with_tasks(alike)
    return [Said(one, tasks.get(one.pk)) for one in alike]
