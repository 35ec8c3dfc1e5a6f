"""Documents for the pages: the same as for the part's own tests."""

from documents.conftest import directives, document, files

__all__ = ["directives", "document", "files"]
