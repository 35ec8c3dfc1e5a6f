"""What was said before and what became of it (lặp lại): for cards of a review, tasks, and words being drafted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, Repetition
from giaoban.documents.repeats import earlier_alike
from giaoban.tasks import rules
from giaoban.tasks.models import Task

HEAVY = ("document__text", "document__folded", "document__extraction")


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier directive, and the task that was made of it; ``row`` is the proposal or the agreed repetition."""

    directive: Directive
    task: Task | None
    row: Repetition | None = None

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
    """What a directive repeats: what waits for a person, what was agreed, and all that was said before, in order."""

    proposed: tuple[Said, ...] = ()
    agreed: tuple[Said, ...] = ()
    before: tuple[Said, ...] = ()

    @property
    def times(self) -> int:
        """Which time it is said ("lần thứ 3"): once more than there were conferences that said it before."""
        return len({one.directive.document_id for one in self.before}) + 1


def repeats_of(directives: Sequence[Directive]) -> dict[int, Repeats]:
    """Return what directives of one committee repeat, by their ids; those that repeat nothing are left out.

    Two queries, and two more where something was agreed, however many directives.
    """
    state = Repetition.State
    ids = [one.pk for one in directives]
    rows = Repetition.objects.exclude(state=state.REFUSED).select_related("earlier__document")
    own = list(rows.filter(directive__in=ids).defer(*(f"earlier__{name}" for name in HEAVY)))
    tasks = _last_of(Task.objects.filter(directive__repeated_by__directive__in=ids))
    sets = _sets({one.root for one in own if one.root is not None})
    said = tasks | _with_tasks(one for each in sets.values() for one in each)
    found = {}
    for directive in directives:
        mine = [one for one in own if one.directive_id == directive.pk]
        agreed = [one for one in mine if one.state == state.AGREED]
        if not mine:
            continue
        day = (day_of(directive.document), directive.document_id)
        others = sets.get(agreed[0].root or 0, []) if agreed else []
        found[directive.pk] = Repeats(
            proposed=tuple(_said(one, said) for one in mine if one.state == state.PROPOSED) if not agreed else (),
            agreed=tuple(_said(one, said) for one in agreed),
            before=tuple(
                Said(one, said.get(one.pk)) for one in others if (day_of(one.document), one.document_id) < day
            ),
        )
    return found


def _said(row: Repetition, tasks: dict[int, Task]) -> Said:
    return Said(row.earlier, tasks.get(row.earlier_id), row)


def _sets(roots: Iterable[int]) -> dict[int, list[Directive]]:
    """Return the directives that hang together under each root, in the order in which they were said."""
    rows = Repetition.objects.filter(root__in=list(roots), state=Repetition.State.AGREED)
    heavy = [f"{end}__{name}" for end in ("directive", "earlier") for name in HEAVY]
    found: dict[int, dict[int, Directive]] = defaultdict(dict)
    for row in rows.select_related("directive__document", "earlier__document").defer(*heavy):
        found[row.root or 0] |= {row.directive_id: row.directive, row.earlier_id: row.earlier}
    return {root: sorted(each.values(), key=lambda one: (day_of(one.document), one.pk)) for root, each in found.items()}


def _with_tasks(directives: Iterable[Directive]) -> dict[int, Task]:
    """Return the task of each directive, by the directive's id: the last, where it was split."""
    return _last_of(Task.objects.filter(directive__in=[one.pk for one in directives]))


def _last_of(tasks: QuerySet[Task]) -> dict[int, Task]:
    return {one.directive_id: one for one in tasks.select_related("lead").defer("folded", "quote").order_by("pk")}


def said_before(actor: Actor, words: str) -> list[Said]:
    """Return the earlier directives that say nearly these words, and what became of them: for what is being drafted."""
    actor.require(Right.COMMITTEE_READ)
    alike = [one.directive for one in earlier_alike(actor.committee_id, words)]
    tasks = _with_tasks(alike)
    return [Said(one, tasks.get(one.pk)) for one in alike]
