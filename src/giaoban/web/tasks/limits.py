"""What the committee's rules on dues say of one part, in words beside the form that asks for more time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giaoban.committees.actors import Actor
from giaoban.tasks.queries import rules_of
from giaoban.tasks.time_rules import latest_extension
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.tasks.models import Assignment


def extension_limits(actor: Actor, assignment: Assignment) -> str:
    """Return what limits a further extension of a part; empty where nothing does."""
    return " ".join(_limits(actor, assignment))


def _limits(actor: Actor, assignment: Assignment) -> Iterator[str]:
    rules = rules_of(actor.committee_id)
    if rules.most_extensions:
        granted = assignment.extensions.filter(decision="granted").count()
        words = ngettext(
            "Theo quy định được gia hạn nhiều nhất %(most)d lần; đã gia hạn %(granted)d lần.",
            "Theo quy định được gia hạn nhiều nhất %(most)d lần; đã gia hạn %(granted)d lần.",
            rules.most_extensions,
        )
        yield words % {"most": rules.most_extensions, "granted": granted}
    latest = latest_extension(rules, assignment.due_on) if assignment.due_on else None
    if latest is not None:
        yield _("Lần này chậm nhất đến %(day)s.") % {"day": day(latest)}
    if rules.extension_by == "leader":
        yield _("Lãnh đạo quyết định.")
