"""The notice of a conclusion as a paper (thông báo kết luận, TB), draft or issued.

Fixed parts: the assessment, the tasks by lead, support and due, who follows them; signed by the chair (Hướng dẫn
36-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

from __future__ import annotations

from django.utils import timezone

from giaoban.audit import clock
from giaoban.committees.models import Committee
from giaoban.conferences.models import Conclusion
from giaoban.conferences.notice_words import said
from giaoban.conferences.queries import composed, draft_directives
from giaoban.papers.forms import issuer_of
from giaoban.papers.plain import Paper, Signer

TYPE = "Thông báo"
SYMBOL = "TB"
#: The fixed words that stand as headings.
_HEADINGS = ("assessment", "tasks", "tasks_alone")


def notice_paper(draft: Conclusion) -> bytes:
    """Return the notice as a .docx; one that is not issued has room for its number and says that it is a draft."""
    conference = draft.conference
    committee = Committee.objects.select_related("superior").get(pk=conference.committee_id)
    issuer = issuer_of(committee)
    subject, *body = composed(conference, draft, draft_directives(draft)).text.rstrip("\n").split("\n")[1:]
    paper = Paper(issuer, f"{TYPE} {subject}", timezone.localtime(clock.now()))
    paper.head(issuer.number(SYMBOL, draft.number), issuer.place_and_date(draft.issued_on or clock.today()))
    paper.title(TYPE, subject)
    if draft.state != Conclusion.State.ISSUED:
        paper.note("(Dự thảo)")
    headings = [said(code) for code in _HEADINGS]
    for line in body:
        paper.heading(line) if line in headings else paper.paragraph(line)
    recipients = [*_recipients(draft), f"Lưu {committee.office_name}"]
    paper.signatures(None, Signer(conference.chair_title or "Chủ trì hội nghị", conference.chair_name), recipients)
    return paper.save()


def _recipients(draft: Conclusion) -> list[str]:
    units = {unit.name for one in draft_directives(draft) for unit in (*one.leads.all(), *one.supports.all())}
    return sorted(units)
