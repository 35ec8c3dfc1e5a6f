"""The pages of a review: the text beside its cards, one address for each thing that can be done to a directive."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from giaoban.committees.actors import Right
from giaoban.conferences.queries import conferences_proposed
from giaoban.documents import actions
from giaoban.documents.queries import (
    directive_of,
    document_of,
    rest_of,
    review_counts,
    standing_directives,
    unit_names,
    way_back,
)
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale
from giaoban.tasks.actions import assign_tasks
from giaoban.web.access.refusals import say, tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.documents.cards import cards_of, is_shown, least_sure_first
from giaoban.web.documents.marks import marked_lines
from giaoban.web.documents.sheets import VIEWS, chosen_view, sheets_of
from giaoban.web.documents.steps import answer, bar_context, next_open, step_data
from giaoban.web.toasts import done, say_at_once

View = Callable[..., HttpResponse]
DOUBTFUL = "doubtful"
SHOWN = ("open", DOUBTFUL, "accepted", "rejected")


@require_GET
def review(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Show a document under review.

    In the address ``chon`` is the directive looked at, ``hien`` which are shown, ``xep`` their order.
    """
    request.actor.require(Right.DOCUMENTS_REVIEW)
    document = document_of(request.actor, document_id)
    if document.state != "read":
        return redirect("document-page", document_id)
    directives = standing_directives(document)
    shown = request.GET.get("hien", "")
    shown = shown if shown in SHOWN else ""
    is_doubtful_first = request.GET.get("xep") == DOUBTFUL
    in_order = least_sure_first(directives) if is_doubtful_first else directives
    selected = _selected(request, in_order, shown)
    cards = cards_of(document, directives, selected=selected, shown=shown)
    place = {one.pk: number for number, one in enumerate(in_order)}
    context = {
        **bar_context(request, document),
        "cards": sorted(cards, key=lambda card: place[card.directive.pk]),
        "is_doubtful_first": is_doubtful_first,
        "lines": marked_lines(document, directives, selected=selected, rest=rest_of(document)),
        "sheets": sheets_of(document, directives, selected=selected),
        "views": VIEWS,
        "view": chosen_view(request.GET.get("xem")),
        "shown": shown,
        "has_doubtful": shown == DOUBTFUL or any(card.is_doubtful for card in cards),
        "unit_names": unit_names(document),
        "selected": selected,
    }
    return render(request, "documents/review/page.html", context)


def _selected(request: OfficeRequest, directives: list[Any], shown: str) -> int:
    """Return the directive to look at: the one that the address names, else the first open one that is shown."""
    ids = [one.pk for one in directives]
    chosen, behind = _number(request.GET.get("chon")), _number(request.GET.get("sau"))
    if chosen in ids:
        return chosen
    if not ids:
        return 0
    if shown == DOUBTFUL and (doubtful := [one for one in directives if is_shown(one, shown)]):
        return next_open(doubtful, after=behind)
    return next_open(directives, after=behind if behind in ids else ids[-1])


