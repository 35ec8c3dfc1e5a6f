"""What the page of a draft shows: the notice as it reads, each directive with its 6 rõ and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions import OPEN_STATES
from giaoban.conferences.queries import (
    clarity_of,
    composed,
    directives_in,
    draft_directives,
    draft_repeats,
    draft_versions,
)
from giaoban.documents.rules import Clarity
from giaoban.tasks.queries import Repeats
from giaoban.web.conclusions.forms import due_words
from giaoban.web.templatetags.task_words import CLARITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from giaoban.conferences.models import Conclusion, ConclusionComment, ConclusionVersion, Conference, DraftDirective

#: What to write where one of the 6 rõ is missing.
HINTS: dict[str, str | Promise] = {
    "person": _("Chọn đơn vị chủ trì."),
    "work": _("Nói rõ việc phải làm và chọn lĩnh vực."),
    "time": _("Ghi hạn: ngày, kỳ hoặc định kỳ."),
    "responsibility": _("Nên có đúng một đơn vị chủ trì; đơn vị khác là phối hợp."),
    "product": _("Ghi sản phẩm phải có khi xong việc."),
    "authority": _("Đơn vị chủ trì chưa phụ trách lĩnh vực chính của chỉ đạo này."),
}
#: The same of who leads where only the area points to a unit.
NEAR = _("Lời văn không nêu đơn vị: giữ đơn vị được đề xuất theo lĩnh vực, hoặc chọn lại.")
SEVERAL = _("Lời này có nhiều chỉ đạo cho các đơn vị khác nhau: tách ra để mỗi chỉ đạo có đơn vị và hạn riêng.")
#: What is not said again where nobody leads, and where the one proposed by area is asked about.
_FOLLOWS_NOBODY = ("responsibility", "authority")
_FOLLOWS_NEAR = ("person", "responsibility")
#: A draft's state: its words and tone.
STATES: dict[str, tuple[str | Promise, str]] = {
    "draft": (_("Đang soạn"), ""),
    "submitted": (_("Trình chủ trì"), "run"),
    "returned": (_("Chủ trì trả lại"), "near"),
    "approved": (_("Chủ trì đã duyệt"), "done"),
    "issued": (_("Đã ban hành"), "done"),
}
#: Why a version was kept, in words.
WHYS: dict[str, str | Promise] = {
    "submitted": _("Trình chủ trì"),
    "recalled": _("Rút lại"),
    "returned": _("Chủ trì trả lại"),
    "approved": _("Chủ trì duyệt"),
    "issued": _("Ban hành"),
}


@dataclass(frozen=True, slots=True)
class DraftCard:
    """One directive of the draft as its card shows it; ``heard`` is how many directives its words hold."""

    row: DraftDirective
    number: int
    found: Clarity
    repeats: Repeats | None = None
    heard: int = 1

    @property
    def clarity(self) -> list[tuple[str | Promise, bool]]:
        """The 6 rõ: each with whether it is clear."""
        return [(words, getattr(self.found, name)) for name, words in CLARITY]

    @property
    def hints(self) -> list[str | Promise]:
        """What is missing, in words; of who leads it is said once."""
        if self.heard > 1 and not self.row.leads.all():
            return [SEVERAL]
        is_near = self.row.proposed.get("leads") == "area"
        follow = _FOLLOWS_NEAR if is_near else () if self.row.leads.all() else _FOLLOWS_NOBODY
        missing = [name for name, _words in CLARITY if not getattr(self.found, name) and name not in follow]
        return [*([NEAR] if is_near else []), *(HINTS[name] for name in missing)]

    @property
    def due(self) -> str:
        """The due in words; "" for "theo kỳ"."""
        return due_words(self.row)


class DraftPage:
    """The page of one draft for an actor."""

    def __init__(self, actor: Actor, draft: Conclusion) -> None:
        self.actor, self.draft = actor, draft
        self.conference: Conference = draft.conference
        self.directives = draft_directives(draft)

    @cached_property
    def cards(self) -> list[DraftCard]:
        """The directives, numbered."""
        repeats = draft_repeats(self.conference, self.directives) if self.may_manage else {}
        day = self.conference.held_on
        return [
            DraftCard(row, number, clarity_of(row), repeats.get(row.pk), directives_in(row, day))
            for number, row in enumerate(self.directives, start=1)
        ]

    @cached_property
    def pieces(self) -> list[tuple[str, int]]:
        """The notice as it reads: its stretches of words, each with the number of the directive it is, or 0."""
        found = composed(self.conference, self.draft, self.directives)
        return list(_pieces(found.text, found.spans))

    @property
    def is_open(self) -> bool:
        """Whether this actor can change the draft now."""
        return self.may_manage and self.draft.state in OPEN_STATES

    @property
    def may_manage(self) -> bool:
        """Whether the actor writes drafts."""
        return self.actor.may(Right.CONFERENCES_MANAGE)

    @property
    def may_link(self) -> bool:
        """Whether the actor says what is repeated: until the draft is issued; after that, at the document."""
        return self.may_manage and self.draft.state != "issued"

    @property
    def may_approve(self) -> bool:
        """Whether the draft waits for this actor's word."""
        return self.actor.may(Right.CONCLUSIONS_APPROVE) and self.draft.state == "submitted"

    @property
    def state(self) -> tuple[str | Promise, str]:
        """The state's words and tone."""
        return STATES[self.draft.state]

    @cached_property
    def comments(self) -> list[ConclusionComment]:
        """What was said on the draft."""
        return list(self.draft.comments.all())

    @cached_property
    def versions(self) -> list[tuple[ConclusionVersion, str | Promise]]:
        """The kept versions, the newest first, each with why it was kept."""
        return [(one, WHYS.get(one.why, one.why)) for one in draft_versions(self.draft)]

    @property
    def changed_since(self) -> tuple[int, int] | None:
        """The versions between which the reader of the draft wants to see what was changed; None for none before.

        While the draft is worked on that is the last kept one and what now stands, else the last two.
        """
        numbers = [one.number for one, _why in self.versions[:2]]
        if numbers and self.draft.state in OPEN_STATES:
            return numbers[0], 0
        return (numbers[1], numbers[0]) if len(numbers) > 1 else None

    @cached_property
    def unkept(self) -> int:
        """How many directives have a field as the reader proposed it."""
        return sum(bool(card.row.proposed) for card in self.cards)

    @cached_property
    def unclear(self) -> int:
        """How many directives miss one of the 6 rõ."""
        return sum(bool(card.hints) for card in self.cards)


def _pieces(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, int]]:
    here = 0
    for number, (start, end) in enumerate(spans, start=1):
        yield text[here:start], 0
        yield text[start:end], number
        here = end
    yield text[here:], 0
