"""A directive as its card shows it: who leads and why, until when, how clear it is, what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giaoban.committees.roles import areas as known_areas
from giaoban.documents.rules import changed_from_proposal, clarity, doubt, sureness
from giaoban.documents.spans import words_in
from giaoban.documents.titles import title_of
from giaoban.tasks.queries import Repeats, repeats_of
from giaoban.web.access.labels import area_label
from giaoban.web.documents.labels import basis_label, period_label, recurrence_label
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from giaoban.documents.models import Directive, DirectiveUnit, Document

#: The six of the 6 rõ, in the order in which offices say them.
CLARITY = (
    ("person", gettext_lazy("người")),
    ("work", gettext_lazy("việc")),
    ("time", gettext_lazy("thời gian")),
    ("responsibility", gettext_lazy("trách nhiệm")),
    ("product", gettext_lazy("sản phẩm")),
    ("authority", gettext_lazy("thẩm quyền")),
)
CHANGES = {
    "span": gettext_lazy("đoạn văn bản"),
    "lead": gettext_lazy("chủ trì"),
    "support": gettext_lazy("phối hợp"),
    "due": gettext_lazy("hạn"),
    "areas": gettext_lazy("lĩnh vực"),
}
STATE_CLASSES = {"accepted": "ok", "rejected": "no", "open": ""}


@dataclass(frozen=True)
class Card:
    """One directive of a review, by its number in the order of the text.

    ``following`` is the next one, for merging; ``is_selected`` shows the whole card, ``may_review`` its buttons;
    ``is_hidden``: the filter in the address leaves it out.
    """

    directive: Directive
    document: Document
    number: int
    following: Directive | None = None
    is_selected: bool = False
    may_review: bool = True
    is_hidden: bool = False
    repeats: Repeats | None = None

    @property
    def classes(self) -> str:
        """The classes of the card: its state, and whether it is selected."""
        state = STATE_CLASSES[self.directive.decision]
        return " ".join(filter(None, (state, "on" if self.is_selected else "")))

    @cached_property
    def leads(self) -> list[DirectiveUnit]:
        """The units that lead."""
        return [one for one in self.directive.units.all() if one.role == "lead"]

    @cached_property
    def supports(self) -> list[DirectiveUnit]:
        """The units that support."""
        return [one for one in self.directive.units.all() if one.role == "support"]

    @property
    def is_renamed(self) -> bool:
        """Whether a person gave the task a name other than the words."""
        return self.directive.title != title_of(self.directive.quote)

    @property
    def unit_words(self) -> str:
        """Who leads, in short: a name, or how many."""
        if not self.leads:
            return ""
        if len(self.leads) == 1:
            unit = self.leads[0].unit
            return unit.short_name or unit.name
        return _("%(count)d đơn vị") % {"count": len(self.leads)}

    @property
    def lead_note(self) -> str:
        """How the leads were found, with the words of the document where these say less or something else."""
        return _basis_note(self.leads, self.directive.lead_written)

    @property
    def support_note(self) -> str:
        """How the supporting units were found."""
        return _basis_note(self.supports, self.directive.support_written)

    @property
    def due_words(self) -> str:
        """Until when, in short."""
        one = self.directive
        if one.due_on:
            return day(one.due_on)
        if one.due_period:
            return period_label(one.due_period)
        if one.due_recurring:
            return recurrence_label(one.due_recurring)
        return one.due_text

    @property
    def due_source(self) -> str:
        """The document's own words for the due, where it is the one that they say."""
        written = self.directive.due_text
        return written if written in self.document.text and written != self.due_words else ""

    @property
    def ahead_words(self) -> str:
        """Until when a directive without a due runs: the period ahead."""
        return period_label(self.document.ahead)

    @property
    def area_chips(self) -> list[tuple[str, str]]:
        """The areas: codes with their names."""
        return [(code, area_label(code)) for code in self.directive.areas]

    @property
    def other_areas(self) -> list[tuple[str, str]]:
        """The areas that can be added, sorted as their file is."""
        return [(one.id, area_label(one.id)) for one in known_areas() if one.id not in self.directive.areas]

    @cached_property
    def clarity(self) -> list[tuple[Promise, bool]]:
        """The 6 rõ: each with whether it is clear."""
        found = clarity(self.directive, self.directive.units.all())
        return [(words, getattr(found, name)) for name, words in CLARITY]

    @property
    def is_doubtful(self) -> bool:
        """Whether the reader is not sure of it, and nobody has decided yet."""
        return doubt(self.directive) is not None

    @property
    def doubt_words(self) -> str:
        """How often such proposals are right, in words."""
        tenths = max(1, round(10 * (doubt(self.directive) or 0.0)))
        words = _("Bộ đọc chưa chắc: những đề xuất như thế này đúng khoảng %(tenths)d trong 10 lần.")
        return words % {"tenths": tenths}

    @property
    def changed(self) -> str:
        """What a person has changed of the proposal, in words."""
        names = changed_from_proposal(self.directive, self.directive.units.all())
        return ", ".join(str(CHANGES[name]) for name in names)

    @property
    def pieces(self) -> list[tuple[int, str]]:
        """The words of the quote, each with the position at which a split before it would cut; the first has none."""
        text, pieces = self.document.text, []
        for start, end in self.directive.spans:
            starts = [word[0] for word in words_in(text, start, end)]
            edges = [*starts, end]
            pieces += [(first, text[first:last]) for first, last in pairwise(edges)]
        return pieces


def cards_of(
    document: Document, directives: Sequence[Directive], *, selected: int = 0, may_review: bool = True, shown: str = ""
) -> list[Card]:
    """Return the cards of a review, numbered in the order of the text; ``shown`` are those that are not hidden."""
    following = dict(pairwise(directives))
    repeats = repeats_of(directives) if may_review else {}
    return [
        Card(
            directive=one,
            document=document,
            number=number,
            following=following.get(one),
            is_selected=one.pk == selected,
            may_review=may_review,
            is_hidden=not is_shown(one, shown),
            repeats=repeats.get(one.pk),
        )
        for number, one in enumerate(directives, start=1)
    ]


def least_sure_first(directives: Iterable[Directive]) -> list[Directive]:
    """Return the directives of a review, those first of which the reader is least sure; else in the order of the text.

    A decision moves none of them.
    """
    return sorted(directives, key=lambda one: (sureness(one), one.start, one.pk))


def is_shown(directive: Directive, shown: str) -> bool:
    """Tell whether a filter leaves a directive in: "" for all, a decision, or "doubtful"."""
    if shown == "doubtful":
        return doubt(directive) is not None
    return not shown or directive.decision == shown


def _basis_note(units: Iterable[DirectiveUnit], written: Sequence[str]) -> str:
    found = list(units)
    words = "; ".join(written)
    ways = list(dict.fromkeys(one.basis for one in found))
    if not found:
        return _("văn bản ghi “%(words)s”") % {"words": words} if words else _("văn bản không nêu")
    if ways == ["area"] and words:
        return _("gợi ý theo lĩnh vực; văn bản chỉ nói “%(words)s”") % {"words": words}
    if ways == ["area"]:
        return _("gợi ý theo lĩnh vực; văn bản không nêu ai chủ trì")
    if ways == ["name"]:
        return ""
    note = ", ".join(basis_label(way) for way in ways)
    return _("%(note)s; văn bản ghi “%(words)s”") % {"note": note, "words": words} if words else note
