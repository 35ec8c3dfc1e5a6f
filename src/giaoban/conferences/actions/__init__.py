"""Every write of the conferences part."""

from giaoban.conferences.actions.agenda import ItemDetails, add_item, drop_item, edit_item, move_item
from giaoban.conferences.actions.answering import Link, answer_invitation, issue_links, renew_link
from giaoban.conferences.actions.attending import Tick, tick_all_present, tick_delegate, untick_all
from giaoban.conferences.actions.checking_minutes import (
    answer_objection,
    check_minutes,
    finalise_minutes,
    record_minutes_export,
    reopen_minutes,
    send_for_checking,
)
from giaoban.conferences.actions.concluding import attach_conclusion, detach_conclusion
from giaoban.conferences.actions.deciding import AlreadyDecided, Opinion, decide_at_conference, undo_at_conference
from giaoban.conferences.actions.in_meeting import NotInThisState, SentOtherwise
from giaoban.conferences.actions.inviting import (
    GuestDetails,
    drop_delegate,
    edit_delegate,
    invite_group,
    invite_guest,
    invite_units,
)
from giaoban.conferences.actions.materials import add_material, add_version, drop_material, edit_material
from giaoban.conferences.actions.minuting import (
    MinutesFinal,
    Speaker,
    add_remark,
    begin_minutes,
    close_remark,
    move_remark,
    restore_remark,
    save_concluding_words,
    save_remark,
)
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
from giaoban.conferences.actions.noting import note_conclusion, take_back_conclusion
from giaoban.conferences.actions.planning import ConferenceDetails, edit_conference, plan_conference
from giaoban.conferences.actions.preparing import (
    PreparationDetails,
    add_preparation,
    drop_preparation,
    edit_preparation,
    tick_preparation,
)
from giaoban.conferences.actions.presenting import close_projectors, open_projector, show_slide
from giaoban.conferences.actions.wanting import unwant_report, want_reports

__all__ = [
    "AlreadyDecided",
    "ConferenceDetails",
    "GuestDetails",
    "ItemDetails",
    "Link",
    "MinutesFinal",
    "NotInThisState",
    "Opinion",
    "PreparationDetails",
    "SentOtherwise",
    "Speaker",
    "Tick",
    "add_item",
    "add_material",
    "add_preparation",
    "add_remark",
    "add_version",
    "answer_invitation",
    "answer_objection",
    "attach_conclusion",
    "begin_minutes",
    "cancel_conference",
    "check_minutes",
    "close_projectors",
    "close_remark",
    "decide_at_conference",
    "detach_conclusion",
    "drop_delegate",
    "drop_item",
    "drop_material",
    "drop_preparation",
    "edit_conference",
    "edit_delegate",
    "edit_item",
    "edit_material",
    "edit_preparation",
    "finalise_minutes",
    "hold_conference",
    "invite_group",
    "invite_guest",
    "invite_units",
    "issue_links",
    "mark_invited",
    "move_item",
    "move_remark",
    "note_conclusion",
    "open_conference",
    "open_projector",
    "plan_conference",
    "record_minutes_export",
    "renew_link",
    "reopen_minutes",
    "restore_conference",
    "restore_remark",
    "resume_conference",
    "save_concluding_words",
    "save_remark",
    "send_for_checking",
    "show_slide",
    "take_back_conclusion",
    "tick_all_present",
    "tick_delegate",
    "tick_preparation",
    "undo_at_conference",
    "unmark_invited",
    "unopen_conference",
    "untick_all",
    "unwant_report",
    "want_reports",
]
