"""A clause with what it does: the shape that the stages of judging hand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from giaoban.language.bodies import Body
from giaoban.language.clauses import Clause
from giaoban.language.commands import Stance
from giaoban.language.evidence import Evidence
from giaoban.language.extraction import Span
from giaoban.language.reasons import Reason
from giaoban.language.speakers import Told
from giaoban.language.subjects import Head

Voice = Literal["tells", "orders", "proposes", "hints"]
#: Where a lead was found: in the clause itself, in the clause before it, in the heading or introduction above it, with
#: those who were asked last, in a line below it, in a column of its table.
LedBy = Literal["own", "before", "above", "asked", "line", "column"]


@dataclass(slots=True)
class Judged:
    """One clause with its stance, the rule that decided, its head, and the block it stands in.

    ``role`` is that of its section, ``voice`` who is heard in it, ``governor`` the words that made this voice heard:
    the heading, the introduction, or the sentence in which somebody gave the order.
    """

    clause: Clause
    stance: Stance
    rule: Reason
    block: int
    start: int
    end: int = 0
    head: Head | None = None
    told: Told | None = None
    inherits: list[Body] = field(default_factory=list)
    role: str | None = None
    voice: Voice = "tells"
    governor: Span | None = None
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        self.end = self.end or self.clause.end
