"""What the projector and the presenter show: the slides of a meeting in their order, with what stands on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Prefetch, Q, QuerySet
from django.utils import timezone

from giaoban.audit import clock
from giaoban.conferences.models import AgendaItem, Conference, Decision, DraftDirective
from giaoban.conferences.slides import Place, order, place_named, standing_at
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.models import Assignment, Entry, Evidence, Task
from giaoban.tasks.states import AssignmentState

#: What a unit said of its part: progress, that it is done, its check-ins.
SAID = ("progress", "reported", "checked_in")
#: The item of the programme under which the last conclusion is gone through: the directives are its slides.
ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one unit said last of its part (trả lời của đơn vị), with the names of the files that show it."""

    unit: str
    text: str
    on: date
    percent: int
    is_done: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide with what stands on it: a task's words, leads, state, answers and decision; or an item's title."""

    place: Place
    task: Task | None = None
    item: AgendaItem | None = None
    leads: tuple[Assignment, ...] = ()
    supports: tuple[Assignment, ...] = ()
    answers: tuple[Answer, ...] = ()
    decision: Decision | None = None
    today: date = field(default_factory=clock.today)

    @property
    def name(self) -> str:
        """How it is called: ``task:17``."""
        return self.place.name

    @property
    def is_overdue(self) -> bool:
        """Whether a lead of the task is late."""
        return self.task is not None and rules.is_overdue(self.task.state, self.task.due_on, self.today)

    @property
    def is_near(self) -> bool:
        """Whether the task's due is soon."""
        return self.task is not None and rules.is_near(self.task.state, self.task.due_on, self.today)

    @property
    def silent(self) -> tuple[Assignment, ...]:
        """The leads that have said nothing (chưa có trả lời)."""
        told = {one.unit for one in self.answers}
        return tuple(one for one in self.leads if one.unit.name not in told)


