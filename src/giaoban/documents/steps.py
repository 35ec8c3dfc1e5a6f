"""The steps of a review: what each touched, before and after, so that undo and redo restore exactly.

Every change at review goes through a :class:`Step`. It takes a picture of the directives that it touches and of the
document's facts, and when it is kept a second one; undo writes the first picture back, redo the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import F

from giaoban.audit import clock
from giaoban.audit.actions import record
from giaoban.committees.actors import Actor
from giaoban.documents.models import Directive, DirectiveUnit, Document, ReviewStep
from giaoban.documents.repeats import know_directives
from giaoban.documents.spans import loses_words

DIRECTIVE_FIELDS = (
    "start", "end", "parts", "quote", "title", "lead_written", "support_written", "due_text", "due_on", "due_period",
    "due_recurring", "areas", "decision", "decided_by", "decided_at",
)  # fmt: skip
FACTS = (
    "title", "symbol", "issued_on", "conference_title", "conference_on", "conference_host", "chair_name", "chair_title",
    "reviewed", "ahead",
)  # fmt: skip
DOCUMENT_FIELDS = (*FACTS, "rest_signed_at", "rest_signed_by")

#: The kinds of steps, and how the audit calls each when it is done.
PAST = {
    "accept": "accepted", "reject": "rejected", "reopen": "reopened", "edit": "edited", "split": "split",
    "merge": "merged", "add": "added", "sign": "rest_signed", "facts": "facts_edited",
}  # fmt: skip

Picture = dict[str, Any]


class Step:
    """One change of a review under way: begun on the directives that it touches, kept when all is written."""

    def __init__(self, document: Document, directives: Iterable[Directive] = ()) -> None:
        self.document = document
        self.touched = list(directives)
        self.made: list[Directive] = []
        self._before = picture(document, self.touched)

    def keep(self, actor: Actor, kind: str) -> ReviewStep:
        """Note the step and its audit event, raise the document's version, and void a signature that it outdates.

        Whoever signed that nothing was missed did not see words which are taken no longer.
        """
        after_rows = [*self.touched, *self.made]
        if kind != "sign" and self.document.rest_signed_at and self._uncovers_words(after_rows):
            self.document.rest_signed_at, self.document.rest_signed_by = None, ""
        self.document.version += 1
        written = {name: getattr(self.document, name) for name in (*DOCUMENT_FIELDS, "version")}
        Document.objects.filter(pk=self.document.pk).update(**written)
        before = self._before | {"directives": [*self._before["directives"], *map(_absent, self.made)]}
        after = picture(self.document, after_rows)
        self.document.steps.filter(undone_at__isnull=False).update(is_dropped=True)
        step = ReviewStep.objects.create(document=self.document, kind=kind, before=before, after=after, by=actor.name)
        know_directives(self.document, self._reworded(after_rows))
        was, became = differences(before, after)
        record(actor, f"documents.review.{PAST[kind]}", self.document, before=was, after=became)
        return step

    def _reworded(self, after: Iterable[Directive]) -> list[Directive]:
        """Return the directives that were made, or that say something else now."""
        said = {one["id"]: one["quote"] for one in self._before["directives"]}
        return [one for one in after if one.quote != said.get(one.pk)]

    def _uncovers_words(self, after: Iterable[Directive]) -> bool:
        gone = [span for one in self._before["directives"] if one["decision"] != "replaced" for span in _spans(one)]
        stay = [span for one in after if one.decision != Directive.Decision.REPLACED for span in one.spans]
        others = Directive.objects.filter(document=self.document).exclude(decision=Directive.Decision.REPLACED)
        kept = others.exclude(pk__in=[one["id"] for one in self._before["directives"]])
        stay += [span for row in kept.values("start", "end", "parts") for span in _spans(row)]
        return loses_words(self.document.text, gone, stay)


def picture(document: Document, directives: Iterable[Directive]) -> Picture:
    """Return what stands of the document's facts and of the directives, each with its units."""
    rows = [{"id": one.pk} | {name: _plain(getattr(one, name)) for name in DIRECTIVE_FIELDS} for one in directives]
    units = DirectiveUnit.objects.filter(directive__in=[row["id"] for row in rows]).order_by("pk")
    by_directive: dict[int, list[list[Any]]] = {row["id"]: [] for row in rows}
    for unit in units:
        by_directive[unit.directive_id].append([unit.unit_id, unit.role, unit.basis])
    return {
        "document": {name: _plain(getattr(document, name)) for name in DOCUMENT_FIELDS},
        "directives": [row | {"units": by_directive[row["id"]]} for row in rows],
    }


