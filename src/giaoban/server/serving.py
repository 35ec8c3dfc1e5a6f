"""Serving: the web server and the jobs beside it, started together, watched together, stopped together."""

from __future__ import annotations

import errno
import http.client
import socket
from collections.abc import Callable

from django.conf import settings
from django.db import connection, connections

from giaoban.reading.forks import keep_ready
from giaoban.refusal import Refusal, phrase
from giaoban.server.processes import Family

APPLICATION = "giaoban.server.wsgi:application"
WEB, JOBS = "web", "jobs"
#: What the system says of a port, in words.
WHY_NOT = {
    errno.EADDRINUSE: "chương trình khác đang dùng",
    errno.EACCES: "không có quyền",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}
#: Seconds that a page may take while it is asked only whether the server answers.
ANSWER_WITHIN = 5.0


def refuse_busy_port(host: str, port: int) -> None:
    """Raise :class:`~giaoban.refusal.Refusal` where something else listens on the port, or it may not be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refusal(
                "server.port_busy",
                phrase("Không mở được cổng %(port)s (%(reason)s). Chọn cổng khác, ví dụ: PORT=%(other)s make run."),
                port=port,
                reason=WHY_NOT.get(error.errno or 0, error.strerror),
                other=port + 1 if port < 65535 else 8000,
            ) from error


def run_web(host: str, port: int) -> None:
    """Answer requests until told to stop."""
    from granian.constants import Interfaces, Loops
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        loop=Loops.asyncio,
        workers=settings.WEB_PROCESSES,
        blocking_threads=settings.WEB_THREADS,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=5,
    ).serve()


def run_jobs() -> None:
    """Do background jobs until told to stop.

    On SQLite this process is the only one that does jobs, so whatever is marked as running was cut short with the
    last one and is done again; beside other workers the queue itself redelivers.
    """
    from django_q.cluster import Cluster

    from giaoban.jobs.runner import resume_interrupted

    keep_ready()
    if connection.vendor == "sqlite":
        resume_interrupted()
        connections.close_all()
    cluster = Cluster()
    cluster.start()
    if cluster.sentinel:
        cluster.sentinel.join()


def answers(host: str, port: int) -> bool:
    """Return whether the server answers a request, whatever the answer says."""
    asked = http.client.HTTPConnection(host, port, timeout=ANSWER_WITHIN)
    try:
        asked.request("GET", "/dang-nhap/", headers={"Host": f"{settings.ALLOWED_HOSTS[0]}:{port}"})
        return bool(asked.getresponse().status)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()


def serve(host: str, port: int, *, jobs: bool, when_ready: Callable[[], None]) -> str:
    """Serve pages, and do jobs beside it, until a stop signal comes or one of the two ends by itself.

    ``when_ready`` is called once pages are answered. Returns what ended by itself (``web``, ``jobs``), or "" for a
    stop that was asked for. Nothing that was started is left when it returns.
    """
    import giaoban.server.wsgi  # noqa: F401  loaded before the fork, so that the children start at once

    connections.close_all()
    with Family() as family:
        family.start(WEB, lambda: run_web(host, port))
        if jobs:
            family.start(JOBS, run_jobs)
        ended = family.wait_until(lambda: answers(host, port))
        if ended is not None:
            return ended
        when_ready()
        return family.wait()
