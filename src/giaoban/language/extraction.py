"""What the reader finds in a document: the shapes that ``giaoban extract`` prints.

Offsets count code points in :attr:`Extraction.text`, the end exclusive: ``text[start:end]`` is the span.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

DocType = Literal["news", "conclusion", "directive", "dispatch", "report", "minutes", "other"]
Recurrence = Literal["daily", "weekly", "monthly", "quarterly", "yearly", "continuous"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the text; ``titles`` (chức vụ, cấp bậc) as written, each by itself."""

    name: str
    titles: list[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal or Party document that the text cites (văn bản được viện dẫn)."""

    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Due:
    """When a directive is to be done (hạn): as written, and one of a date, a period or a recurrence."""

    text: str
    date: str | None = None
    period: str | None = None
    recurring: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """One thing that somebody is told to do: the clause, who leads, who supports, by when, in which areas.

    ``confidence`` (độ chắc) is the chance, from 0 to 1, that a person finds the clause right as it stands; None of
    words that a person has chosen.
    """

    start: int
    end: int
    text: str
    lead: list[str]
    support: list[str]
    due: Due | None
    areas: list[str]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chaired the conference (chủ trì)."""

    name: str
    titles: list[str]


@dataclass(frozen=True, slots=True)
class Conference:
    """The conference that the document reports; ``reviewed`` and ``ahead`` are periods as ``2024-Q1``."""

    title: str | None
    date: str | None
    host: str | None
    reviewed: str | None
    ahead: str | None
    chair: Chair | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document."""

    text: str
    doc_type: DocType
    conference: Conference | None
    people: list[Person] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    results: list[Span] = field(default_factory=list)
    limitations: list[Span] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Return plain dictionaries and lists with a stable key order, ready for JSON."""
        return asdict(self)
