"""Documents (văn bản): what came in and its review, and the documents that it cites."""

from giaoban.documents.models.cited import Citation, CitedDocument
from giaoban.documents.models.incoming import (
    Directive,
    DirectiveUnit,
    Document,
    Page,
    ReviewStep,
    StoredFile,
)

__all__ = [
    "Citation",
    "CitedDocument",
    "Directive",
    "DirectiveUnit",
    "Document",
    "Page",
    "ReviewStep",
    "StoredFile",
]
