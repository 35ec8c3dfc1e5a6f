"""All that is done before the first page is served: settings judged, data made ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings

from giaoban.jobs import daily, often
from giaoban.jobs.daily import Daily
from giaoban.jobs.often import Often
from giaoban.refusal import Refusal, phrase
from giaoban.server import database
from giaoban.server.static_files import collect_static_files

if TYPE_CHECKING:
    from giaoban.demo.load import Extent

Say = Callable[[str, str], None]
SHORTEST_KEY = 50
#: What is done every night; what it finds stands on the administrator's Today.
EVERY_NIGHT = (
    Daily("giaoban.documents.sweeping.SWEEP_FILES"),
    Daily("giaoban.committees.daily_check.CHECK_AUDIT", is_by_committee=True),
    Daily("giaoban.tasks.keeping.KEEP_TASKS", is_by_committee=True),
)

#: What is looked for every few minutes.
EVERY_FEW_MINUTES = (
    Often("giaoban.notices.keeping.TELL_PEOPLE", "giaoban.notices.keeping.committees_with_work", minutes=5),
)


def refuse_unsafe_settings() -> None:
    """Raise :class:`~giaoban.refusal.Refusal` for settings that no server for people may run with."""
    if settings.DEBUG:
        raise Refusal("server.debug", phrase("Không chạy máy chủ ở chế độ DEBUG."))
    for name in ("SECRET_KEY", "AUDIT_KEY"):
        if len(getattr(settings, name)) < SHORTEST_KEY:
            raise Refusal(
                "server.weak_key",
                phrase("Khóa GIAOBAN_%(name)s quá ngắn: cần ít nhất %(shortest)s ký tự ngẫu nhiên."),
                name=name,
                shortest=SHORTEST_KEY,
            )
    if settings.SMTP_SECURITY not in ("starttls", "tls", "none"):
        raise Refusal("server.smtp_security", phrase("GIAOBAN_SMTP_SECURITY phải là starttls, tls hoặc none."))
    if "*" in settings.ALLOWED_HOSTS:
        raise Refusal("server.any_host", phrase("GIAOBAN_HOSTS phải nêu tên máy chủ cụ thể, không dùng dấu *."))


def prepare(say: Say, *, demo: Extent | None = None) -> None:
    """Make the data folder, the tables, the static files and, where asked and nothing is there, as much of the demo.

    ``say`` is told each step that takes time, in Vietnamese and in English. One process at a time does this; another
    that starts meanwhile waits, and then finds all done. Raises :class:`~giaoban.refusal.Refusal`.
    """
    refuse_unsafe_settings()
    with database.one_process_at_a_time():
        database.make_sqlite_file()
        database.refuse_unsafe_database()
        if not database.is_current():
            say("Cập nhật cơ sở dữ liệu", "bringing the database up to date")
            database.migrate()
        daily.schedule(EVERY_NIGHT)
        often.schedule(EVERY_FEW_MINUTES)
        if collect_static_files():
            say("Đã chuẩn bị tệp giao diện", "the pages' files are ready")
        if demo is not None:
            _load_demo(say, demo)


def _load_demo(say: Say, extent: Extent) -> None:
    from giaoban.demo.load import is_empty, load_demo

    if is_empty():
        say(f"Nạp dữ liệu mẫu: Thị ủy Cửa Lò, {extent.quarters} quý", "loading the example committee")
        load_demo(extent)
