"""Every write of the conferences part."""

from giaoban.conferences.actions.concluding import attach_conclusion, detach_conclusion
from giaoban.conferences.actions.moving import (
    cancel_conference,
    hold_conference,
    mark_invited,
    open_conference,
    restore_conference,
    resume_conference,
    unmark_invited,
    unopen_conference,
)
from giaoban.conferences.actions.planning import ConferenceDetails, edit_conference, plan_conference

__all__ = [
    "ConferenceDetails",
    "attach_conclusion",
    "cancel_conference",
    "detach_conclusion",
    "edit_conference",
    "hold_conference",
    "mark_invited",
    "open_conference",
    "plan_conference",
    "restore_conference",
    "resume_conference",
    "unmark_invited",
    "unopen_conference",
]
