"""Every read of the conferences part that is more than one line."""

from giaoban.conferences.links import delegate_of
from giaoban.conferences.queries.answers import AnsweredTask, answers_for, unanswered
from giaoban.conferences.queries.attendance import Attendance, attendance_of, find_speakers, seat_words, speaker_words
from giaoban.conferences.queries.calendar import CalendarRow, Conflict, calendar_of, conflicts_of
from giaoban.conferences.queries.conclusions import conclusions_proposed, conferences_proposed
from giaoban.conferences.queries.delegates import Invitable, delegates_of, find_delegate, invitable
from giaoban.conferences.queries.drafts import (
    clarity_of,
    composed,
    draft_directive_of,
    draft_directives,
    draft_of,
    version_of,
)
from giaoban.conferences.queries.listing import ConferenceRow, conference_list, conference_years
from giaoban.conferences.queries.minutes import MinutesRecord, minutes_by_link, minutes_of, minutes_state, own_seat
from giaoban.conferences.queries.owing import Unanswered, unanswered_tasks
from giaoban.conferences.queries.planning import Proposal, last_of_kind, propose_conference
from giaoban.conferences.queries.preparing import Readiness, readiness
from giaoban.conferences.queries.programme import (
    Paper,
    Programme,
    find_item,
    find_material,
    find_preparation,
    material_file,
    preparations_of,
    programme_of,
    shared_file,
)
from giaoban.conferences.queries.projecting import Screen, Shown, open_links, screen_of, shown_by, standing
from giaoban.conferences.queries.reports import (
    AskedPart,
    ReportPage,
    ReportRow,
    asked_of,
    owed_reports,
    report_file,
    report_page,
    report_rows,
    reports_for,
)
from giaoban.conferences.queries.slides import (
    Answer,
    Deck,
    Slide,
    deck_of,
    noted_in,
    places_of,
    slide_alone,
    slide_marks,
    slide_of,
)
from giaoban.conferences.scope import conference_of, conferences_for

__all__ = [
    "Answer",
    "AnsweredTask",
    "AskedPart",
    "Attendance",
    "CalendarRow",
    "ConferenceRow",
    "Conflict",
    "Deck",
    "Invitable",
    "MinutesRecord",
    "Paper",
    "Programme",
    "Proposal",
    "Readiness",
    "ReportPage",
    "ReportRow",
    "Screen",
    "Shown",
    "Slide",
    "Unanswered",
    "answers_for",
    "asked_of",
    "attendance_of",
    "calendar_of",
    "clarity_of",
    "composed",
    "conclusions_proposed",
    "conference_list",
    "conference_of",
    "conference_years",
    "conferences_for",
    "conferences_proposed",
    "conflicts_of",
    "deck_of",
    "delegate_of",
    "delegates_of",
    "draft_directive_of",
    "draft_directives",
    "draft_of",
    "find_delegate",
    "find_item",
    "find_material",
    "find_preparation",
    "find_speakers",
    "invitable",
    "last_of_kind",
    "material_file",
    "minutes_by_link",
    "minutes_of",
    "minutes_state",
    "noted_in",
    "open_links",
    "owed_reports",
    "own_seat",
    "places_of",
    "preparations_of",
    "programme_of",
    "propose_conference",
    "readiness",
    "report_file",
    "report_page",
    "report_rows",
    "reports_for",
    "screen_of",
    "seat_words",
    "shared_file",
    "shown_by",
    "slide_alone",
    "slide_marks",
    "slide_of",
    "speaker_words",
    "standing",
    "unanswered",
    "unanswered_tasks",
    "version_of",
]
