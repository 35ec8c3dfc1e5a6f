"""Documents of the example: taken in, read at once, reviewed and given, as the specialist would."""

from __future__ import annotations

from giaoban.committees.actors import Actor
from giaoban.documents.actions import accept_shown, add_document, sign_rest
from giaoban.documents.models import Directive, Document
from giaoban.jobs.runner import run_waiting
from giaoban.tasks.actions import assign_tasks


class DemoNotRead(RuntimeError):
    """The reader refused a document of the demo: a fault of ours."""


def add_and_read(specialist: Actor, name: str, data: bytes, title: str = "") -> Document:
    """Add a document and read it now; raises :class:`DemoNotRead`."""
    added = add_document(specialist, name, data, declares_no_secret=True, title=title)
    run_waiting()
    document = Document.objects.get(pk=added.document.pk)
    if document.state != Document.State.READ:
        raise DemoNotRead(f"{name}: {document.refusal}")
    return document


def give_tasks(specialist: Actor, document_id: int) -> None:
    """Accept all that was proposed, sign that nothing was missed, and give the tasks."""
    open_ones = Directive.objects.filter(document=document_id, decision=Directive.Decision.OPEN)
    accept_shown(specialist, document_id, dict(open_ones.values_list("pk", "version")))
    sign_rest(specialist, document_id, version=_version(document_id))
    assign_tasks(specialist, document_id, version=_version(document_id))


def _version(document_id: int) -> int:
    return Document.objects.values_list("version", flat=True).get(pk=document_id)
