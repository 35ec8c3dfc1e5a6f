"""Time the task list and Today with 20,000 tasks in SQLite, as a browser asks for them.

Run from the root::

    python scripts/bench_pages.py                # 20,000 tasks, 71,000 assignments, in a temporary folder
    python scripts/bench_pages.py --tasks 1000   # fewer
    python scripts/bench_pages.py --limit 150    # exit 1 when a page's median is over 150 ms

It makes a database of its own from a fixed seed, asks each page 15 times through Django's test client, templates
included, and prints the median, the slowest, and the number of queries.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SEED = 20240327
ROUNDS = 15
UNITS = 36
DOCUMENTS = 200
BATCH = 2000
TODAY = date.today()

VERBS = ("Đẩy nhanh", "Tăng cường", "Rà soát", "Nâng cao", "Duy trì nghiêm", "Giải quyết dứt điểm", "Chấn chỉnh")
THINGS = (
    "tiến độ các công trình trọng điểm",
    "công tác bảo đảm an ninh, trật tự",
    "hồ sơ các vụ việc tồn đọng",
    "chất lượng xét xử lưu động",
    "chế độ trực sẵn sàng chiến đấu",
    "đơn thư khiếu nại, tố cáo kéo dài",
    "kỷ luật, kỷ cương hành chính",
)
PLACES = ("phía Đông đường Bình Minh", "tại cảng cá", "trên địa bàn 7 phường", "khu vực biển", "tuyến quốc lộ 46")
STATES = ("assigned", "accepted", "in_progress", "reported", "returned", "confirmed", "withdrawn")
WEIGHTS = (8, 6, 20, 4, 2, 57, 3)
KINDS = ("police", "military", "court", "procuracy", "inspectorate", "project_board", "ward")
PAGES = (
    ("specialist", "Today", "/"),
    ("specialist", "list", "/nhiem-vu/"),
    ("specialist", "list, all, last page", "/nhiem-vu/?state=all&page=400"),
    ("specialist", "list, overdue, by unit", "/nhiem-vu/?state=overdue&group=unit"),
    ("specialist", "list, one unit and area", "/nhiem-vu/?unit={unit}&area=security&sort=-due"),
    ("specialist", "list, sorted by title", "/nhiem-vu/?state=all&sort=title"),
    ("specialist", "search", "/nhiem-vu/?state=all&q=binh+minh+cong+trinh"),
    ("specialist", "one task", "/nhiem-vu/{task}/"),
    ("leader", "Today", "/"),
    ("reporter", "Today", "/"),
    ("reporter", "list", "/nhiem-vu/"),
    ("reporter", "search", "/nhiem-vu/?state=all&q=xet+xu"),
)


def main(arguments: list[str]) -> int:
    """Make the data, time the pages; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--tasks", type=int, default=20_000)
    parser.add_argument("--limit", type=float, default=0.0, help="milliseconds that no median may pass")
    chosen = parser.parse_args(arguments)
    with _office() as folder:
        started = time.perf_counter()
        made = _fill(chosen.tasks)
        size = (folder / "giaoban.sqlite3").stat().st_size / 1e6
        print(
            f"{made['tasks']} tasks, {made['parts']} assignments, {size:.0f} MB, {time.perf_counter() - started:.0f} s"
        )
        slow = [name for name, median in _time_pages(made) if chosen.limit and median > chosen.limit]
    for name in slow:
        print(f"over {chosen.limit:.0f} ms: {name}")
    return 1 if slow else 0