def differences(before: Picture, after: Picture) -> tuple[Picture, Picture]:
    """Return of two pictures of the same things only what differs, in the same shape."""
    was: Picture = _changed(before["document"], after["document"])
    became: Picture = _changed(after["document"], before["document"])
    pairs = list(zip(before["directives"], after["directives"], strict=True))
    was["directives"] = [{"id": old["id"]} | _changed(old, new) for old, new in pairs]
    became["directives"] = [{"id": new["id"]} | _changed(new, old) for old, new in pairs]
    return was, became


def _changed(row: Picture, other: Picture) -> Picture:
    return {name: value for name, value in row.items() if value != other[name]}


def restore(document: Document, wanted: Picture) -> None:
    """Write a picture back: the document's facts, every directive in it, and its units."""
    facts = {name: _from_plain(Document, name, wanted["document"][name]) for name in DOCUMENT_FIELDS}
    for name, value in facts.items():
        setattr(document, name, value)
    document.version += 1
    document.save()
    quotes = {row["id"]: row["quote"] for row in wanted["directives"]}
    stood = document.directives.filter(pk__in=quotes).values_list("pk", "quote")
    reworded = [pk for pk, quote in stood if quote != quotes[pk]]
    for row in wanted["directives"]:
        values = {name: _from_plain(Directive, name, row[name]) for name in DIRECTIVE_FIELDS}
        Directive.objects.filter(pk=row["id"], document=document).update(version=F("version") + 1, **values)
        set_units(row["id"], [(unit_id, role, basis) for unit_id, role, basis in row["units"]])
    know_directives(document, document.directives.filter(pk__in=reworded))


def set_units(directive_id: int, units: Iterable[tuple[int, str, str]]) -> None:
    """Replace a directive's units by these: unit id, role, basis; their order is kept."""
    DirectiveUnit.objects.filter(directive_id=directive_id).delete()
    DirectiveUnit.objects.bulk_create(
        DirectiveUnit(directive_id=directive_id, unit_id=unit_id, role=role, basis=basis)
        for unit_id, role, basis in units
    )


def last_step(document: Document) -> ReviewStep | None:
    """Return the step that undo would take back."""
    return document.steps.filter(undone_at=None).order_by("-pk").first()


def next_redo(document: Document) -> ReviewStep | None:
    """Return the step that redo would do again."""
    return document.steps.filter(undone_at__isnull=False, is_dropped=False).order_by("pk").first()


def mark_undone(step: ReviewStep, *, is_undone: bool) -> None:
    """Note that a step was taken back, or done again."""
    step.undone_at = clock.now() if is_undone else None
    step.save(update_fields=["undone_at"])


def _absent(directive: Directive) -> Picture:
    """Return the picture of a directive before it was made: the row stands, out of the review."""
    made = {name: _plain(getattr(directive, name)) for name in DIRECTIVE_FIELDS}
    return {"id": directive.pk} | made | {"decision": str(Directive.Decision.REPLACED), "units": []}


def _spans(row: Mapping[str, Any]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in row["parts"]] or [(row["start"], row["end"])]


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return list(value) if isinstance(value, list) else value


def _from_plain(model: type[Directive] | type[Document], name: str, value: Any) -> Any:
    field: Any = model._meta.get_field(name)
    return value if field.get_internal_type() == "JSONField" else field.to_python(value)
