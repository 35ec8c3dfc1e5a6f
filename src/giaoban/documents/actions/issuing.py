"""A document that the office itself issued (văn bản đi): its directives are known, so it needs no reading by people."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.metadata import version
from typing import Any

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.documents.actions.entering import enter_citations, enter_own
from giaoban.documents.actions.repeating import join_repetitions
from giaoban.documents.files import content_hash, keep_file, plain_name
from giaoban.documents.models import Directive, DirectiveUnit, Document, Repetition
from giaoban.documents.signs import keep_signs
from giaoban.documents.titles import title_of
from giaoban.language import understand
from giaoban.refusal import Refusal, phrase


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """An earlier directive that one of the draft repeats or seems to; ``state`` is one of ``Repetition.State``."""

    earlier_id: int
    likeness: float
    state: str
    decided_by: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IssuedDirective:
    """One directive of an issued document: where its words stand in the text, who leads, who supports, by when.

    ``start`` and ``end`` count code points; ``title`` is what its task will be called, empty: its words.
    """

    start: int
    end: int
    leads: tuple[int, ...]
    supports: tuple[int, ...] = ()
    due_on: date | None = None
    due_period: str = ""
    recurring: str = ""
    areas: tuple[str, ...] = ()
    title: str = ""
    repeats: tuple[SaidBefore, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """What is issued: the paper's text and facts, and its directives in the order of the text."""

    title: str
    symbol: str
    issued_on: date
    text: str
    doc_type: str
    directives: Sequence[IssuedDirective]
    facts: dict[str, Any] = field(default_factory=dict)
    """Of the conference: conference_title, conference_on, conference_host, chair_name, chair_title, reviewed, ahead."""


@action
def keep_issued(actor: Actor, issue: Issue) -> Document:
    """Keep a document that the office issued, with its directives accepted, ready for its tasks to be given.

    The reader is asked once more what the text cites, so that the page of a cited document finds it; who leads and
    what is due is as it was drafted. Raises a refusal where the committee has a document of the same text.
    """
    actor.require(Right.DOCUMENTS_ADD)
    data = issue.text.encode()
    sha256 = content_hash(data)
    if Document.objects.filter(committee_id=actor.committee_id, sha256=sha256).exists():
        raise Refusal("documents.issued_before", phrase("Văn bản có đúng nội dung này đã có trong hệ thống."))
    name = plain_name(f"{issue.symbol.replace('/', '-')}.txt")
    found = understand(issue.text).as_dict()
    document = Document.objects.create(
        committee_id=actor.committee_id,
        file=keep_file(actor, name, data, "text/plain"),
        sha256=sha256,
        title=issue.title[:300],
        is_named=True,
        symbol=issue.symbol,
        issued_on=issue.issued_on,
        doc_type=issue.doc_type,
        state=Document.State.READ,
        text=issue.text,
        extraction={name: value for name, value in found.items() if name != "text"},
        reader_version=version("giaoban")[:20],
        rest_signed_at=clock.now(),
        rest_signed_by=actor.name,
        added_by_id=actor.user_id,
        **issue.facts,
    )
    enter_citations(document)
    enter_own(document, document.committee.name)
    quotes = {}
    for one in issue.directives:
        row = _keep_directive(actor, document, one)
        _keep_repetitions(row, one.repeats)
        quotes[row.pk] = row.quote
    keep_signs(document.committee_id, quotes)
    record(actor, "documents.document.issued", document, after={"symbol": issue.symbol, "sha256": sha256})
    return document


def _keep_directive(actor: Actor, document: Document, one: IssuedDirective) -> Directive:
    quote = document.text[one.start : one.end]
    row = Directive.objects.create(
        document=document,
        start=one.start,
        end=one.end,
        quote=quote,
        title=one.title or title_of(quote),
        due_on=one.due_on,
        due_period=one.due_period,
        due_recurring=one.recurring,
        areas=list(one.areas),
        decision=Directive.Decision.ACCEPTED,
        decided_by=actor.name,
        decided_at=clock.now(),
    )
    role = DirectiveUnit.Role
    parts = [(unit, role.LEAD) for unit in one.leads]
    parts += [(unit, role.SUPPORT) for unit in one.supports if unit not in one.leads]
    DirectiveUnit.objects.bulk_create(
        DirectiveUnit(directive=row, unit_id=unit, role=given, basis="person") for unit, given in parts
    )
    return row


def _keep_repetitions(directive: Directive, said: Sequence[SaidBefore]) -> None:
    """Keep what was proposed and decided while it was drafted: who agreed then has not to agree again."""
    for one in said:
        row = Repetition.objects.create(
            committee_id=directive.document.committee_id, directive=directive, **dataclasses.asdict(one)
        )
        if row.state == Repetition.State.AGREED:
            join_repetitions(row)
