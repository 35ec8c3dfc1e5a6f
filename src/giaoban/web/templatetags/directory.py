"""The words of the directory: kinds of units, what a committee may tell them, successions, levels."""

from __future__ import annotations

from django import template

from giaoban.web.committees import labels

register = template.Library()
register.filter("kind_label", labels.kind_label)
register.filter("authority_verb", labels.authority_verb)
register.filter("authority_meaning", labels.authority_meaning)
register.filter("succession_label", labels.succession_label)
register.filter("level_label", labels.level_label)
register.filter("right_label", labels.right_label)