@contextmanager
def _office() -> Iterator[Path]:
    """Set Django up on a database in a temporary folder, migrated and empty."""
    folder = Path(tempfile.mkdtemp(prefix="giaoban-bench-"))
    os.environ["GIAOBAN_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "giaoban.server.settings.local"
    try:
        import django
        from django.conf import settings
        from django.core.management import call_command

        django.setup()
        settings.ALLOWED_HOSTS = ["testserver"]
        settings.STATIC_ROOT = str(folder)
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        call_command("migrate", verbosity=0)
        yield folder
    finally:
        shutil.rmtree(folder)


def _fill(count: int) -> dict[str, Any]:
    """Make a committee with so many tasks of every fate; their rows are written in bulk, past the actions."""
    from django.db import transaction

    chance = random.Random(SEED)
    with transaction.atomic():
        committee, units = _make_committee()
        documents = _make_documents(committee, chance)
        tasks = _make_tasks(committee, units, documents, count, chance)
        parts = _make_parts(tasks, units, chance)
    return {"tasks": len(tasks), "parts": parts, "unit": units[0].pk, "task": tasks[count // 2].pk}


def _make_committee() -> tuple[Any, list[Any]]:
    from giaoban.committees.models import Committee, Member, Unit, User

    committee = Committee.objects.create(
        name="Thị ủy Thử", level="district", level_word="thị xã", place="Thử", office_name="Văn phòng Thị ủy"
    )
    units = [
        Unit.objects.create(
            committee=committee, name=f"Đơn vị {number:02}", kind=KINDS[number % len(KINDS)], position=number
        )
        for number in range(UNITS)
    ]
    for role in ("specialist", "leader", "reporter"):
        user = User.objects.create(username=role, name=role, must_change_password=False)
        unit = units[0] if role == "reporter" else None
        Member.objects.create(user=user, committee=committee, role=role, unit=unit)
    return committee, units


def _make_documents(committee: Any, chance: random.Random) -> list[Any]:
    from django.utils import timezone

    from giaoban.documents.models import Directive, Document, StoredFile
    from giaoban.periods import Period

    made = []
    period = Period.of_quarter(TODAY.year, (TODAY.month + 2) // 3)
    for number in range(DOCUMENTS):
        ahead = period
        for _ in range(number // 8):
            ahead = ahead.previous
        file = StoredFile.objects.create(
            committee=committee, sha256=f"{number:064x}", name="kl.docx", media_type="text/plain", size=1
        )
        document = Document.objects.create(
            committee=committee,
            file=file,
            sha256=file.sha256,
            title=f"Thông báo kết luận số {number}",
            symbol=f"{number}-TB/ThU",
            state="given",
            given_at=timezone.now(),
            text="Kết luận hội nghị. " * 400,
            conference_on=ahead.first_day + timedelta(days=chance.randrange(5)),
            reviewed=str(ahead.previous),
            ahead=str(ahead),
        )
        directive = Directive.objects.create(
            document=document, start=0, end=17, quote="Kết luận hội nghị", title="x", decision="accepted"
        )
        made.append((document, directive))
    return made


def _make_tasks(committee: Any, units: list[Any], documents: list[Any], count: int, chance: random.Random) -> list[Any]:
    from giaoban.committees.roles import areas
    from giaoban.tasks.models import Task

    codes = [one.id for one in areas()]
    numbers: dict[int, int] = {}
    tasks = []
    for _ in range(count):
        document, directive = documents[int(chance.triangular(0, DOCUMENTS - 1, 0))]
        given_on = document.conference_on
        numbers[given_on.year] = numbers.get(given_on.year, 0) + 1
        tasks.append(_task(committee, units, document, directive, given_on, numbers[given_on.year], codes, chance))
    return Task.objects.bulk_create(tasks, batch_size=BATCH)


def _task(
    committee: Any,
    units: list[Any],
    document: Any,
    directive: Any,
    given_on: date,
    number: int,
    codes: list[str],
    chance: random.Random,
) -> Any:
    from giaoban.tasks.models import Task
    from giaoban.vietnamese import fold, sort_text

    is_old = given_on < TODAY - timedelta(days=200)
    state = chance.choices(STATES, WEIGHTS)[0] if not is_old or chance.random() < 0.05 else "confirmed"
    title = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(PLACES)}"
    due_on = given_on + timedelta(days=chance.randrange(10, 120))
    task = Task(
        committee=committee,
        year=given_on.year,
        number=number,
        directive=directive,
        document=document,
        title=title,
        quote=f"{title}, bảo đảm chất lượng, đúng quy định của pháp luật và chỉ đạo của cấp trên",
        area=chance.choice(codes),
        lead=chance.choice(units),
        due_on=due_on,
        first_due_on=due_on,
        due_basis="date",
        state=state,
        percent=100 if state in ("reported", "confirmed") else chance.randrange(0, 100, 5),
        reports_waiting=1 if state == "reported" else 0,
        extensions_waiting=1 if state == "in_progress" and chance.random() < 0.05 else 0,
        given_on=given_on,
        given_by="Văn phòng",
        closed_on=due_on if state in ("confirmed", "withdrawn") else None,
    )
    task.areas = [task.area]
    task.sort, task.folded = sort_text(title), fold(f"{task.code} {title} {task.quote}")
    return task


def _make_parts(tasks: list[Any], units: list[Any], chance: random.Random) -> int:
    """Give each task its lead and, on average, two and a half supports; what waits gets its report or request."""
    from django.utils import timezone

    from giaoban.tasks.models import Assignment, Entry, Extension

    now = timezone.now()
    parts, entries, requests = [], [], []
    for task in tasks:
        others = [unit for unit in units if unit is not task.lead]
        supports = chance.sample(others, chance.choice((0, 1, 2, 3, 4, 5)))
        for unit in (task.lead, *supports):
            parts.append(
                Assignment(
                    committee_id=task.committee_id,
                    task=task,
                    unit=unit,
                    role="lead" if unit is task.lead else "support",
                    state=task.state if unit is task.lead else chance.choice(STATES[:3]),
                    percent=task.percent,
                    due_on=task.due_on,
                    first_due_on=task.due_on,
                    reported_at=now if task.state == "reported" else None,
                )
            )
    Assignment.objects.bulk_create(parts, batch_size=BATCH)
    for part in parts:
        kinds = ("given", "accepted", "progress") if part.role == "lead" else ()
        if part.role == "lead" and part.state == "reported":
            kinds = (*kinds, "reported")
        entries += [
            Entry(task=part.task, assignment=part, kind=kind, text="Đã làm", by_name="x", by_unit=part.unit.name)
            for kind in kinds
        ]
        if part.role == "lead" and part.task.extensions_waiting:
            wanted = part.due_on + timedelta(days=20)
            requests.append(Extension(assignment=part, from_on=part.due_on, wanted_on=wanted, reason="thiếu vật liệu"))
    Entry.objects.bulk_create(entries, batch_size=BATCH)
    Extension.objects.bulk_create(requests, batch_size=BATCH)
    return len(parts)


def _time_pages(made: dict[str, Any]) -> Iterator[tuple[str, float]]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from giaoban.committees.models import User

    clients = {}
    for user in User.objects.all():
        clients[user.username] = Client()
        clients[user.username].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    print(f"{'page':<36}{'median':>10}{'slowest':>10}{'queries':>9}")
    for role, name, address in PAGES:
        client, target = clients[role], address.format(**made)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(target)
        count = len(queries)
        if response.status_code != 200:
            raise SystemExit(f"{target}: {response.status_code}")
        times = [_milliseconds(client, target) for _ in range(ROUNDS)]
        median, label = statistics.median(times), f"{role}: {name}"
        print(f"{label:<36}{median:>7.0f} ms{max(times):>7.0f} ms{count:>9}")
        yield label, median


def _milliseconds(client: Any, address: str) -> float:
    started = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
