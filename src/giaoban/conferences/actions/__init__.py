"""Every write of the conferences part."""

from giaoban.conferences.actions.agenda import ItemDetails, add_item, drop_item, edit_item, move_item
from giaoban.conferences.actions.answering import Link, answer_invitation, issue_links, renew_link
from giaoban.conferences.actions.approving import (
    approve_draft,
    comment_on_draft,
    recall_draft,
    return_draft,
    settle_comment,
    submit_draft,
)
from giaoban.conferences.actions.attending import Tick, tick_all_present, tick_delegate, untick_all
from giaoban.conferences.actions.checking_minutes import (
    answer_objection,
    check_minutes,
    check_minutes_by_link,
    finalise_minutes,
    record_minutes_export,
    reopen_minutes,
    send_for_checking,
)
from giaoban.conferences.actions.closing import close_conference, reopen_conference
from giaoban.conferences.actions.concluding import attach_conclusion, detach_conclusion
from giaoban.conferences.actions.deciding import AlreadyDecided, Opinion, decide_at_conference, undo_at_conference
from giaoban.conferences.actions.draft_directives import (
    add_draft_directive,
    drop_draft_directive,
    edit_draft_directive,
    keep_draft_proposal,
    move_draft_directive,
    restore_draft_directive,
    split_draft_directive,
)
from giaoban.conferences.actions.drafting import DRAFTED_IN, OPEN_STATES, edit_draft, open_draft
from giaoban.conferences.actions.exporting import record_answers_export, record_notice_export, record_reminder_export
from giaoban.conferences.actions.following import follow_day
from giaoban.conferences.actions.in_meeting import NotInThisState, SentOtherwise
from giaoban.conferences.actions.inviting import (
    GuestDetails,
    drop_delegate,
    edit_delegate,
    invite_group,
    invite_guest,
    invite_units,
)
from giaoban.conferences.actions.issuing import issue_conclusion
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
from giaoban.conferences.actions.proposing import DirectiveDraft
from giaoban.conferences.actions.receiving import (
    Reminded,
    accept_report,
    remind_owing,
    remind_report,
    return_unit_report,
    unaccept_report,
)
from giaoban.conferences.actions.repeating import (
    agree_draft_repetition,
    refuse_draft_repetition,
    reopen_draft_repetition,
)
from giaoban.conferences.actions.reporting import AnswerWords, ReportWords, save_report, send_report, upload_report
from giaoban.conferences.actions.wanting import unwant_report, want_reports

__all__ = [
    "DRAFTED_IN",
    "OPEN_STATES",
    "AlreadyDecided",
    "AnswerWords",
    "ConferenceDetails",
    "DirectiveDraft",
    "GuestDetails",
    "ItemDetails",
    "Link",
    "MinutesFinal",
    "NotInThisState",
    "Opinion",
    "PreparationDetails",
    "Reminded",
    "ReportWords",
    "SentOtherwise",
    "Speaker",
    "Tick",
    "accept_report",
    "add_draft_directive",
    "add_item",
    "add_material",
    "add_preparation",
    "add_remark",
    "add_version",
    "agree_draft_repetition",
    "answer_invitation",
    "answer_objection",
    "approve_draft",
    "attach_conclusion",
    "begin_minutes",
    "cancel_conference",
    "check_minutes",
    "check_minutes_by_link",
    "close_conference",
    "close_projectors",
    "close_remark",
    "comment_on_draft",
    "decide_at_conference",
    "detach_conclusion",
    "drop_delegate",
    "drop_draft_directive",
    "drop_item",
    "drop_material",
    "drop_preparation",
    "edit_conference",
    "edit_delegate",
    "edit_draft",
    "edit_draft_directive",
    "edit_item",
    "edit_material",
    "edit_preparation",
    "finalise_minutes",
    "follow_day",
    "hold_conference",
    "invite_group",
    "invite_guest",
    "invite_units",
    "issue_conclusion",
    "issue_links",
    "keep_draft_proposal",
    "mark_invited",
    "move_draft_directive",
    "move_item",
    "move_remark",
    "note_conclusion",
    "open_conference",
    "open_draft",
    "open_projector",
    "plan_conference",
    "recall_draft",
    "record_answers_export",
    "record_minutes_export",
    "record_notice_export",
    "record_reminder_export",
    "refuse_draft_repetition",
    "remind_owing",
    "remind_report",
    "renew_link",
    "reopen_conference",
    "reopen_draft_repetition",
    "reopen_minutes",
    "restore_conference",
    "restore_draft_directive",
    "restore_remark",
    "resume_conference",
    "return_draft",
    "return_unit_report",
    "save_concluding_words",
    "save_remark",
    "save_report",
    "send_for_checking",
    "send_report",
    "settle_comment",
    "show_slide",
    "split_draft_directive",
    "submit_draft",
    "take_back_conclusion",
    "tick_all_present",
    "tick_delegate",
    "tick_preparation",
    "unaccept_report",
    "undo_at_conference",
    "unmark_invited",
    "unopen_conference",
    "untick_all",
    "unwant_report",
    "upload_report",
    "want_reports",
]
