"""Entering what a document cites into the committee's register of cited documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from giaoban.documents.citing import Reference, columns, joined, may_be_same, number_key, read_reference, reference_of
from giaoban.vietnamese import fold

LONGEST_QUOTE = 600


class Register:
    """The entries of a committee, as one document is entered; the models are given, so that a migration can too."""

    def __init__(self, committee_id: int, cited_model: Any, citation_model: Any) -> None:
        self._committee_id = committee_id
        self._cited, self._citation = cited_model, citation_model
        self._entries: dict[tuple[str, str], list[Any]] = {}

    def enter(self, document: Any, found: Sequence[Mapping[str, Any]], text: str) -> int:
        """Write down the places at which a document cites others; returns how many entries are new.

        ``found`` are citations as the reader gives them. Places already known stay as they are, so that what a person
        has merged or split is kept; those that are no longer found go. The fullest citations are entered first, so that
        a short form finds the document that is named in full later in the same text.
        """
        known = {one.start: one for one in self._citation.objects.filter(document=document)}
        places = {one["start"] for one in found}
        self._citation.objects.filter(pk__in=[one.pk for start, one in known.items() if start not in places]).delete()
        new = [(one, text[one["start"] : one["end"]][:LONGEST_QUOTE]) for one in found if one["start"] not in known]
        read = [(read_reference(one, quote), one, quote) for one, quote in new]
        self._load([reference for reference, _one, _quote in read])
        made, rows = 0, []
        for reference, one, quote in sorted(read, key=lambda each: -each[0].fullness):
            entry, is_new = self._find(reference)
            made += is_new
            facts = {name: one.get(name) for name in ("kind", "number", "date", "issuer")}
            rows.append(
                self._citation(
                    document=document,
                    cited_id=entry.merged_into_id or entry.pk,
                    first=entry,
                    start=one["start"],
                    end=one["end"],
                    quote=quote,
                    facts=facts,
                )
            )
        self._citation.objects.bulk_create(rows)
        return made

    def entry_of(self, reference: Reference) -> Any:
        """Return the entry of one reference, made where there is none."""
        self._load([reference])
        return self._find(reference)[0]

    def _load(self, references: Sequence[Reference]) -> None:
        keys = {(fold(one.kind), number_key(one)) for one in references} - set(self._entries)
        self._entries |= {key: [] for key in keys}
        numbers = {number for _kind, number in keys}
        for entry in self._cited.objects.filter(committee_id=self._committee_id, number_key__in=numbers):
            if (entry.kind_key, entry.number_key) in keys:
                self._entries[entry.kind_key, entry.number_key].append(entry)

    def _find(self, reference: Reference) -> tuple[Any, bool]:
        """Return the entry that a reference means, and whether it had to be made.

        One that says just the same comes first, then the only one that can be meant; of several nobody knows which.
        """
        entries = self._entries[fold(reference.kind), number_key(reference)]
        same = [one for one in entries if reference_of(one) == reference]
        possible = same[:1] or [one for one in entries if may_be_same(reference_of(one), reference)]
        targets = {one.merged_into_id or one.pk for one in possible}
        if len(targets) == 1:
            return self._completed(possible[0], reference), False
        entry = self._cited.objects.create(committee_id=self._committee_id, **columns(reference))
        entries.append(entry)
        return entry, True

    def _completed(self, entry: Any, reference: Reference) -> Any:
        """Add to an entry what this reference says beyond it, unless a person has stated its facts."""
        fuller = joined(reference_of(entry), reference)
        if entry.is_stated or entry.merged_into_id or fuller == reference_of(entry):
            return entry
        for name, value in columns(fuller).items():
            setattr(entry, name, value)
        entry.save()
        return entry
