"""The order of a run on several workers: files that take longest begin first, so that no worker ends long after."""

from __future__ import annotations

from typing import Any

import pytest

#: Each takes more than five seconds of a quiet core; the longest first, those that drive Chromium among the others.
LONG = (
    "contracts/test_languages.py",
    "pages/test_walk.py",
    "contracts/test_access.py",
    "pages/test_meeting.py",
    "tasks/test_states.py",
    "pages/test_review.py",
    "reading/test_recognition.py",
    "pages/test_tasks.py",
    "corpus/test_training.py",
    "pages/test_cycle.py",
    "cli/test_office.py",
    "web/tasks/test_task_list.py",
    "web/test_gallery.py",
    "reading/test_doc.py",
    "server/test_serve.py",
    "demo/test_quarters.py",
    "reading/test_formats.py",
    "reading/test_hostile.py",
    "demo/test_load.py",
    "archive/test_cluster.py",
    "web/documents/test_formats.py",
    "pages/test_sign_in.py",
    "tasks/test_in_hand.py",
    "archive/test_reading.py",
    "committees/test_resolution.py",
    "reader/test_understand.py",
    "pages/test_document_pages.py",
    "pages/test_doubtful.py",
    "pages/test_conferences.py",
    "web/tasks/test_acts.py",
    "web/committees/test_urls.py",
    "contracts/test_base_libraries.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Put the tests of the long files first; within a file, and among the others, the order stays."""
    place = {name: number for number, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0].removeprefix("tests/"), len(LONG)))
