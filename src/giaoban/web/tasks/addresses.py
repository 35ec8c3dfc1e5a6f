"""Addresses on other parts' pages that a task leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from giaoban.tasks.models import Task


def passage_address(task: Task) -> str:
    """Return the address of the words in the document's text: its paragraph, with the directive marked."""
    directive, text = task.directive, task.document.text
    line = text.rfind("\n", 0, directive.start) + 1
    return f"{reverse('document-page', args=[task.document_id])}?chon={directive.pk}#line-{line}"
