"""What was told to whom, how each person wants it, and the secret of their calendar.

A :class:`Notice`, a :class:`Cursor` and a :class:`Letter` only retell what the audit holds already, and can be made
anew from it; so they are written beside the actions, as sessions are.
"""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee, Member, User
from giaoban.conferences.models import Conference
from giaoban.tasks.models import Task


class Way(models.TextChoices):
    """How somebody wants to be told (cách nhận); whatever is told stands on the page too, unless it is not wanted."""

    APP = "app", "Trên trang"
    MAIL = "mail", "Thư điện tử ngay"
    DIGEST = "digest", "Thư tổng hợp hằng ngày"
    NONE = "none", "Không nhận"


class Notice(models.Model):
    """One thing that a member should know (thông báo): what happened, to which task or conference.

    ``kind`` is one of ``data/kinds.toml``. ``key`` names what is told, so that each member is told it once. ``values``
    are the words that stand beside it: ``unit``, ``by``, ``due``. ``way`` is how the person wanted it then; ``letter``
    the e-mail that brought it.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="notices")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=60)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="notices")
    conference = models.ForeignKey(Conference, null=True, on_delete=models.PROTECT, related_name="notices")
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    way = models.CharField(max_length=6, choices=Way, default=Way.APP)
    letter = models.ForeignKey("Letter", null=True, on_delete=models.PROTECT, related_name="notices")
    at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "key"], name="notice_once_a_member")]
        indexes = [
            models.Index(fields=["member", "seen_at", "-at"], name="notice_by_member"),
            models.Index(fields=["committee", "way", "letter"], name="notice_to_mail"),
        ]
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Cursor(models.Model):
    """Up to which event of a committee's chain people were told (đã thông báo đến dòng nào của nhật ký)."""

    committee_id = models.BigIntegerField(primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.committee_id}: {self.sequence}"


class Letter(models.Model):
    """One e-mail to one person (thư): about the notices that point to it.

    ``message_id`` is fixed before the first try, so that a mail server which got it twice can tell. ``reason`` is what
    the mail server answered last.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ gửi"
        SENDING = "sending", "Đang gửi"
        SENT = "sent", "Đã gửi"
        FAILED = "failed", "Không gửi được"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="letters")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="letters")
    address = models.EmailField()
    is_digest = models.BooleanField(default=False)
    day = models.DateField(help_text="the day that a digest is of")
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "user", "day"], condition=models.Q(is_digest=True), name="digest_once_a_day"
            )
        ]
        indexes = [models.Index(fields=["committee", "state", "next_try_at"], name="letter_to_send")]
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.message_id


class Preference(Versioned):
    """How a person wants to be told (tùy chọn nhận thông báo): an e-mail address, and a way for each topic.

    ``ways`` maps topics of ``data/topics.toml`` to a :class:`Way`; one that is missing is told on the page.
    """

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="notice_preference")
    address = models.EmailField(blank=True)
    ways = models.JSONField(default=dict)

    def __str__(self) -> str:
        return str(self.user)


class FeedSecret(Versioned):
    """The secret of a member's calendar address (địa chỉ lịch): only its SHA-256 is kept; empty: no calendar."""

    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="feed_secret")
    hash = models.CharField(max_length=64, blank=True, db_index=True)
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return str(self.member)
