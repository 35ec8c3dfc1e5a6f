"""Issuing a conclusion that was drafted here (ban hành thông báo kết luận): number, date, tasks made."""

from __future__ import annotations

from datetime import date

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.approving import keep_version, require_whole
from giaoban.conferences.actions.drafting import State, take_draft
from giaoban.conferences.actions.in_hand import fitting, move, take_conference
from giaoban.conferences.models import Conclusion, Conference, DraftDirective, DraftRepetition
from giaoban.conferences.queries.drafts import composed
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.rules import Verb
from giaoban.documents.actions.issuing import Issue, IssuedDirective, SaidBefore, keep_issued
from giaoban.documents.models import Document
from giaoban.documents.titles import title_of
from giaoban.refusal import phrase
from giaoban.tasks.actions import assign_tasks


@action
def issue_conclusion(
    actor: Actor, conclusion_id: int, *, version: int, number: int, symbol: str, issued_on: date
) -> Document:
    """Issue an approved draft: it becomes the conference's conclusion, and its directives tasks of their units.

    ``number`` and ``symbol`` are those of the office's register of papers ("41", "41-TB/ThU"). All happens or nothing.
    Raises a refusal for a draft that is not approved, a symbol that the committee has used, a day before the meeting.
    """
    actor.require(Right.CONFERENCES_MANAGE)
    draft = take_draft(actor, conclusion_id, version=version, states=(State.APPROVED,))
    require_whole(draft)
    conference = take_conference(actor, draft.conference_id, Verb.CONCLUDE, None)
    kept = fitting(Conclusion, "symbol", symbol, required=True)
    _require_free(actor, conference, kept, issued_on)
    draft.number, draft.symbol, draft.issued_on = number, kept, issued_on
    draft.issued_by, draft.state = actor.name, State.ISSUED
    draft.save()
    keep_version(actor, draft, "issued")
    document = keep_issued(actor, _issue(conference, draft))
    tasks = assign_tasks(actor, document.pk, version=document.version)
    move(actor, conference, Verb.CONCLUDE, "concluded", conclusion=document)
    after = {"symbol": kept, "issued_on": issued_on.isoformat(), "tasks": [task.code for task in tasks]}
    record(actor, "conferences.conclusion.issued", draft, after=after)
    return document


def _require_free(actor: Actor, conference: Conference, symbol: str, issued_on: date) -> None:
    if Document.objects.filter(committee_id=actor.committee_id, symbol=symbol, issued_on__year=issued_on.year).exists():
        sentence = phrase("Số, ký hiệu %(symbol)s đã có trong năm.")
        raise ConferenceRefusal("symbol_used", sentence, field="symbol", symbol=symbol)
    if issued_on < conference.held_on:
        sentence = phrase("Ngày ban hành không thể trước ngày họp.")
        raise ConferenceRefusal("issued_too_early", sentence, field="issued_on")


def _issue(conference: Conference, draft: Conclusion) -> Issue:
    rows = list(draft.directives.filter(is_closed=False).prefetch_related("leads", "supports", "repeats"))
    text = composed(conference, draft, rows)
    return Issue(
        title=conference.title,
        symbol=draft.symbol,
        issued_on=draft.issued_on or conference.held_on,
        text=text.text,
        doc_type="conclusion",
        directives=[_issued(row, span) for row, span in zip(rows, text.spans, strict=True)],
        facts={
            "conference_title": conference.title,
            "conference_on": conference.held_on,
            "conference_host": conference.host,
            "chair_name": conference.chair_name,
            "chair_title": conference.chair_title,
            "reviewed": conference.reviewed,
            "ahead": conference.ahead,
        },
    )


def _issued(row: DraftDirective, span: tuple[int, int]) -> IssuedDirective:
    return IssuedDirective(
        start=span[0],
        end=span[1],
        leads=tuple(one.pk for one in row.leads.all()),
        supports=tuple(one.pk for one in row.supports.all()),
        due_on=row.due_on,
        due_period=row.due_period,
        recurring=row.recurring,
        areas=tuple(row.areas),
        title=title_of(row.text),
        repeats=tuple(_said_before(one) for one in row.repeats.all()),
    )


def _said_before(row: DraftRepetition) -> SaidBefore:
    return SaidBefore(row.earlier_id, row.likeness, row.state, row.decided_by, row.decided_at)
