"""Every write of the tasks part."""

from giaoban.tasks.actions.answering import accept_assignment, report_done, report_progress
from giaoban.tasks.actions.assigning import assign_tasks
from giaoban.tasks.actions.bulk import (
    BULK_LIMIT,
    BulkResult,
    Refused,
    add_supports,
    change_dues,
    confirm_reports,
    preview_bulk,
    remind_tasks,
    withdraw_tasks,
)
from giaoban.tasks.actions.changing import (
    change_due,
    change_leads,
    change_supports,
    edit_task,
    withdraw_assignment,
    withdraw_task,
)
from giaoban.tasks.actions.check_ins import give_check_in, open_check_ins, return_check_in
from giaoban.tasks.actions.concluding import decide_task
from giaoban.tasks.actions.deciding import confirm_assignment, reopen_assignment, return_report
from giaoban.tasks.actions.escalating import make_escalations
from giaoban.tasks.actions.exporting import record_export
from giaoban.tasks.actions.extending import ask_extension, decide_extension, drop_extension
from giaoban.tasks.actions.reminding import remind_task
from giaoban.tasks.actions.saved_filters import close_filter, save_filter, share_filter
from giaoban.tasks.actions.time_rules import set_time_rules
from giaoban.tasks.actions.undoing import undo_batch, undo_decision

__all__ = [
    "BULK_LIMIT",
    "BulkResult",
    "Refused",
    "accept_assignment",
    "add_supports",
    "ask_extension",
    "assign_tasks",
    "change_due",
    "change_dues",
    "change_leads",
    "change_supports",
    "close_filter",
    "confirm_assignment",
    "confirm_reports",
    "decide_extension",
    "decide_task",
    "drop_extension",
    "edit_task",
    "give_check_in",
    "make_escalations",
    "open_check_ins",
    "preview_bulk",
    "record_export",
    "remind_task",
    "remind_tasks",
    "reopen_assignment",
    "report_done",
    "report_progress",
    "return_check_in",
    "return_report",
    "save_filter",
    "set_time_rules",
    "share_filter",
    "undo_batch",
    "undo_decision",
    "withdraw_assignment",
    "withdraw_task",
    "withdraw_tasks",
]
