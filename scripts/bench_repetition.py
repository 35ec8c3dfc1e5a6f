"""How fast earlier directives that a new one repeats are found among 50,000; ends in failure above the limit.

Run from the root::

    python scripts/bench_repetition.py                                # SQLite, in a temporary folder
    python scripts/bench_repetition.py --database postgres://…/empty  # an empty database of yours

It makes directives out of those of ``tests/corpus/repeats.toml`` from a fixed seed, and asks as the office does: which
were said before (200 times), and the page that tells so (20 times).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EARLIER, A_DOCUMENT = 50_000, 10
#: Milliseconds at the 95th percentile, of a page that looks for what was said before.
LIMIT = 200.0


def main(arguments: list[str]) -> int:
    """Make the directives, ask for them, print the times; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--database", default="", help="address of an empty database; none: SQLite")
    chance = random.Random(7)
    clauses = _clauses()
    with _office(parser.parse_args(arguments).database):
        began = time.perf_counter()
        committee_id = _fill(_directives(clauses, EARLIER, chance))
        print(f"{EARLIER:,} directives with their signs: {time.perf_counter() - began:.0f} s")
        asked = _directives(clauses, 200, chance)
        _time("a directive", asked, _finding(committee_id))
        late = _time("the page", asked[:20], _page())
    return int(late > LIMIT)


def _finding(committee_id: int) -> Callable[[str], object]:
    from giaoban.documents.repeats import earlier_alike

    return lambda words: earlier_alike(committee_id, words)


def _page() -> Callable[[str], object]:
    from django.test import Client

    from giaoban.committees.models import User

    client = Client()
    client.force_login(User.objects.get())
    client.get("/")

    def ask(words: str) -> None:
        if client.get("/van-ban/da-tung-chi-dao/", {"loi": words}).status_code != 200:
            raise RuntimeError("the page is not there")

    return ask


def _time(name: str, asked: list[str], ask: Callable[[str], object]) -> float:
    """Print how long the questions took; return the 95th percentile, in milliseconds."""
    times = []
    for words in asked:
        began = time.perf_counter()
        ask(words)
        times.append(1000 * (time.perf_counter() - began))
    times.sort()
    late = times[int(0.95 * len(times))]
    print(f"{name}: median {times[len(times) // 2]:.0f} ms, 95th percentile {late:.0f} ms, slowest {times[-1]:.0f} ms")
    return late


def _clauses() -> list[str]:
    rows = tomllib.loads((ROOT / "tests" / "corpus" / "repeats.toml").read_text(encoding="utf-8"))["pair"]
    return [row[side] for row in rows for side in ("one", "other")]


def _directives(clauses: list[str], count: int, chance: random.Random) -> list[str]:
    """Return directives of two or three beginnings of clauses each: few are the same, and many share words."""
    made = []
    for _ in range(count):
        parts = [clause.split() for clause in chance.sample(clauses, chance.choice((2, 2, 3)))]
        made.append(" ".join(" ".join(part[: len(part) - chance.randrange(1 + len(part) // 2)]) for part in parts))
    return made


@contextmanager
def _office(database: str) -> Iterator[None]:
    """Set Django up on a database that is migrated and empty."""
    folder = Path(tempfile.mkdtemp(prefix="giaoban-bench-"))
    os.environ |= {"GIAOBAN_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "giaoban.server.settings.local"}
    if database:
        os.environ["GIAOBAN_DATABASE"] = database
    try:
        import django
        from django.conf import settings
        from django.core.management import call_command

        django.setup()
        settings.ALLOWED_HOSTS = ["testserver"]
        settings.STATIC_ROOT = str(folder)
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        call_command("migrate", verbosity=0)
        yield
    finally:
        shutil.rmtree(folder)


def _fill(said: list[str]) -> int:
    """Make a committee that said all this, ten directives a document, past the actions; return its id."""
    from django.db import transaction

    from giaoban.committees.models import Committee, Member, User

    with transaction.atomic():
        committee = Committee.objects.create(
            name="Thị ủy Thử", level="district", level_word="thị xã", place="Thử", office_name="Văn phòng Thị ủy"
        )
        user = User.objects.create(username="specialist", name="Thử", must_change_password=False)
        Member.objects.create(user=user, committee=committee, role="specialist")
        for number in range(0, len(said), A_DOCUMENT):
            _say(committee, number, said[number : number + A_DOCUMENT])
    return committee.pk


def _say(committee: Any, number: int, said: list[str]) -> None:
    from giaoban.documents.models import Directive, Document, StoredFile
    from giaoban.documents.signs import keep_signs

    sha256 = f"{number:064x}"
    file = StoredFile.objects.create(committee=committee, sha256=sha256, name="kl.txt", media_type="text/plain", size=1)
    document = Document.objects.create(
        committee=committee,
        file=file,
        sha256=sha256,
        title=f"Thông báo kết luận số {number}",
        state="given",
        text="\n".join(said),
        conference_on=date(2005, 1, 1) + timedelta(days=number // A_DOCUMENT),
    )
    rows = Directive.objects.bulk_create(
        Directive(document=document, start=0, end=1, quote=one, title=one[:100], decision="accepted") for one in said
    )
    keep_signs(committee.pk, {one.pk: one.quote for one in rows})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
