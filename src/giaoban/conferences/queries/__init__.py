"""Every read of the conferences part that is more than one line."""

from giaoban.conferences.queries.attendance import (
    Attendance,
    attendance_of,
    find_speakers,
    seat_words,
    speaker_words,
)
from giaoban.conferences.queries.conclusions import conclusions_proposed, conferences_proposed
from giaoban.conferences.queries.listing import ConferenceRow, conference_list, conference_years
from giaoban.conferences.queries.minutes import (
    MinutesRecord,
    minutes_of,
    own_seat,
)
from giaoban.conferences.queries.planning import Proposal, last_of_kind, propose_conference
from giaoban.conferences.queries.projecting import (
    Screen,
    Shown,
    open_links,
    screen_of,
    shown_by,
    standing,
)
from giaoban.conferences.queries.slides import (
    Answer,
    Deck,
    Slide,
    deck_of,
    places_of,
    slide_of,
)
from giaoban.conferences.scope import conference_of, conferences_for

__all__ = [
    "Answer",
    "Attendance",
    "ConferenceRow",
    "Deck",
    "MinutesRecord",
    "Proposal",
    "Screen",
    "Shown",
    "Slide",
    "attendance_of",
    "conclusions_proposed",
    "conference_list",
    "conference_of",
    "conference_years",
    "conferences_for",
    "conferences_proposed",
    "deck_of",
    "find_speakers",
    "last_of_kind",
    "minutes_of",
    "open_links",
    "own_seat",
    "places_of",
    "propose_conference",
    "screen_of",
    "seat_words",
    "shown_by",
    "slide_of",
    "speaker_words",
    "standing",
]
