"""The tasks of our committee, as the tests of tasks set them up."""

from tasks.conftest import _on_the_day, accepted, give, part, reported

__all__ = ["_on_the_day", "accepted", "give", "part", "reported"]
