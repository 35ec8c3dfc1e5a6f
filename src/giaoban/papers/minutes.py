"""The minutes of a conference as a paper (biên bản hội nghị, BB).

Fixed parts: opened and ended at, present and absent, chair and secretary, the course, the conclusion; the secretary
signs on the left, the chair on the right (Hướng dẫn 36-HD/VPTW, mẫu biên bản; Nghị định 30/2020/NĐ-CP, mẫu 1.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils import timezone

from giaoban.audit import clock
from giaoban.committees.models import Committee
from giaoban.conferences.models import Conference, Decision, Delegate
from giaoban.conferences.queries import MinutesRecord, seat_words, speaker_words
from giaoban.papers.forms import issuer_of, written_date
from giaoban.papers.plain import Paper, Signer
from giaoban.vietnamese import begun

TYPE = "Biên bản"
SYMBOL = "BB"
#: How the paper says what was decided on a task of the last conclusion.
DECIDED = {
    Decision.Kind.DONE: "Hoàn thành",
    Decision.Kind.CARRIED_ON: "Tiếp tục thực hiện",
    Decision.Kind.GIVEN_AGAIN: "Giao lại",
    Decision.Kind.DROPPED: "Thôi theo dõi",
}
_DECISION_HEADS = ("TT", "Nhiệm vụ", "Chủ trì", "Ý kiến của chủ trì hội nghị")
_DECISION_WIDTHS_MM = (12, 68, 35, 50)


def minutes_paper(told: MinutesRecord) -> bytes:
    """Return the minutes as a .docx, whatever their state; what is not final says that it is a draft."""
    conference = told.conference
    committee = Committee.objects.select_related("superior").get(pk=conference.committee_id)
    issuer = issuer_of(committee)
    paper = Paper(issuer, f"{TYPE} {conference.title}", timezone.localtime(clock.now()))
    paper.head(issuer.number(SYMBOL), issuer.place_and_date(conference.held_on))
    paper.title(TYPE, conference.title)
    if not told.is_final:
        paper.note("(Dự thảo, chưa chốt)")
    _opening(paper, told)
    _presence(paper, told)
    _course(paper, told)
    _conclusion(paper, told)
    paper.signatures(
        Signer("Người ghi biên bản", conference.secretary_name or _taken_by(told)),
        Signer("Chủ trì hội nghị", conference.chair_name),
    )
    return paper.save()


def _opening(paper: Paper, told: MinutesRecord) -> None:
    conference = told.conference
    began = _hour(conference.opened_at) or (f"{conference.starts_at:%H giờ %M}" if conference.starts_at else "")
    when = ", ".join(one for one in (began, written_date(conference.held_on)) if one)
    where = f", tại {conference.place}" if conference.place else ""
    paper.paragraph(f"{when}{where}.", lead="Khai mạc:")
    chair = ", ".join(one for one in (conference.chair_name, conference.chair_title) if one)
    if chair:
        paper.paragraph(f"đồng chí {chair}.", lead="Chủ trì:")
    secretary = conference.secretary_name or _taken_by(told)
    if secretary:
        paper.paragraph(f"đồng chí {secretary}.", lead="Người ghi biên bản:")


def _presence(paper: Paper, told: MinutesRecord) -> None:
    seen = told.attendance
    paper.heading("I- Thành phần")
    paper.paragraph(f"{len(seen.present)}/{len(seen.delegates)} đại biểu.", lead="Có mặt:")
    for one in seen.present:
        paper.paragraph(f"- {_seat(one)}.")
    for words, away in (("Vắng có phép:", seen.excused), ("Vắng không phép:", seen.absent)):
        if away:
            paper.paragraph("; ".join(_away(one) for one in away) + ".", lead=words)


def _seat(delegate: Delegate) -> str:
    if not delegate.stands_in:
        return speaker_words(delegate)
    instead = f" (dự thay đồng chí {delegate.name})" if delegate.name else " (dự thay)"
    return speaker_words(delegate) + instead


def _away(delegate: Delegate) -> str:
    named = ", ".join(one for one in (delegate.name, seat_words(delegate)) if one)
    return f"{named} ({delegate.reason})" if delegate.reason else named


def _course(paper: Paper, told: MinutesRecord) -> None:
    paper.heading("II- Diễn biến hội nghị")
    for number, item in enumerate(told.agenda, start=1):
        paper.paragraph(f"{number}. {item.title}.")
    if told.decisions:
        paper.heading("Kiểm điểm việc thực hiện kết luận hội nghị trước")
        paper.table(_DECISION_HEADS, list(_decision_rows(told.decisions)), _DECISION_WIDTHS_MM)
    if told.remarks:
        paper.heading("Ý kiến phát biểu")
    for remark in told.remarks:
        paper.paragraph(remark.text or "(không ghi)", lead=f"{remark.speaker}:")


def _decision_rows(decisions: Sequence[Decision]) -> Iterable[tuple[str, ...]]:
    for number, one in enumerate(decisions, start=1):
        lead = one.task.lead
        said = [DECIDED[Decision.Kind(one.kind)] + (f", hạn {one.due_on:%d/%m/%Y}" if one.due_on else ""), one.words]
        yield str(number), begun(one.task.quote), lead.name if lead else "", ". ".join(each for each in said if each)


def _conclusion(paper: Paper, told: MinutesRecord) -> None:
    paper.heading("III- Kết luận của chủ trì hội nghị")
    taken_down = told.minutes.conclusion if told.minutes else ""
    if taken_down:
        paper.paragraph(taken_down)
    for number, one in enumerate(told.conclusions, start=1):
        paper.paragraph(f"{number}. {one.text}")
    if not taken_down and not told.conclusions:
        paper.paragraph("(không ghi)")
    paper.paragraph(_ending(told.conference))


def _ending(conference: Conference) -> str:
    ended = _hour(conference.ended_at) or (f"{conference.ends_at:%H giờ %M}" if conference.ends_at else "")
    day = _day(conference.ended_at) or conference.held_on
    return f"Hội nghị kết thúc lúc {ended}, {written_date(day)}." if ended else "Hội nghị kết thúc cùng ngày."


def _hour(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%H giờ %M}" if moment else ""


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _taken_by(told: MinutesRecord) -> str:
    return told.minutes.taken_by if told.minutes else ""
