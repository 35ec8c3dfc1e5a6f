"""Taking in documents: a file or pasted text is looked at first, and kept only when it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.documents.actions.portions import keep_pages_found
from giaoban.documents.files import content_hash, keep_file, plain_name
from giaoban.documents.models import Document
from giaoban.documents.titles import cut, title_of, title_of_file
from giaoban.jobs.actions import enqueue
from giaoban.reading import Limits, Text, read_text
from giaoban.reading.apart import read_portion_apart
from giaoban.reading.scans import PlainPage, Portion, Unfinished
from giaoban.refusal import NotFound, Refusal, phrase
from giaoban.vietnamese import tidy

#: The work that reads a document (:mod:`giaoban.documents.actions.reading`), by its dotted name.
READ_DOCUMENT = "giaoban.documents.actions.reading.READ_DOCUMENT"

#: How many characters of its title name the file of a pasted text.
LONGEST_NAME = 80
#: How long (seconds) pages of a scan are looked through for secrecy stamps while whoever sends it waits; the first two
#: and the last are looked at however long they take, within the longest wait.
FIRST_LOOK = 20
LONGEST_WAIT = 180


@dataclass(frozen=True, slots=True)
class Added:
    """The document that stands for what was sent; not ``is_new`` where the same content was there already."""

    document: Document
    is_new: bool


def add_document(actor: Actor, name: str, data: bytes, *, declares_no_secret: bool, title: str = "") -> Added:
    """Take in a file (tiếp nhận văn bản) and ask for it to be read; the same content again gives the first document.

    ``name`` is the file's own. Refused before anything is stored, with the reason: without the declaration that it
    holds no state secret (không chứa bí mật nhà nước), stamped secret, encrypted, too large, no text, of a format that
    cannot be read (:class:`~giaoban.reading.ReadingRefusal`). A refused file leaves one audit event, which holds the
    reason and nothing of its content, not even its name. Of a long scan the job looks at what is left
    (:mod:`giaoban.documents.actions.portions`).
    """
    actor.require(Right.DOCUMENTS_ADD)
    _demand_declaration(actor, declares_no_secret)
    limits = Limits(bytes=settings.UPLOAD_LIMIT, most_seconds=LONGEST_WAIT)
    found: dict[int, PlainPage] = {}
    try:
        read = read_portion_apart(data, name, Portion(FIRST_LOOK), found.__setitem__, limits=limits)
    except Refusal as refusal:
        note_refused(actor, refusal.code)
        raise
    shown = plain_name(name)
    return _keep(actor, shown, data, read, found, typed=tidy(title), called=title_of_file(shown))


def add_pasted_text(actor: Actor, title: str, text: str, *, declares_no_secret: bool) -> Added:
    """Take in text that was pasted, as :func:`add_document` does a file; without a title its first line names it."""
    actor.require(Right.DOCUMENTS_ADD)
    _demand_declaration(actor, declares_no_secret)
    try:
        read = read_text(text, limits=Limits(bytes=settings.UPLOAD_LIMIT))
    except Refusal as refusal:
        note_refused(actor, refusal.code)
        raise
    typed, called = tidy(title), title_of(_first_line(read.text))
    name = cut(typed or called, LONGEST_NAME).replace("/", "-")
    return _keep(actor, plain_name(f"{name}.txt"), read.text.encode(), read, {}, typed=typed, called=called)


@action
def read_again(actor: Actor, document_id: int) -> Document:
    """Ask for a document to be read again: one that failed, or one at review with a newer reader.

    Directives that a person decided, edited or added stay as they are (see :mod:`giaoban.documents.actions.reading`).
    """
    actor.require(Right.DOCUMENTS_ADD)
    own = Document.objects.select_for_update().filter(committee_id=actor.committee_id)
    document = own.filter(pk=document_id).first()
    if document is None:
        raise NotFound
    if document.state not in (Document.State.FAILED, Document.State.READ):
        raise Refusal("documents.not_to_be_read", phrase("Văn bản này không cần đọc lại."))
    if document.state == Document.State.FAILED:
        document.state, document.refusal = Document.State.WAITING, None
        document.save()
    enqueue(actor.committee_id, READ_DOCUMENT, document.pk)
    record(actor, "documents.document.reading_asked", document)
    return document


@action
def note_refused(actor: Actor, reason: str) -> None:
    """Record that a document was refused, and why; nothing of it."""
    record(actor, "documents.document.refused", after={"reason": reason})


def _demand_declaration(actor: Actor, declares_no_secret: bool) -> None:
    if not declares_no_secret:
        raise Refusal(
            "documents.undeclared",
            phrase("Cần xác nhận văn bản không chứa bí mật nhà nước trước khi đưa vào hệ thống. Chưa có gì được lưu."),
        )


@action
def _keep(
    actor: Actor,
    name: str,
    data: bytes,
    read: Text | Unfinished,
    found: Mapping[int, PlainPage],
    *,
    typed: str,
    called: str,
) -> Added:
    """Store what may be kept; ``typed`` is the title that a person gave it, ``called`` what stands for it otherwise.

    ``found`` are the pages of a scan that were recognised already.
    """
    sha256 = content_hash(data)
    known = Document.objects.filter(committee_id=actor.committee_id, sha256=sha256)
    if document := known.first():
        return _again(actor, document)
    file = keep_file(actor, name, data, read.media_type)
    try:
        with transaction.atomic():
            document = Document.objects.create(
                committee_id=actor.committee_id,
                file=file,
                sha256=sha256,
                title=(typed or called)[:300],
                is_named=bool(typed),
                is_looked_through=isinstance(read, Text),
                added_by_id=actor.user_id,
            )
    except IntegrityError:
        # Somebody else sent the same content a moment ago.
        file.delete()
        return _again(actor, known.get())
    keep_pages_found(document, found)
    enqueue(actor.committee_id, READ_DOCUMENT, document.pk)
    named = {"name": name, "sha256": sha256} if document.is_looked_through else {}
    after = {**named, "size": len(data), "declares_no_secret": True}
    record(actor, "documents.document.added", document, after=after)
    return Added(document, is_new=True)


def _again(actor: Actor, document: Document) -> Added:
    record(actor, "documents.document.received_again", document)
    return Added(document, is_new=False)


def _first_line(text: str) -> str:
    return next(line for line in text.split("\n") if any(map(str.isalnum, line)))
