"""A long scan, looked through a portion at a time: what is kept of it meanwhile, and what happens where it is secret.

At upload only some of its pages are looked at before the file is stored; the job looks at the others. Until it has seen
all of them nobody is shown the file, and the journal holds neither its name nor its title.
"""

from __future__ import annotations

from collections.abc import Mapping

from giaoban.audit.actions import record
from giaoban.committees.actors import Actor
from giaoban.documents.files import remove_file
from giaoban.documents.models import Document, ScannedPage
from giaoban.reading.scans import PlainPage
from giaoban.refusal import Refusal

#: Why a document is refused that must not be kept.
SECRET = "reading.secret"
REFUSED_TITLE = "Văn bản không được tiếp nhận"


def known_pages(document: Document) -> dict[int, PlainPage]:
    """Return the pages of a document that were recognised so far, by number."""
    return dict(document.scanned_pages.values_list("number", "found"))


def keep_pages_found(document: Document, found: Mapping[int, PlainPage]) -> None:
    """Keep the pages that were recognised at upload; call inside an action."""
    ScannedPage.objects.bulk_create(
        ScannedPage(document=document, number=number, found=page) for number, page in found.items()
    )


def keep_page(document: Document, number: int, found: PlainPage) -> None:
    """Keep a page that was recognised, so that no later attempt reads it again."""
    ScannedPage.objects.update_or_create(document=document, number=number, defaults={"found": found})


def note_looked_through(actor: Actor, document: Document) -> None:
    """Let a scan be shown once no page of it bears a stamp; call inside an action, and save the document."""
    document.scanned_pages.all().delete()
    if not document.is_looked_through:
        document.is_looked_through = True
        after = {"name": document.file.name, "sha256": document.sha256}
        record(actor, "documents.document.looked_through", document, after=after)


def remove_refused(actor: Actor, document: Document, reason: Refusal) -> None:
    """Remove the file, its name, and all that was read of a document in which a stamp was found; call inside an action.

    The row stays, with the reason, to tell whoever sent it.
    """
    file = document.file
    remove_file(file)
    file.name, file.sha256, file.size = "", f"refused-{file.pk}", 0
    file.save()
    document.scanned_pages.all().delete()
    document.pages.all().delete()
    document.own_entries.update(text=None)
    document.state, document.refusal = Document.State.REFUSED, reason.kept()
    document.title, document.sha256, document.text = REFUSED_TITLE, file.sha256, ""
    document.version += 1
    document.save()
    record(actor, "documents.document.refused", document, after={"reason": reason.code})
