"""The state groups of the list in the language of the page."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from giaoban.tasks.filter import Group
from giaoban.web.documents.labels import period_label
from giaoban.web.templatetags.dates import day

GROUPS = {
    Group.OPEN: gettext_lazy("Đang mở"),
    Group.OVERDUE: pgettext_lazy("trạng thái", "Quá hạn"),
    Group.SOON: gettext_lazy("7 ngày tới"),
    Group.REPORTED: pgettext_lazy("trạng thái", "Chờ xác nhận"),
    Group.ASKED: pgettext_lazy("trạng thái", "Xin gia hạn"),
    Group.TO_DECIDE: gettext_lazy("Chờ quyết định"),
    Group.UNANSWERED: gettext_lazy("Chưa nhận"),
    Group.RETURNED: pgettext_lazy("trạng thái", "Trả lại"),
    Group.CHECK_IN: gettext_lazy("Cần báo cáo kỳ"),
    Group.DONE: pgettext_lazy("trạng thái", "Hoàn thành"),
    Group.DONE_LATE: gettext_lazy("Hoàn thành chậm"),
    Group.DONE_IN_TIME: gettext_lazy("Hoàn thành đúng hạn"),
    Group.LATER: gettext_lazy("Đã lùi hạn"),
    Group.REPEATED: gettext_lazy("Lặp lại"),
    Group.MISSED: gettext_lazy("Chậm báo cáo kỳ"),
    Group.WITHDRAWN: pgettext_lazy("trạng thái", "Thu hồi"),
    Group.ALL: gettext_lazy("Tất cả"),
}

#: Always offered; the others only while they hold something or are chosen.
ALWAYS = (Group.OPEN, Group.OVERDUE, Group.SOON, Group.REPORTED, Group.DONE, Group.ALL)


#: How a due was moved.
DUE_CHANGES = {
    "extension": gettext_lazy("gia hạn"),
    "conference": gettext_lazy("hội nghị quyết định"),
    "office": gettext_lazy("văn phòng đổi"),
    "undone": gettext_lazy("hoàn tác"),
}


def due_change_label(how: str) -> str:
    """Return how a due was moved."""
    return str(DUE_CHANGES[how])


#: Offered in a menu, without their counts.
MORE = (Group.REPEATED, Group.LATER, Group.DONE_IN_TIME, Group.MISSED)


def round_label(code: str) -> str:
    """Return a round as an office writes it: "tháng 5/2024"; a week by its days, "tuần 01/04/2024–07/04/2024"."""
    year, week, number = code.partition("-W")
    if not week:
        return period_label(code)
    first, last = (date.fromisocalendar(int(year), int(number), weekday) for weekday in (1, 7))
    return gettext("tuần %(first)s–%(last)s") % {"first": day(first), "last": day(last)}
