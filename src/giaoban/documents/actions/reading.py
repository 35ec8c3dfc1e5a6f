"""Reading a document in the background: its text, what it says, and what is proposed at review."""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.db import transaction

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.documents.actions.entering import enter_citations
from giaoban.documents.actions.incoming import READ_DOCUMENT as READING_JOB
from giaoban.documents.actions.portions import SECRET, keep_page, known_pages, note_looked_through, remove_refused
from giaoban.documents.days import day_of
from giaoban.documents.files import read_stored
from giaoban.documents.models import Directive, DirectiveUnit, Document, ReviewStep
from giaoban.documents.pages import keep_pages
from giaoban.documents.proposals import Proposer, propose
from giaoban.documents.repeats import know_directives
from giaoban.documents.titles import title_of
from giaoban.jobs.actions import enqueue
from giaoban.jobs.runner import Run, Work
from giaoban.language import understand
from giaoban.language.extraction import Conference, Extraction
from giaoban.reading import Limits, Text
from giaoban.reading.apart import read_portion_apart
from giaoban.reading.scans import Portion, Unfinished
from giaoban.refusal import Refusal

#: After the pages were read: understanding the text, writing down what was found.
STAGES_AFTER = 2
#: How long (seconds) the file is read at most: less than what a job may take.
LONGEST_READING = 540
#: After how long (seconds) a job begins no further page of a scan, and leaves the rest to another one.
PORTION = 300
UNREAD = (Document.State.WAITING, Document.State.READING)


def read_document(run: Run) -> None:
    """Read a document and propose its directives (đọc văn bản); one that was given meanwhile is left alone.

    A document at review is understood anew on the text that was read first, so that no span ever moves.
    """
    document = Document.objects.select_related("file").get(pk=run.subject_id)
    actor = _reader(run)
    if document.state in UNREAD:
        if document.state == Document.State.WAITING:
            begin_reading(actor, document)
        read = _text_of(document, run)
        if isinstance(read, Unfinished):
            _go_on_later(document)
            return
    elif document.state == Document.State.READ:
        read = Text(document.text, document.file.media_type, document.file.name)
    else:
        return
    pages = max(1, len(read.pages))
    run.progress(pages, pages + STAGES_AFTER)
    found = understand(read.text)
    run.progress(pages + 1, pages + STAGES_AFTER)
    keep_reading(actor, document.pk, found, read)
    run.progress(pages + STAGES_AFTER, pages + STAGES_AFTER)


def _text_of(document: Document, run: Run) -> Text | Unfinished:
    """Return the text of the document's file, or what is left of a long scan; each page is shown and kept once read."""

    def show(page: int, pages: int) -> None:
        run.progress(page, pages + STAGES_AFTER)

    limits = Limits(bytes=settings.UPLOAD_LIMIT, most_seconds=LONGEST_READING)
    portion, keep = Portion(PORTION, known_pages(document)), partial(keep_page, document)
    data = read_stored(document.file)
    return read_portion_apart(data, document.file.name, portion, keep, limits=limits, listener=show)


def _go_on_later(document: Document) -> None:
    """Ask for another job, so that none takes longer than a job may and other documents have their turn."""
    with transaction.atomic():
        enqueue(document.committee_id, READING_JOB, document.pk)


def note_unread(run: Run, reason: Refusal) -> None:
    """Note why a document could not be read; one that is at review keeps what it has."""
    keep_failure(_reader(run), run.subject_id, reason)


READ_DOCUMENT = Work(do=read_document, give_up=note_unread)


@action
def begin_reading(actor: Actor, document: Document) -> None:
    """Show that the document is being read."""
    Document.objects.filter(pk=document.pk, state=Document.State.WAITING).update(state=Document.State.READING)
    record(actor, "documents.document.reading_begun", document)


