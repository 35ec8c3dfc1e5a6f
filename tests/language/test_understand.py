"""The whole reading: offsets hold whatever comes, and time grows with the length of the text."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.language import understand

DOCUMENTS = sorted((Path(__file__).parent.parent / "corpus" / "documents").glob("*.txt"))
WORDS = [
    "giao",
    "yêu",
    "cầu",
    "đề",
    "nghị",
    "Công",
    "an",
    "xã",
    "UBND",
    "huyện",
    "rà",
    "soát",
    "phải",
    "đã",
    "trước",
    "ngày",
    "30/6",
    ";",
    ".",
    ":",
    ",",
    "\n",
    "“",
    "”",
    "(",
    ")",
    "1.",
    "a)",
    "-",
    "tuy",
    "nhiên",
    "còn",
    "chậm",
]


def check_offsets(text: str) -> None:
    found = understand(text)
    assert found.text == text
    assert all(text[one.start : one.end] == one.text for one in found.directives)
    spans = [(one.start, one.end) for one in [*found.results, *found.limitations]]
    spans += [(one.start, one.end) for one in found.directives] + [(one.start, one.end) for one in found.people]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    starts = [one.start for one in found.directives]
    assert starts == sorted(starts)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_offsets_hold_on_documents(path: Path) -> None:
    check_offsets(path.read_text("utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_offsets_hold_on_torn_documents(path: Path) -> None:
    text = path.read_text("utf-8")
    cuts = random.Random(path.stem).sample(range(1, len(text)), 12)
    for cut in cuts:
        check_offsets(text[cut:])
        check_offsets(text[:cut])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_offsets_hold_on_any_mixture(text: str) -> None:
    check_offsets(text)


@pytest.mark.parametrize("text", ["", " \n\n ", ".", "“", "((((", "1.", "a" * 500, "- \n- \n- ", "Kính gửi:\n" * 40])
def test_strange_texts_are_read(text: str) -> None:
    check_offsets(text)


def test_time_grows_with_the_length() -> None:
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    understand(text)

    def cost(times: int) -> float:
        long = text * times
        start = time.process_time()
        understand(long)
        return time.process_time() - start

    assert cost(8) < 4 * 4 * cost(2)
