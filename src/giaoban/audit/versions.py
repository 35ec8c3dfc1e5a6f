"""Optimistic locking: an edit carries the version that it was made on."""

from __future__ import annotations

from typing import TypeVar

from django.db import models

from giaoban.refusal import Stale


class Versioned(models.Model):
    """A row whose every edit raises ``version`` by one."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


V = TypeVar("V", bound=Versioned)


def advance(row: V, version: int) -> V:
    """Claim the next version of a row for an edit that was made on ``version``; returns the same row.

    The claim is one conditional update, so of two edits made on one version only the first goes on. Raises
    :class:`~giaoban.refusal.Stale` with the row as it now stands for the second.
    """
    manager = type(row)._default_manager
    if not manager.filter(pk=row.pk, version=version).update(version=version + 1):
        raise Stale(manager.get(pk=row.pk))
    row.version = version + 1
    return row
