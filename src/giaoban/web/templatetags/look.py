"""Icons, states, stacked bars: signs that always come with a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from lucide import _render_icon as lucide_icon

register = template.Library()

#: The states of an assignment or a task: words and tone. "overdue" and "soon" are computed by whoever asks.
STATES: dict[str, tuple[str | Promise, str]] = {
    "assigned": (pgettext_lazy("trạng thái", "Chờ nhận"), ""),
    "accepted": (pgettext_lazy("trạng thái", "Đã nhận"), "run"),
    "in_progress": (pgettext_lazy("trạng thái", "Đang làm"), "run"),
    "reported": (pgettext_lazy("trạng thái", "Chờ xác nhận"), "run"),
    "returned": (pgettext_lazy("trạng thái", "Trả lại"), "near"),
    "confirmed": (pgettext_lazy("trạng thái", "Hoàn thành"), "done"),
    "withdrawn": (pgettext_lazy("trạng thái", "Thu hồi"), "gone"),
    "overdue": (pgettext_lazy("trạng thái", "Quá hạn"), "late"),
    "soon": (pgettext_lazy("trạng thái", "Sắp đến hạn"), "near"),
}

#: The places of the navigation: icon, and the keys that lead there.
PLACES = {
    "today": ("calendar-check", "g h"),
    "document-list": ("file-text", "g v"),
    "task-list": ("list-checks", "g n"),
    "conference-list": ("presentation", "g g"),
    "unit-list": ("book-user", "g d"),
    "member-list": ("users", "g q"),
    "audit-list": ("history", "g k"),
}

TONE_ICONS = {"late": "circle-alert", "near": "triangle-alert", "done": "circle-check"}


@register.simple_tag
def icon(name: str, size: int | str = 16) -> SafeString:
    """Return a Lucide icon by name, hidden from reading aloud: a word must stand beside it or name its button."""
    drawn = lucide_icon(str(name) + "", int(size or 16), **{"class": "icon", "aria-hidden": "true"})
    return mark_safe(drawn)


@register.filter
def place_icon(name: str) -> str:
    """Return the icon of a place in the navigation."""
    return PLACES.get(name, ("circle", ""))[0]


@register.filter
def place_key(name: str) -> str:
    """Return the keys that lead to a place in the navigation; none for a place without."""
    return PLACES.get(name, ("", ""))[1]


@register.filter
def tone_icon(tone: str) -> str:
    """Return the icon of a note in this tone."""
    return TONE_ICONS.get(tone, "info")


@register.simple_tag
def state_chip(state: str, *, is_overdue: bool = False, is_soon: bool = False) -> str:
    """Return the chip of a state; an open thing past its due date, or near it, says that instead.

    Raises :class:`KeyError` for a state that does not exist.
    """
    words, tone = STATES[_shown_state(state, is_overdue, is_soon)]
    return format_html('<span class="chip {}">{}</span>', tone, words)


def _shown_state(state: str, is_overdue: bool, is_soon: bool) -> str:
    if state in ("confirmed", "withdrawn", "reported"):
        return state
    return "overdue" if is_overdue else "soon" if is_soon else state


@register.filter
def state_words(state: str) -> str:
    """Return the words of a state."""
    return str(STATES[state][0])


@register.inclusion_tag("components/bar.html")
def bar(parts: Iterable[tuple[str, int, str]], *, whole: int = 0) -> dict[str, Any]:
    """Show shares of a whole as a bar; its name, read aloud and on pointing, gives each count in words.

    A part is ``(tone, count, words)``, the tones ``done``, ``run``, ``near``, ``late``, ``wait``. ``whole`` is the
    sum of the parts unless given.
    """
    counted = [part for part in parts if part[1]]
    total = whole or sum(count for _tone, count, _words in counted)
    drawn = []
    start = 0.0
    for tone, count, _words in counted:
        width = 100 * count / total
        drawn.append({"tone": tone, "start": f"{start:.2f}", "width": f"{max(width - 0.8, 0.4):.2f}"})
        start += width
    label = ", ".join(f"{words} {count}" for _tone, count, words in counted)
    return {"parts": drawn, "label": label or _("chưa có")}


@register.inclusion_tag("components/bar.html")
def progress(share: int, *, tone: str = "run") -> dict[str, Any]:
    """Show a percentage (0–100) as a bar."""
    width = min(max(int(share), 0), 100)
    parts = [{"tone": tone, "start": "0", "width": str(width)}] if width else []
    return {"parts": parts, "label": f"{width}%"}
