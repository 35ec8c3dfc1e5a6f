"""The cast and the tasks of the tasks part, seen through pages."""

from tasks.conftest import _on_the_day, accepted, give, part, reported

__all__ = ["_on_the_day", "accepted", "give", "part", "reported"]
