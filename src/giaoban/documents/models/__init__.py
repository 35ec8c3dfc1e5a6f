"""Documents (văn bản): what came in and its review, what it cites, what it says again."""

from giaoban.documents.models.cited import Citation, CitedDocument
from giaoban.documents.models.incoming import (
    Directive,
    DirectiveUnit,
    Document,
    Page,
    ReviewStep,
    ScannedPage,
    StoredFile,
)
from giaoban.documents.models.repetition import DirectiveSign, Repetition

__all__ = [
    "Citation",
    "CitedDocument",
    "Directive",
    "DirectiveSign",
    "DirectiveUnit",
    "Document",
    "Page",
    "Repetition",
    "ReviewStep",
    "ScannedPage",
    "StoredFile",
]
