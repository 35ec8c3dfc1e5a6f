"""Lists: heads that sort, numbers of pages."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.template import Context

register = template.Library()


@register.inclusion_tag("components/sort_head.html", takes_context=True)
def sort_head(context: Context, name: str, words: str, *, default: str = "", classes: str = "") -> dict[str, Any]:
    """Show the head of a column that sorts: a click sorts by it, a second one the other way round.

    The order stands in the address (``sort=due``, ``sort=-due``); ``default`` is the list's own order.
    """
    chosen = context["request"].GET.get("sort", default)
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{name}" if chosen == name else name
    directions = {name: "ascending", f"-{name}": "descending"}
    return {
        "words": words,
        "classes": classes,
        "direction": directions.get(chosen, ""),
        "address": f"?{query.urlencode()}",
    }


@register.filter
def page_numbers(page: Page[Any]) -> list[int]:
    """Return the numbers to show around a page; 0 stands for those left out."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else 0 for number in shown]
