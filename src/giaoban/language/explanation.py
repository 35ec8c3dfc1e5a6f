"""Why a document was read as it was (giải thích): a :class:`ClauseTrace` for each clause of the text, plain data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from giaoban.language.extraction import Extraction, Span
from giaoban.language.judged import LedBy
from giaoban.language.reasons import Outcome, Reason, reasons

Tongue = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a directive (``weight`` above 0, in log-odds) or against it; the heaviest comes first."""

    id: str
    weight: float


@dataclass(frozen=True, slots=True)
class ClauseTrace:
    """What one clause is, and why; offsets as in :attr:`Extraction.text`.

    ``reason`` is the rule that decided, whose words :func:`~giaoban.language.reasons.reasons` gives. ``section`` is
    the heading that the clause stands under, ``role`` what that heading makes of its clauses ("tasks", "results" …).
    ``governor`` is the sentence or heading that makes it heard as an order, as a proposal, or as what is only told.
    ``directive`` is the place in ``extraction.directives`` of the directive that the clause is, or adds to;
    ``led_by`` says where its lead was found, None where nobody leads; ``signs`` what made its confidence.
    """

    start: int
    end: int
    text: str
    outcome: Outcome
    reason: Reason
    role: str | None = None
    section: Span | None = None
    governor: Span | None = None
    directive: int | None = None
    led_by: LedBy | None = None
    signs: list[Sign] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explanation:
    """An extraction, and every clause of the text once, in reading order."""

    extraction: Extraction
    clauses: list[ClauseTrace] = field(default_factory=list)

    def as_dict(self, tongue: Tongue = "vi") -> dict[str, Any]:
        """Return plain dictionaries ready for JSON; ``why`` says each clause's reason in words of a language."""
        clauses = [asdict(one) | {"why": getattr(reasons()[one.reason], tongue)} for one in self.clauses]
        return {"extraction": self.extraction.as_dict(), "clauses": clauses}