def a_step(view: View) -> View:
    """Make a view of an action on a review: only POST, and a refusal told beside the card it is about."""

    @require_POST
    @wraps(view)
    def answered(request: OfficeRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            if isinstance(refusal, NotAllowed | NotFound) or not request.htmx:  # type: ignore[attr-defined]
                raise
            return _refused(request, refusal)

    return answered


def _refused(request: OfficeRequest, refusal: Refusal) -> HttpResponse:
    """Say why not. What was typed stays in its field; of what was changed meanwhile the present state is shown."""
    response = HttpResponse(status=409 if isinstance(refusal, Stale) else 422)
    current: Any = getattr(refusal, "current", None)
    if hasattr(current, "document") and current.decision != "replaced":
        response = render(request, "documents/review/_stale.html", _stale_context(current), status=409)
    say_at_once(response, say(refusal), level="error")
    return response


def _stale_context(current: Any) -> dict[str, Any]:
    directives = standing_directives(current.document, with_units_of=[current.pk])
    cards = cards_of(current.document, directives, selected=current.pk)
    card = next(one for one in cards if one.directive.pk == current.pk)
    lines = marked_lines(
        current.document, directives, selected=current.pk, rest=rest_of(current.document), only=current.spans
    )
    sheets = sheets_of(current.document, directives, selected=current.pk, only=current.spans)
    return {"card": card, "lines": lines, "sheets": sheets, "data": json.dumps(step_data([card], current.pk))}


@a_step
def accept(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Accept a directive and go on to the next open one."""
    return answer(request, actions.accept_directive(request.actor, directive_id, version=_version(request)))


@a_step
def reject(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Say that the clause is no task, and go on."""
    return answer(request, actions.reject_directive(request.actor, directive_id, version=_version(request)))


@a_step
def reopen(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Take back a decision."""
    return answer(request, actions.reopen_directive(request.actor, directive_id, version=_version(request)))


@a_step
def edit(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Change the name, the due or the areas: whichever of them was sent."""
    sent = request.POST
    areas = None
    if "areas" in sent:
        areas = [code for code in sent.getlist("areas") if code]
    changes = actions.Changes(title=sent.get("title"), due=sent.get("due"), areas=areas)
    return answer(request, actions.edit_directive(request.actor, directive_id, changes, version=_version(request)))


@a_step
def respan(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Let a directive stand on the words that are selected in the text."""
    changes = actions.Changes(span=_span(request))
    return answer(request, actions.edit_directive(request.actor, directive_id, changes, version=_version(request)))


@a_step
def edge(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Move an edge by a word: ``edge`` is ``start-1``, ``start+1``, ``end-1`` or ``end+1``."""
    which, words = request.POST.get("edge", "")[:-2], _signed(request.POST.get("edge", "")[-2:])
    if which not in ("start", "end") or not words:
        raise NotFound
    step = actions.move_edge(request.actor, directive_id, which, words, version=_version(request))  # type: ignore[arg-type]
    return answer(request, step)


@a_step
def unit_add(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Add the unit or group that was typed, as lead or support."""
    role = request.POST.get("role", "")
    if role not in ("lead", "support"):
        raise NotFound
    written = request.POST.get("written", "")
    step = actions.add_unit(request.actor, directive_id, written, role, version=_version(request))
    return answer(request, step)


@a_step
def unit_drop(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Take a unit off."""
    unit_id = _number(request.POST.get("unit"))
    return answer(request, actions.drop_unit(request.actor, directive_id, unit_id, version=_version(request)))


@a_step
def split(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Split a directive before the word at a position."""
    position = _number(request.POST.get("position"))
    return answer(request, actions.split_directive(request.actor, directive_id, position, version=_version(request)))


@a_step
def merge(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Merge the directives that were chosen: fields ``chosen`` of ``id:version``."""
    return answer(request, actions.merge_directives(request.actor, _chosen(request)))


@a_step
def accept_shown(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Accept exactly the directives that are shown or chosen."""
    return answer(request, actions.accept_shown(request.actor, document_id, _chosen(request)))


@a_step
def reject_shown(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Say of exactly the directives that are shown or chosen that they are no tasks."""
    return answer(request, actions.reject_shown(request.actor, document_id, _chosen(request)))


@a_step
def add(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Add a directive that was missed, by the words selected."""
    return answer(request, actions.add_directive(request.actor, document_id, _span(request)))


@a_step
def undo(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Take back the last step."""
    seen = _number(request.POST.get("step") or request.GET.get("step"))
    return answer(request, actions.undo_step(request.actor, document_id, seen), is_undo=True)


@a_step
def redo(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Do again what was undone."""
    return answer(request, actions.redo_step(request.actor, document_id, _number(request.POST.get("step"))))


@a_step
def sign(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Sign that every clause which became no directive has been looked at."""
    document = actions.sign_rest(request.actor, document_id, version=_version(request))
    step = way_back(document).undo
    assert step is not None
    return answer(request, step)


@require_GET
def card(request: OfficeRequest, directive_id: int) -> HttpResponse:
    """Give the whole of a card, asked for when it is selected."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    directive = directive_of(request.actor, directive_id)
    directives = standing_directives(directive.document, with_units_of=[directive_id])
    cards = cards_of(directive.document, directives, selected=directive_id)
    found = next(one for one in cards if one.directive.pk == directive_id)
    return render(request, "documents/review/_full.html", {"card": found})


@require_GET
def rest(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Show the clauses that became no directive, in their order."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    document = document_of(request.actor, document_id)
    clauses = [(start, end, document.text[start:end]) for start, end in rest_of(document)]
    context = {"document": document, "clauses": clauses, "counts": review_counts(document)}
    is_part = bool(request.htmx)  # type: ignore[attr-defined]
    return render(request, "documents/review/_rest.html" if is_part else "documents/review/rest.html", context)


@require_POST
def give(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Give the tasks: one for each accepted directive."""
    try:
        tasks = assign_tasks(request.actor, document_id, version=_version(request))
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        tell(request, refusal)
        return redirect("document-review", document_id)
    words = ngettext("Đã giao %(count)d nhiệm vụ.", "Đã giao %(count)d nhiệm vụ.", len(tasks)) % {"count": len(tasks)}
    done(request, words)
    if conference := conferences_proposed(request.actor, tasks[0].document).first():
        return redirect(f"{reverse('conference-page', args=[conference.pk])}#ket-luan")
    return redirect(f"{reverse('task-list')}?document={document_id}")


def _version(request: OfficeRequest) -> int:
    return _number(request.POST.get("version"))


def _span(request: OfficeRequest) -> tuple[int, int]:
    return _number(request.POST.get("start")), _number(request.POST.get("end"))


def _chosen(request: OfficeRequest) -> dict[int, int]:
    """Return the ids and versions of what was chosen."""
    pairs = [one.partition(":") for one in request.POST.getlist("chosen")]
    return {_number(pk): _number(version) for pk, _colon, version in pairs}


def _number(typed: str | None) -> int:
    """Return a whole number that our own page sent; 0, which nothing has, for anything else."""
    return int(typed) if typed and typed.isascii() and typed.isdecimal() and len(typed) < 19 else 0


def _signed(typed: str) -> int:
    return {"+1": 1, "-1": -1}.get(typed, 0)
