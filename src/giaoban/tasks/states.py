"""The states of an assignment (trạng thái của phần việc) and the sets of them that rules and queries speak of."""

from __future__ import annotations

from django.db import models


class AssignmentState(models.TextChoices):
    """The states of an assignment; overdue is not one of them: it is computed from the due date and today."""

    ASSIGNED = "assigned", "Chờ nhận"
    ACCEPTED = "accepted", "Đã nhận"
    IN_PROGRESS = "in_progress", "Đang làm"
    REPORTED = "reported", "Chờ xác nhận"
    RETURNED = "returned", "Trả lại"
    CONFIRMED = "confirmed", "Hoàn thành"
    WITHDRAWN = "withdrawn", "Thu hồi"


S = AssignmentState

#: The unit still owes something: it is late once its due has passed.
OWING = (S.ASSIGNED, S.ACCEPTED, S.IN_PROGRESS, S.RETURNED)

#: Not yet closed: the unit owes something, or the office owes the unit an answer.
OPEN = (*OWING, S.REPORTED)

#: Nothing is to come any more.
CLOSED = (S.CONFIRMED, S.WITHDRAWN)
