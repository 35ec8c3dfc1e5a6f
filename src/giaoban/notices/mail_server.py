"""The mail server of this installation, by its settings, and handing one message over to it (SMTP)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal, cast

from django.conf import settings

Security = Literal["none", "starttls", "tls"]
#: Seconds after which a mail server that does not answer is left.
PATIENCE = 20


class NotTaken(Exception):
    """The mail server did not take a message; ``is_final``: it never will."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail goes out, and from which address."""

    host: str
    port: int
    security: Security
    user: str
    password: str
    sender: str

    def send(self, message: EmailMessage) -> None:
        """Hand a message over; raises :class:`NotTaken`."""
        try:
            with self._open() as line:
                line.send_message(message)
        except smtplib.SMTPRecipientsRefused as refused:
            code, words = next(iter(refused.recipients.values()))
            raise NotTaken(_said(code, words), is_final=code >= 500) from refused
        except smtplib.SMTPAuthenticationError as refused:
            raise NotTaken(_said(refused.smtp_code, refused.smtp_error), is_final=False) from refused
        except smtplib.SMTPResponseException as refused:
            raise NotTaken(_said(refused.smtp_code, refused.smtp_error), is_final=refused.smtp_code >= 500) from refused
        except (OSError, smtplib.SMTPException) as fault:
            raise NotTaken(f"{type(fault).__name__}: {fault}", is_final=False) from fault

    @contextmanager
    def _open(self) -> Iterator[smtplib.SMTP]:
        safe = ssl.create_default_context()
        if self.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=safe)
        else:
            line = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
        with line:
            if self.security == "starttls":
                line.starttls(context=safe)
            if self.user:
                line.login(self.user, self.password)
            yield line


def mail_server() -> MailServer | None:
    """Return the mail server of the settings; None where there is none, and mail is off."""
    if not settings.SMTP_HOST or not settings.MAIL_FROM:
        return None
    return MailServer(
        settings.SMTP_HOST,
        settings.SMTP_PORT,
        cast(Security, settings.SMTP_SECURITY),
        settings.SMTP_USER,
        settings.SMTP_PASSWORD,
        settings.MAIL_FROM,
    )


def _said(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {text}"