@dataclass(frozen=True, slots=True)
class Deck:
    """Every slide of a meeting in order (bộ trang trình chiếu)."""

    conference: Conference
    slides: tuple[Slide, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Where each slide stands."""
        return tuple(one.place for one in self.slides)

    @property
    def tasks(self) -> tuple[Slide, ...]:
        """The slides of tasks."""
        return tuple(one for one in self.slides if one.task is not None)

    @property
    def decided(self) -> int:
        """How many of the tasks have the chair's decision."""
        return sum(one.decision is not None for one in self.tasks)

    def slide(self, name: str) -> Slide:
        """Return the slide of that name; the title for one that is gone."""
        place = standing_at(self.places, name)
        return next(one for one in self.slides if one.place == place)


def places_of(conference: Conference) -> tuple[Place, ...]:
    """Return the places of a conference's meeting. The order does not change with what is decided."""
    return order(_last(conference), _earlier(conference), _items(conference).values_list("pk", flat=True))


def _last(conference: Conference) -> Iterable[int]:
    """Return the tasks of the last conclusion, in the order of its words."""
    previous = conference.previous
    if previous is None or previous.conclusion_id is None:
        return ()
    given = Task.objects.filter(document_id=previous.conclusion_id)
    return given.filter(_stood(conference)).order_by("directive__start", "number").values_list("pk", flat=True)


def _earlier(conference: Conference) -> Iterable[int]:
    """Return what conclusions before the last one left open until this meeting: nothing of them vanishes."""
    before = Conference.objects.filter(
        committee_id=conference.committee_id, kind=conference.kind, held_on__lt=conference.held_on
    )
    if conference.previous_id is not None:
        before = before.exclude(pk=conference.previous_id)
    documents = before.exclude(conclusion=None).values("conclusion")
    left = Task.objects.filter(document__in=documents).filter(_stood(conference) & _was_open(conference))
    return left.order_by("year", "number").values_list("pk", flat=True)


def _stood(conference: Conference) -> Q:
    """Tasks as they stood when the meeting began: those that it gave again itself are for the next one."""
    return ~Q(pk__in=Decision.objects.filter(conference=conference).exclude(new_task=None).values("new_task"))


def _was_open(conference: Conference) -> Q:
    decided = Decision.objects.filter(conference=conference, undone_at=None).values("task")
    return Q(closed_on=None) | Q(closed_on__gte=conference.held_on) | Q(pk__in=decided)


def _items(conference: Conference) -> QuerySet[AgendaItem]:
    return conference.agenda.filter(is_closed=False).exclude(kind=ANSWERS).order_by("position", "pk")


def deck_of(conference: Conference) -> Deck:
    """Return every slide of a conference's meeting. A fixed number of queries, however many there are."""
    places = places_of(conference)
    return Deck(conference, _filled(conference, places))


def slide_of(conference: Conference, name: str) -> tuple[Slide, int]:
    """Return one slide and how many there are, without loading the others."""
    places = places_of(conference)
    return _filled(conference, [standing_at(places, name)])[0], len(places) - 1


def slide_alone(conference: Conference, name: str) -> Slide:
    """Return one slide; raises :class:`~giaoban.refusal.NotFound` for a name that is none."""
    place = place_named(places_of(conference), name)
    if place is None:
        raise NotFound
    return _filled(conference, [place])[0]


def slide_marks(conference: Conference) -> dict[str, str]:
    """Return a mark of what is on each slide, by its name: another mark, and something on it was changed.

    Four small queries, asked every other second by each presenter's page.
    """
    places = places_of(conference)
    ids = [one.id for one in places if one.kind == "task" and one.id]
    told = Task.objects.filter(pk__in=ids).order_by().annotate(last=Max("entries"))
    tasks = {f"task:{pk}": f"{version}-{last}" for pk, version, last in told.values_list("pk", "version", "last")}
    noted = {name: "-".join(str(one.pk) for one in found) for name, found in noted_in(conference).items()}
    return {one.name: f"{tasks.get(one.name, '')}.{noted.get(one.name, '')}" for one in places}


def noted_in(conference: Conference) -> dict[str, list[DraftDirective]]:
    """Return what was concluded in the meeting so far, by the slide at which it was typed."""
    found = DraftDirective.objects.filter(conclusion__conference=conference, is_closed=False).exclude(origin="")
    noted: dict[str, list[DraftDirective]] = {}
    for one in found.order_by("position", "pk"):
        noted.setdefault(one.origin, []).append(one)
    return noted


def _filled(conference: Conference, places: Sequence[Place]) -> tuple[Slide, ...]:
    task_ids = [one.id for one in places if one.kind == "task" and one.id]
    tasks, decisions = _tasks(task_ids, conference.closed_after), _decisions(conference, task_ids)
    items = _items(conference).select_related("unit").in_bulk([one.id for one in places if one.kind == "item"])
    made = []
    for place in places:
        if place.kind == "task" and place.id in tasks:
            made.append(_task_slide(place, tasks[place.id], decisions.get(place.id)))
        else:
            made.append(Slide(place, item=items.get(place.id) if place.kind == "item" else None))
    return tuple(made)


def _tasks(ids: Sequence[int], closed_after: int | None) -> dict[int, Task]:
    """Return the tasks with their parts and what was said of them; to a closed conference nothing is said any more.

    ``closed_after`` is the number of the last entry before it closed, since a clock may be set back.
    """
    parts = Prefetch("assignments", Assignment.objects.select_related("unit").order_by("pk"), to_attr="parts")
    evidence = Prefetch("evidence", Evidence.objects.select_related("file").order_by("pk"), to_attr="shown")
    # A check-in without words says that nothing is new: what was said before it stands.
    words = Entry.objects.filter(kind__in=SAID, undone_at=None).exclude(kind="checked_in", text="")
    in_time = words if closed_after is None else words.filter(pk__lte=closed_after)
    said = in_time.order_by("pk").prefetch_related(evidence)
    told = Prefetch("entries", said, to_attr="said")
    found: QuerySet[Task] = Task.objects.select_related("document", "directive").prefetch_related(parts, told)
    return found.defer("folded", "document__text", "document__folded", "document__extraction").in_bulk(ids)


def _decisions(conference: Conference, ids: Sequence[int]) -> dict[int, Decision]:
    found = conference.decisions.filter(task__in=ids, undone_at=None).select_related("entry", "new_task")
    return {one.task_id: one for one in found if one.stands}


def _task_slide(place: Place, task: Task, decision: Decision | None) -> Slide:
    parts: list[Assignment] = task.parts  # type: ignore[attr-defined]
    live = [one for one in parts if one.state != AssignmentState.WITHDRAWN] or parts
    return Slide(
        place,
        task=task,
        leads=tuple(one for one in live if one.role == Assignment.Role.LEAD),
        supports=tuple(one for one in live if one.role == Assignment.Role.SUPPORT),
        answers=tuple(_answers(task, live)),
        decision=decision,
    )


def _percent_said(entry: Entry, part: Assignment) -> int:
    """Return how far a part was as its unit said it: all of it once it was done, else the percent said then."""
    if entry.kind == "reported":
        return 100
    return rules.shown_percent(part.state, part.percent) if entry.percent is None else entry.percent


def _answers(task: Task, parts: Sequence[Assignment]) -> Iterable[Answer]:
    """Yield what each unit said last, leads first."""
    said: list[Entry] = task.said  # type: ignore[attr-defined]
    latest = {one.assignment_id: one for one in said}
    for part in sorted(parts, key=lambda one: (one.role != Assignment.Role.LEAD, one.pk)):
        entry = latest.get(part.pk)
        if entry is not None:
            yield Answer(
                unit=part.unit.name,
                text=entry.text,
                on=timezone.localdate(entry.at),
                percent=_percent_said(entry, part),
                is_done=entry.kind == "reported",
                evidence=tuple(one.file.name for one in entry.shown),  # type: ignore[attr-defined]
            )
