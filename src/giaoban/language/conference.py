"""The conference that a document reports: title, date, host, periods and chair.

>>> text = "Sáng 27/3, UBND xã A tổ chức hội nghị giao ban quý I, nhiệm vụ quý II năm 2024. Ông Trần Văn B chủ trì."
>>> held = find_conference(text, "news", [])
>>> held.host, held.date, held.reviewed, held.ahead
('UBND xã A', '2024-03-27', '2024-Q1', '2024-Q2')
"""

from __future__ import annotations

from giaoban.language.chairs import find_chair
from giaoban.language.conference_times import find_times
from giaoban.language.extraction import Conference, DocType, Person
from giaoban.language.hosts import issuing_body
from giaoban.language.meetings import find_meeting, titled_meeting

_REPORTING = ("news", "conclusion", "minutes")
_HEADINGS = ("THÔNG BÁO", "KẾT LUẬN", "BIÊN BẢN")


def find_conference(text: str, kind: DocType, people: list[Person]) -> Conference | None:
    """Return the conference that a text reports, or None where it reports none.

    ``kind`` is the document's type; ``people`` are those of :func:`giaoban.language.people.find_people`, among whom
    the chair is looked for.
    """
    if kind not in _REPORTING:
        return None
    meeting = find_meeting(text)
    if meeting is None and kind != "news":
        meeting = next(filter(None, (titled_meeting(text, heading) for heading in _HEADINGS)), None)
    if meeting is None:
        return None
    host = meeting.host
    if host is None and kind != "news":
        host = issuing_body(text)
    times = find_times(text, meeting)
    return Conference(
        title=" ".join(text[meeting.title_start : meeting.title_end].split()),
        date=times.date,
        host=host,
        reviewed=times.reviewed,
        ahead=times.ahead,
        chair=find_chair(text, meeting, people),
    )
