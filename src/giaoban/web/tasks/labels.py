"""The state groups of the list in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from giaoban.tasks.filter import Group

GROUPS = {
    Group.OPEN: gettext_lazy("Đang mở"),
    Group.OVERDUE: gettext_lazy("Quá hạn"),
    Group.SOON: gettext_lazy("7 ngày tới"),
    Group.REPORTED: gettext_lazy("Chờ xác nhận"),
    Group.ASKED: gettext_lazy("Xin gia hạn"),
    Group.TO_DECIDE: gettext_lazy("Chờ quyết định"),
    Group.UNANSWERED: gettext_lazy("Chưa nhận"),
    Group.RETURNED: gettext_lazy("Trả lại"),
    Group.DONE: gettext_lazy("Hoàn thành"),
    Group.WITHDRAWN: gettext_lazy("Thu hồi"),
    Group.ALL: gettext_lazy("Tất cả"),
}

#: Always offered; the others only while they hold something or are chosen.
ALWAYS = (Group.OPEN, Group.OVERDUE, Group.SOON, Group.REPORTED, Group.DONE, Group.ALL)