@action
def keep_failure(actor: Actor, document_id: int, reason: Refusal) -> None:
    """Let a document that was not read yet stand as failed, with the reason; one that is stamped secret is removed."""
    document = Document.objects.select_for_update().select_related("file").get(pk=document_id)
    if document.state in UNREAD and reason.code == SECRET:
        remove_refused(actor, document, reason)
        return
    if document.state in UNREAD:
        document.state, document.refusal = Document.State.FAILED, reason.kept()
        document.save()
    record(actor, "documents.document.reading_failed", document, after={"reason": reason.code})


@action
def keep_reading(actor: Actor, document_id: int, found: Extraction, read: Text) -> None:
    """Write down what the reader found; what a person has decided, edited or added stays as it is.

    ``read`` is the text with its pages; those of the first reading stay, as its text does.
    """
    document = Document.objects.select_for_update().select_related("file").get(pk=document_id)
    if document.state not in (*UNREAD, Document.State.READ):
        record(actor, "documents.document.reading_dropped", document)
        return
    is_first = document.state in UNREAD
    if is_first:
        note_looked_through(actor, document)
    _write_down(document, found, is_first=is_first)
    if is_first:
        keep_pages(document, read)
    count = _propose(document, found)
    enter_citations(document)
    know_directives(document, document.directives.all())
    record(actor, "documents.document.read", document, after={"directives": count, "reader": document.reader_version})


def _write_down(document: Document, found: Extraction, *, is_first: bool) -> None:
    document.extraction = {name: value for name, value in found.as_dict().items() if name != "text"}
    document.reader_version = version("giaoban")[:20]
    document.doc_type = found.doc_type
    if is_first:
        document.text, document.state, document.refusal = found.text, Document.State.READ, None
        if found.conference:
            _state_conference(document, found.conference)
    document.version += 1
    document.save()


def _state_conference(document: Document, found: Conference) -> None:
    chair = found.chair
    document.conference_title = (found.title or "")[:300]
    document.conference_on = _date(found.date)
    document.conference_host = (found.host or "")[:200]
    document.chair_name = (chair.name if chair else "")[:120]
    document.chair_title = ", ".join(chair.titles if chair else [])[:200]
    document.reviewed, document.ahead = found.reviewed or "", found.ahead or ""
    if found.title and not document.is_named:
        document.title = title_of(found.title)


def _date(written: str | None) -> Any:
    return Document._meta.get_field("conference_on").to_python(written)


def _propose(document: Document, found: Extraction) -> int:
    """Make the proposed directives; returns how many are new.

    An untouched proposal of an earlier reading goes unless it is proposed again; a proposal on words that a person
    has dealt with is not made.
    """
    kept = _kept(document, {(one.start, one.end) for one in found.directives})
    taken = [span for one in kept for span in one.spans]
    new = [one for one in found.directives if not _overlaps((one.start, one.end), taken)]
    rows = Directive.objects.bulk_create(propose(document, one) for one in new)
    proposer = Proposer(document.committee_id, day_of(document)) if new else None
    units: list[DirectiveUnit] = []
    for row, one in zip(rows, new, strict=True):
        assert proposer is not None
        units += [
            DirectiveUnit(directive=row, unit_id=unit_id, role=role, basis=basis)
            for unit_id, role, basis in proposer.units(one)
        ]
    DirectiveUnit.objects.bulk_create(units)
    return len(new)


def _kept(document: Document, proposed: set[tuple[int, int]]) -> list[Directive]:
    """Return the standing directives that stay, taking the others out of the review."""
    touched = _touched(document)
    kept = []
    for one in document.directives.exclude(decision=Directive.Decision.REPLACED):
        if one.pk in touched or (one.start, one.end) in proposed:
            kept.append(one)
        else:
            Directive.objects.filter(pk=one.pk).update(decision=Directive.Decision.REPLACED)
    return kept


def _touched(document: Document) -> set[int]:
    """Return the ids of the directives that some step of the review has touched, undone or not."""
    pictures = ReviewStep.objects.filter(document=document).values_list("after", flat=True)
    return {row["id"] for picture in pictures for row in picture["directives"]}


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and span[1] > start for start, end in taken)


def _reader(run: Run) -> Actor:
    return Actor(user_id=None, name="Bộ đọc văn bản", committee_id=run.committee_id, role_code="specialist")
