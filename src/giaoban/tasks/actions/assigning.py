"""Giving a document's directives as tasks (giao nhiệm vụ)."""

from __future__ import annotations

from django.db.models import Max

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Committee
from giaoban.documents.models import Directive, Document
from giaoban.documents.queries import review_counts
from giaoban.documents.rules import what_blocks_giving
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.actions.check_ins import open_first_check_ins
from giaoban.tasks.actions.in_hand import TaskInHand
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import AlreadyAssigned, ReviewNotDone


@action
def assign_tasks(actor: Actor, document_id: int, *, version: int) -> list[Task]:
    """Make the tasks of a document: one for each accepted directive, in the order of its text.

    A task has one assignment for each unit that leads or supports; groups were resolved to their units at review.
    Tasks are numbered by committee and year without gap. The document is then given, and no longer reviewed.

    Raises a refusal where directives are still open, none is accepted, one has no lead, nobody signed that no clause
    was missed, or the tasks were made before; :class:`~giaoban.refusal.Stale` for an older version of the document.
    """
    actor.require(Right.TASKS_ASSIGN)
    document = (
        Document.objects.select_for_update(of=("self",)).filter(pk=document_id, committee_id=actor.committee_id).first()
    )
    if document is None:
        raise NotFound
    directives = _givable_directives(document)
    advance(document, version)
    number = last_number(document.committee_id, clock.today().year)
    tasks = [_assign(actor, document, directive, number + place) for place, directive in enumerate(directives, start=1)]
    document.state, document.given_at = Document.State.GIVEN, clock.now()
    document.save(update_fields=["state", "given_at"])
    record(actor, "tasks.document.assigned", document, after={"tasks": [task.code for task in tasks]})
    return tasks


def _givable_directives(document: Document) -> list[Directive]:
    """Return the accepted directives; raises the refusal that says why they cannot be given yet."""
    if document.state == Document.State.GIVEN:
        raise AlreadyAssigned
    for blocker in what_blocks_giving(document, review_counts(document)):
        raise ReviewNotDone(blocker)
    accepted = document.directives.filter(decision=Directive.Decision.ACCEPTED)
    return list(accepted.prefetch_related("units__unit").order_by("start", "pk"))


def last_number(committee_id: int, year: int) -> int:
    """Return the last number given in the year; holds the committee's row so that nobody else takes the next."""
    Committee.objects.select_for_update(no_key=True).get(pk=committee_id)
    return Task.objects.filter(committee_id=committee_id, year=year).aggregate(last=Max("number"))["last"] or 0


def _assign(actor: Actor, document: Document, directive: Directive, number: int) -> Task:
    due = rules.given_due(directive.due_on, directive.due_period, document.ahead)
    areas = list(directive.areas) or ["other"]
    task = Task.objects.create(
        committee_id=document.committee_id,
        year=clock.today().year,
        number=number,
        directive=directive,
        document=document,
        title=directive.title,
        quote=directive.quote,
        area=areas[0],
        areas=areas,
        due_on=due.on,
        first_due_on=due.on,
        due_basis=due.basis,
        due_text=directive.due_text,
        due_period=directive.due_period or (document.ahead if due.basis == "conference" else ""),
        recurring=directive.due_recurring,
        given_on=clock.today(),
        given_by=actor.name,
    )
    Assignment.objects.bulk_create(
        Assignment(
            committee_id=task.committee_id,
            task=task,
            unit=one.unit,
            role=one.role,
            due_on=due.on,
            first_due_on=due.on,
        )
        for one in directive.units.all()
    )
    open_first_check_ins(task)
    TaskInHand(actor, task).tell("given", text=document.symbol or document.title, can_undo=False)
    return task
