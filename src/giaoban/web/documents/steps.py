"""The answer to a step of a review: with htmx only what the step changed, else the way back to the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from giaoban.documents.queries import (
    document_of,
    rest_of,
    review_counts,
    standing_directives,
    way_back,
)
from giaoban.documents.rules import Blocker, what_blocks_giving
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.documents.cards import STATE_CLASSES, Card, cards_of
from giaoban.web.documents.marks import marked_lines
from giaoban.web.documents.sheets import sheets_of
from giaoban.web.documents.words import step_words
from giaoban.web.toasts import done

if TYPE_CHECKING:
    from giaoban.documents.models import Document, ReviewStep

Span = tuple[int, int]
#: Beyond so many changed cards the whole page is quicker than its parts.
MOST_PARTS = 60
#: Steps after which the person goes on to the next open directive.
GOES_ON = ("accept", "reject")
#: What of the review's address stays over a step: which directives are shown, in which order.
KEPT = ("hien", "xep")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a step changed, told to the page; ``is_undo`` tells it backwards."""

    request: OfficeRequest
    step: ReviewStep
    is_undo: bool = False

    @property
    def before(self) -> dict[str, Any]:
        """What stood before."""
        return dict(self.step.after if self.is_undo else self.step.before)

    @property
    def after(self) -> dict[str, Any]:
        """What stands now."""
        return dict(self.step.before if self.is_undo else self.step.after)

    @property
    def selected(self) -> int:
        """The directive that the page says is looked at; 0 for none."""
        typed = self.request.POST.get("selected", "")
        return int(typed) if typed.isdecimal() else 0


def answer(request: OfficeRequest, step: ReviewStep, *, is_undo: bool = False) -> HttpResponse:
    """Answer a step of a review."""
    told = Answer(request, step, is_undo)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('document-review', args=[step.document_id])}{_place(told)}")
    if len(told.after["directives"]) > MOST_PARTS:
        undo = f"{reverse('review-undo', args=[step.document_id])}?step={step.pk}"
        words = step_words(step.kind, len(told.after["directives"]), is_undo=is_undo)
        done(request, words, undo_address="" if is_undo else undo)
        return HttpResponse(headers={"HX-Refresh": "true"})
    document = document_of(request.actor, step.document_id)
    return HttpResponse(_parts(told, document))


def _place(told: Answer) -> str:
    """Return where on the page a person without script goes on: at what was touched, or after a decision behind it."""
    touched = [row["id"] for row in told.after["directives"] if row["decision"] != "replaced"]
    kept = _kept_choices(told.request)
    if not touched:
        return f"?{urlencode(kept)}" if kept else ""
    if told.step.kind in GOES_ON and not told.is_undo:
        return f"?{urlencode(kept | {'sau': touched[-1]})}"
    return f"?{urlencode(kept | {'chon': touched[0]})}#d-{touched[0]}"


def _kept_choices(request: OfficeRequest) -> dict[str, str]:
    """Return which directives the page before showed, and in which order, as its address said."""
    came_from = parse_qs(urlsplit(request.headers.get("Referer", "")).query)
    return {name: came_from[name][0] for name in KEPT if name in came_from}


def _parts(told: Answer, document: Document) -> str:
    was = {row["id"]: row for row in told.before["directives"]}
    touched = {row["id"] for row in told.after["directives"]}
    standing = standing_directives(document, with_units_of=touched)
    selected = _selected(told, standing)
    cards = cards_of(document, standing, selected=selected)
    changed = [card for card in cards if card.directive.pk in touched]
    gone = [pk for pk in touched if pk not in {card.directive.pk for card in changed}]
    made = [card for card in changed if was[card.directive.pk]["decision"] == "replaced"]
    kept = [card for card in changed if card not in made]
    context = {
        **bar_context(told.request, document),
        "gone": gone,
        "made": [(card, _anchor(cards, card)) for card in made],
        "kept": kept,
        "selected": selected,
        "selected_card": next((card for card in cards if card.directive.pk == selected), None),
        "is_selected_kept": selected == told.selected and any(card.directive.pk == selected for card in kept),
        **_marked(told, document, standing, selected),
        "say": step_words(told.step.kind, len(touched), is_undo=told.is_undo),
        "data": json.dumps(step_data(changed, selected, step=told.step.pk, kind=told.step.kind)),
    }
    return render_to_string("documents/review/_step.html", context, told.request)


def _selected(told: Answer, standing: Sequence[Any]) -> int:
    """Return the directive to look at now: after a decision the next open one, else what was touched."""
    touched = [row["id"] for row in told.after["directives"] if row["decision"] != "replaced"]
    if told.step.kind in GOES_ON and not told.is_undo:
        return next_open(standing, after=touched[-1])
    if told.step.kind in ("edit", "facts", "sign") and told.selected:
        return told.selected
    return touched[0] if touched else told.selected


def next_open(standing: Sequence[Any], *, after: int) -> int:
    """Return the id of the first open directive behind another, else of the first open one, else that one itself."""
    ids = [one.pk for one in standing]
    place = ids.index(after) + 1 if after in ids else 0
    behind = [one.pk for one in (*standing[place:], *standing[:place]) if one.decision == "open"]
    return behind[0] if behind else after


def _anchor(cards: Sequence[Card], card: Card) -> str:
    """Return the id of the card behind which a new one stands; "" for the head of the list."""
    before = card.number - 2
    return f"d-{cards[before].directive.pk}" if before >= 0 else ""


def _marked(told: Answer, document: Document, standing: Sequence[Any], selected: int) -> dict[str, Any]:
    """Return the paragraphs and the pages whose marks lie elsewhere than before."""
    before, after = _spans(told.before["directives"]), _spans(told.after["directives"])
    if before == after:
        return {}
    only = [span for spans in (*before.values(), *after.values()) for span in spans]
    return {
        "lines": marked_lines(document, standing, selected=selected, rest=rest_of(document), only=only),
        "sheets": sheets_of(document, standing, selected=selected, only=only),
    }


def _spans(rows: Iterable[dict[str, Any]]) -> dict[int, list[Span]]:
    standing = [row for row in rows if row["decision"] != "replaced"]
    return {row["id"]: [(a, b) for a, b in row["parts"]] or [(row["start"], row["end"])] for row in standing}


def step_data(changed: Sequence[Card], selected: int, *, step: int = 0, kind: str = "") -> dict[str, Any]:
    """Return what the page's script needs to know: states and versions of what was touched, and whom to select."""
    states = {
        card.directive.pk: {
            "version": card.directive.version,
            "state": card.directive.decision,
            "classes": STATE_CLASSES[card.directive.decision],
        }
        for card in changed
    }
    return {"step": step, "kind": kind, "selected": selected, "states": states}


def say_blocker(blocker: Blocker) -> str:
    """Return what still blocks giving, in the language of the page."""
    return gettext(blocker.sentence) % {"count": blocker.count}


def bar_context(request: OfficeRequest, document: Document) -> dict[str, Any]:
    """Return what the bar of a review shows."""
    counts = review_counts(document)
    blockers = what_blocks_giving(document, counts)
    return {
        "document": document,
        "counts": counts,
        "blockers": blockers,
        "blocked": say_blocker(blockers[0]) if blockers else "",
        "first_blocker": blockers[0].code if blockers else "",
        "way_back": way_back(document),
    }
