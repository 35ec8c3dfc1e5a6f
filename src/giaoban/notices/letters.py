"""Notices on their way by e-mail: letters written once, sent by a job, tried again while nobody takes them.

A letter is claimed before each try, so two that run at once do not both send it. One whose server ended between the
mail server's yes and our note of it is sent again under the same Message-ID, by which mail servers know it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from giaoban.audit import clock
from giaoban.committees.models import User
from giaoban.notices.mail_server import MailServer, NotTaken, mail_server
from giaoban.notices.models import Cursor, Letter, Notice, Preference, Way
from giaoban.notices.words import path_of, subject, what_and_when

#: What is older than this is no news: mail that was off for a while does not send all of it.
FRESH = timedelta(days=3)
#: A claim that was not answered for is free again after this.
LEASE = timedelta(minutes=15)
#: How long after each try that failed the next one is made; after the last the letter is given up.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720))
State = Letter.State


def unwritten(committee_id: int) -> QuerySet[Notice]:
    """Return the notices that are to go by mail and are in no letter yet."""
    wanted = Notice.objects.filter(committee_id=committee_id, letter=None, way__in=(Way.MAIL, Way.DIGEST))
    return wanted.filter(at__gte=clock.now() - FRESH)


def letters_due(committee_id: int) -> QuerySet[Letter]:
    """Return the letters whose next try may be made."""
    open_ones = Letter.objects.filter(committee_id=committee_id, state__in=(State.WAITING, State.SENDING))
    return open_ones.filter(next_try_at__lte=timezone.now())


def is_digest_time() -> bool:
    """Return whether it is late enough in the day for the digests (giờ gửi thư tổng hợp)."""
    return clock.now().astimezone(timezone.get_default_timezone()).hour >= settings.DIGEST_HOUR


def has_letters_to_write(committee_id: int) -> bool:
    """Return whether a letter is to be written now."""
    if unwritten(committee_id).filter(way=Way.MAIL).exists():
        return True
    return is_digest_time() and _for_digests(committee_id).exists()


@transaction.atomic
def write_letters(committee_id: int) -> int:
    """Write the letters that are wanted now: one a notice at once, one a day of each digest; returns how many."""
    Cursor.objects.get_or_create(pk=committee_id)
    Cursor.objects.select_for_update().get(pk=committee_id)
    at_once = list(unwritten(committee_id).filter(way=Way.MAIL).select_related("member__user"))
    written = sum(_write([one], is_digest=False) for one in at_once)
    if is_digest_time():
        written += sum(_write(each, is_digest=True) for each in _digests(committee_id))
    return written


def _for_digests(committee_id: int) -> QuerySet[Notice]:
    """Return the notices for digests of those who have had none today."""
    had = Letter.objects.filter(committee_id=committee_id, is_digest=True, day=clock.today()).values("user")
    return unwritten(committee_id).filter(way=Way.DIGEST).exclude(member__user__in=had)


def _digests(committee_id: int) -> Iterable[list[Notice]]:
    """Return the notices of each person's digest."""
    by_user: dict[int, list[Notice]] = {}
    for one in _for_digests(committee_id).select_related("member__user").order_by("at", "pk"):
        by_user.setdefault(one.member.user_id, []).append(one)
    return by_user.values()


def _write(notices: list[Notice], *, is_digest: bool) -> int:
    user = notices[0].member.user
    address = Preference.objects.filter(user=user).values_list("address", flat=True).first()
    if not address:
        Notice.objects.filter(pk__in=[one.pk for one in notices]).update(way=Way.APP)
        return 0
    letter = Letter.objects.create(
        committee_id=notices[0].committee_id,
        user=user,
        address=address,
        is_digest=is_digest,
        day=clock.today(),
        message_id=make_msgid(domain=(settings.MAIL_FROM.rpartition("@")[2].strip(" >") or "giaoban.local")),
        next_try_at=timezone.now(),
    )
    Notice.objects.filter(pk__in=[one.pk for one in notices]).update(letter=letter)
    return 1


def send_letters(committee_id: int) -> int:
    """Try every letter whose time has come; returns how many the mail server took. Without one nothing is tried."""
    server = mail_server()
    if server is None:
        return 0
    return sum(_try(server, letter) for letter in letters_due(committee_id).select_related("user").order_by("pk"))


def _try(server: MailServer, letter: Letter) -> bool:
    mine = Letter.objects.filter(pk=letter.pk, state=letter.state, tries=letter.tries)
    tries = letter.tries + 1
    if not mine.update(state=State.SENDING, tries=tries, next_try_at=timezone.now() + LEASE):
        return False
    claimed = Letter.objects.filter(pk=letter.pk, tries=tries)
    try:
        server.send(message_of(letter, server.sender))
    except NotTaken as fault:
        is_over = fault.is_final or tries > len(PAUSES)
        pause = timedelta() if is_over else PAUSES[tries - 1]
        claimed.update(
            state=State.FAILED if is_over else State.WAITING,
            next_try_at=timezone.now() + pause,
            reason=str(fault)[:300],
        )
        return False
    claimed.update(state=State.SENT, sent_at=timezone.now(), reason="")
    return True


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """Return the e-mail that a letter is, in the language of who gets it."""
    notices = list(letter.notices.select_related("task", "conference").order_by("at", "pk"))
    message = EmailMessage()
    with override(letter.user.language):
        message["Subject"] = subject(f"Giao Ban: {_headline(letter, notices)}")
        message.set_content(_body(letter.user, notices), cte="base64")
    message["From"], message["To"] = sender, letter.address
    message["Date"], message["Message-ID"] = format_datetime(timezone.localtime()), letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    return message


def _headline(letter: Letter, notices: list[Notice]) -> str:
    if not letter.is_digest:
        return what_and_when(notices[0])
    count = ngettext("%(count)d thông báo", "%(count)d thông báo", len(notices)) % {"count": len(notices)}
    return _("%(count)s ngày %(day)s") % {"count": count, "day": f"{letter.day:%d/%m/%Y}"}


def _body(user: User, notices: list[Notice]) -> str:
    lines = [_("Kính gửi đồng chí %(name)s,") % {"name": user.name}, ""]
    for one in notices:
        unit = one.values.get("unit")
        lines.append(f"- {what_and_when(one)}" + (f" ({unit})" if unit else ""))
        if settings.PUBLIC_ADDRESS:
            lines.append(f"  {settings.PUBLIC_ADDRESS}{path_of(one)}")
    lines += ["", _("Nội dung chỉ xem được sau khi đăng nhập. Thư này gửi tự động; xin không trả lời.")]
    lines.append(_("Đổi cách nhận: mục Thông báo → Thông báo cho tôi."))
    return "\n".join(lines) + "\n"
