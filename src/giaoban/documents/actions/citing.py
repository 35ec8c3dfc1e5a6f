"""Putting the register of cited documents right: facts, merging and splitting, the document's own text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.documents.citing import Reference, columns, read_reference
from giaoban.documents.models import Citation, CitedDocument, Document
from giaoban.refusal import NotFound, Refusal, phrase
from giaoban.vietnamese import tidy


@dataclass(frozen=True, slots=True)
class CitedFacts:
    """What a person states of a cited document; ``subject`` is what it is about, or a law's name."""

    kind: str
    number: str = ""
    subject: str = ""
    issued_on: date | None = None
    issuer: str = ""


@action
def state_cited(actor: Actor, cited_id: int, facts: CitedFacts, *, version: int) -> CitedDocument:
    """Correct what is known of a cited document; the reader adds nothing to it from then on.

    Raises a refusal where neither number nor name is left, :class:`~giaoban.refusal.Stale` for an older version.
    """
    entry = advance(_open(actor, cited_id), version)
    day = facts.issued_on
    year = day.year if day else entry.year if not entry.number else None
    stated = Reference(tidy(facts.kind).lower(), tidy(facts.number), tidy(facts.subject), day, year, tidy(facts.issuer))
    if not stated.kind or not (stated.number or stated.subject):
        raise Refusal("documents.cited_unnamed", phrase("Văn bản phải có tên loại, và số hoặc trích yếu."))
    before = entry.name
    for name, value in columns(stated).items():
        setattr(entry, name, value)
    entry.is_stated = True
    entry.save()
    record(actor, "documents.cited.stated", entry, before={"name": before}, after={"name": entry.name})
    return entry


@action
def merge_cited(actor: Actor, cited_id: int, into_id: int, *, version: int) -> CitedDocument:
    """Let an entry be the same document as another: its citations go there (gộp); returns the other one.

    What was merged into it before goes along, and later citations under its name are entered there too.
    """
    entry, target = advance(_open(actor, cited_id), version), _open(actor, into_id)
    if entry.pk == target.pk:
        raise Refusal("documents.cited_into_itself", phrase("Chọn một văn bản khác để gộp vào."))
    Citation.objects.filter(cited=entry).update(cited=target)
    CitedDocument.objects.filter(merged_into=entry).update(merged_into=target)
    entry.merged_into = target
    if entry.text_id and not target.text_id:
        target.text = entry.text
        target.save(update_fields=["text"])
    entry.save()
    record(actor, "documents.cited.merged", target, after={"name": target.name, "merged": entry.name})
    return target


@action
def unmerge_cited(actor: Actor, cited_id: int) -> CitedDocument:
    """Let an entry that was merged stand by itself again, with the citations that were first its own (tách lại)."""
    actor.require(Right.DOCUMENTS_REVIEW)
    own = CitedDocument.objects.select_for_update().filter(committee_id=actor.committee_id)
    entry = own.filter(pk=cited_id, merged_into__isnull=False).first()
    if entry is None:
        raise NotFound
    target = entry.merged_into
    Citation.objects.filter(cited=target, first=entry).update(cited=entry)
    entry.merged_into = None
    entry.version += 1
    entry.save()
    record(actor, "documents.cited.unmerged", target, after={"name": entry.name})
    return entry


@action
def split_cited(actor: Actor, cited_id: int, citation_ids: Collection[int], *, version: int) -> CitedDocument:
    """Let some citations mean a document of its own, named as the fullest of them says (tách); returns it.

    Raises a refusal where none or all are chosen: an entry keeps at least one.
    """
    entry = advance(_open(actor, cited_id), version)
    rows = list(entry.citations.filter(pk__in=citation_ids))
    if not rows or len(rows) == entry.citations.count():
        raise Refusal("documents.cited_split", phrase("Chọn một số chỗ viện dẫn để tách ra, không chọn tất cả."))
    fullest = max((read_reference(row.facts, row.quote) for row in rows), key=lambda one: one.fullness)
    made = CitedDocument.objects.create(committee_id=actor.committee_id, is_stated=True, **columns(fullest))
    Citation.objects.filter(pk__in=[row.pk for row in rows]).update(cited=made, first=made)
    record(actor, "documents.cited.split", made, before={"name": entry.name}, after={"name": made.name})
    return made


@action
def attach_text(actor: Actor, cited_id: int, document_id: int | None) -> CitedDocument:
    """Say which document is the full text of a cited one (toàn văn); None takes it away again."""
    entry = _open(actor, cited_id)
    document = Document.objects.filter(committee_id=actor.committee_id, pk=document_id or 0).first()
    if document_id is not None and document is None:
        raise NotFound
    before, entry.text = entry.text, document
    entry.version += 1
    entry.save()
    names = {"document": str(before or "")}, {"document": str(document or "")}
    record(actor, "documents.cited.text_attached", entry, before=names[0], after=names[1])
    return entry


def _open(actor: Actor, cited_id: int) -> CitedDocument:
    """Return a standing entry of the actor's committee, locked; whoever reviews documents may change it."""
    actor.require(Right.DOCUMENTS_REVIEW)
    own = CitedDocument.objects.select_for_update(of=("self",)).filter(committee_id=actor.committee_id)
    entry = own.filter(pk=cited_id, merged_into=None).first()
    if entry is None:
        raise NotFound
    return entry
