"""The names of roles and areas, in the language of the page."""

from __future__ import annotations

from django import template

from giaoban.web.access import labels

register = template.Library()
register.filter("role_label", labels.role_label)
register.filter("area_label", labels.area_label)
