"""Assign the tasks of several documents at the same moment, each in a thread with a connection of its own.

Run as a program it does so on an SQLite file in the folder ``GIAOBAN_DATA`` and prints the numbers given, one a line:
the tests' own SQLite is in memory, where there is only one connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

DOCUMENTS = 6
DIRECTIVES = 3


def assign_at_once(office: object, document_ids: Sequence[int]) -> list[int]:
    """Assign each document's tasks at once; return the numbers of all that there are, sorted.

    A document that is named twice is assigned once; the other attempt is refused.
    """
    from giaoban.tasks.models import Task

    with ThreadPoolExecutor(len(document_ids)) as pool:
        for done in [pool.submit(copy_context().run, _assign, office, pk) for pk in document_ids]:
            done.result()
    return sorted(Task.objects.values_list("number", flat=True))


def _assign(office: object, document_id: int) -> None:
    from django.db import connections

    from giaoban.refusal import Stale
    from giaoban.tasks.actions import assign_tasks
    from giaoban.tasks.refusals import AlreadyAssigned

    try:
        assign_tasks(office.specialist, document_id, version=1)  # type: ignore[attr-defined]
    except (Stale, AlreadyAssigned):
        return
    finally:
        connections.close_all()


def documents_to_assign(office: object) -> list[int]:
    """Make documents whose review is done; the first of them twice in the list."""
    from tasks.conftest import Reviewed, Said, make_document

    reviewed = Reviewed(said=tuple(Said() for _ in range(DIRECTIVES)))
    ids = [make_document(office, reviewed).pk for _ in range(DOCUMENTS)]  # type: ignore[arg-type]
    return [*ids, ids[0]]


def main() -> None:
    """Do it on a database of its own."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from conftest import make_office

    office = make_office("Thị ủy Thử", "")
    for number in assign_at_once(office, documents_to_assign(office)):
        print(number)


if __name__ == "__main__":
    main()
