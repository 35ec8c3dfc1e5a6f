"""A mail server of the tests: speaks SMTP on a port of this machine, keeps what it gets, refuses what it is told to."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast


@dataclass
class MailBox:
    """What came, as it was sent and as mail programs read it; ``answer`` is what each recipient is answered with."""

    port: int = 0
    answer: str = "250 OK"
    raw: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages that came, the oldest first."""
        return [cast(EmailMessage, message_from_bytes(one, policy=default)) for one in self.raw]


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: MailBox = self.server.box  # type: ignore[attr-defined]
        self._say("220 test")
        while line := self.rfile.readline().decode("ascii").strip():
            verb = line[:4].upper()
            if verb == "RCPT":
                self._say(box.answer)
                box.recipients.append(line.partition(":")[2].strip(" <>"))
            elif verb == "DATA":
                self._say("354 go on")
                box.raw.append(self._text())
                self._say("250 kept")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 OK")

    def _text(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    box: MailBox

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a client that hangs up do so quietly."""


@contextmanager
def serving() -> Iterator[MailBox]:
    """Run the mail server while the block runs."""
    with _Server(("127.0.0.1", 0), _Session) as server:
        server.box = MailBox(port=server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server.box
        server.shutdown()
        thread.join()
