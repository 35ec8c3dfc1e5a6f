"""Tasks (nhiệm vụ), the units' assignments, what happened to them, when they are due, and the evidence."""

from giaoban.tasks.models.check_in import CheckIn
from giaoban.tasks.models.dues import DueChange, Extension
from giaoban.tasks.models.saved_filter import SavedFilter
from giaoban.tasks.models.task import Assignment, Task
from giaoban.tasks.models.time_rules import Escalation, TimeRules
from giaoban.tasks.models.timeline import Entry, Evidence

__all__ = [
    "Assignment",
    "CheckIn",
    "DueChange",
    "Entry",
    "Escalation",
    "Evidence",
    "Extension",
    "SavedFilter",
    "Task",
    "TimeRules",
]
