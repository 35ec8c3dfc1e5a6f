"""The state groups of the list in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy, pgettext_lazy

from giaoban.tasks.filter import Group

GROUPS = {
    Group.OPEN: gettext_lazy("Đang mở"),
    Group.OVERDUE: pgettext_lazy("trạng thái", "Quá hạn"),
    Group.SOON: gettext_lazy("7 ngày tới"),
    Group.REPORTED: pgettext_lazy("trạng thái", "Chờ xác nhận"),
    Group.ASKED: pgettext_lazy("trạng thái", "Xin gia hạn"),
    Group.TO_DECIDE: gettext_lazy("Chờ quyết định"),
    Group.UNANSWERED: gettext_lazy("Chưa nhận"),
    Group.RETURNED: pgettext_lazy("trạng thái", "Trả lại"),
    Group.DONE: pgettext_lazy("trạng thái", "Hoàn thành"),
    Group.WITHDRAWN: pgettext_lazy("trạng thái", "Thu hồi"),
    Group.ALL: gettext_lazy("Tất cả"),
}

#: Always offered; the others only while they hold something or are chosen.
ALWAYS = (Group.OPEN, Group.OVERDUE, Group.SOON, Group.REPORTED, Group.DONE, Group.ALL)
