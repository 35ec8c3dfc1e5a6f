"""Tasks that cite, for the pages of cited documents."""

from documents.conftest import files
from tasks.conftest import _on_the_day, give

__all__ = ["_on_the_day", "files", "give"]
