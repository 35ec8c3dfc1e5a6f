"""A clause with what it does: the shape that the stages of judging hand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.language.bodies import Body
from giaoban.language.clauses import Clause
from giaoban.language.commands import Stance
from giaoban.language.speakers import Told
from giaoban.language.subjects import Head


@dataclass(slots=True)
class Judged:
    """One clause with its stance, the rule that decided, its head, and the block it stands in."""

    clause: Clause
    stance: Stance
    rule: str
    block: int
    start: int
    end: int = 0
    head: Head | None = None
    told: Told | None = None
    inherits: list[Body] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.end = self.end or self.clause.end
