"""Explanations: every clause once, every reason in words, and the directives of the plain reading."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.language import explain, understand
from giaoban.language.explanation import Explanation
from giaoban.language.layout import find_blocks
from giaoban.language.reasons import reasons
from giaoban.language.stages import read_stages

CORPUS = Path(__file__).parent.parent / "corpus"
DOCUMENTS = sorted(CORPUS.glob("*/*.txt"))
PIECES = [
    "UBND XÃ HÒA AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/TB-UBND\n\nTHÔNG BÁO\nKết luận giao ban\n",
    "Kính gửi: Công an xã\n", "I. KẾT QUẢ\n", "II. HẠN CHẾ\n", "III. NHIỆM VỤ\n", "IV. KIẾN NGHỊ\n", "1. ", "a) ", "- ",
    "Thứ nhất, ", "Công an xã: ", "Công an xã tuần tra", "; ", ". ", ":\n", "\n", "\t", "Chủ tịch UBND xã yêu cầu ",
    "các đại biểu đề xuất ", "rà soát hồ sơ", "đã xét xử 40 vụ", "tiến độ còn chậm, chất lượng chưa sâu",
    "Thời gian: trước ngày 30/6",
    "TT\tNội dung\tChủ trì\tGhi chú\n1\tRà soát hồ sơ\tCông an xã\tgấp\n", "------\n", "“", "”", "(", ")",
    "Nơi nhận:\n- Như trên;\n",
]  # fmt: skip


def check(explained: Explanation) -> None:
    """Check that the traces hold the whole text, each word once, and agree with the plain reading."""
    text = explained.extraction.text
    assert explained.extraction == understand(text)
    spans = [(one.start, one.end) for one in explained.clauses]
    assert all(text[one.start : one.end] == one.text for one in explained.clauses)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not re.search(r"\w", outside(text, spans))
    assert all(reasons()[one.reason].kind == one.outcome for one in explained.clauses)
    directives = [one.directive for one in explained.clauses if one.outcome == "directive"]
    assert directives == list(range(len(explained.extraction.directives)))


def outside(text: str, spans: list[tuple[int, int]]) -> str:
    """Return what of a text stands in no span and is no number of a list."""
    markers = [(text.rfind("\n", 0, one.start) + 1, one.start) for one in find_blocks(text) if one.marker]
    kept = list(text)
    for start, end in [*spans, *markers]:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_word_of_a_document_stands_in_one_clause(path: Path) -> None:
    check(explain(path.read_text("utf-8")))


@pytest.mark.parametrize("path", DOCUMENTS[::6], ids=lambda path: path.stem)
def test_every_word_of_a_torn_document_stands_in_one_clause(path: Path) -> None:
    text = path.read_text("utf-8")
    for cut in random.Random(path.stem).sample(range(1, len(text)), 4):
        check(explain(text[cut:]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_every_word_of_any_mixture_stands_in_one_clause(text: str) -> None:
    check(explain(text.replace("\r", "\n")))


def test_every_judged_clause_is_traced_once() -> None:
    for path in DOCUMENTS:
        stages = read_stages(path.read_text("utf-8"))
        traced = [(one.start, one.end) for one in explain(stages.extraction.text).clauses]
        judged = {(one.clause.start, one.clause.end) for one in stages.judged}
        assert all(traced.count(span) == 1 for span in judged)


def test_what_governs_a_clause_and_where_its_lead_was_found() -> None:
    text = (
        "Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu:\n"
        "- Công an xã tuần tra; rà soát tạm trú.\n- Các thôn:\n+ Họp dân.\n"
    )
    clauses = explain(text).clauses
    governed = [(one.text, text[one.governor.start : one.governor.end]) for one in clauses if one.governor]
    asked = "Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu"
    assert governed[1:3] == [("Công an xã tuần tra", asked), ("rà soát tạm trú", asked)]
    assert [(one.reason, one.led_by) for one in clauses if one.outcome == "directive"] == [
        ("names_actor", "own"), ("verb", "before"), ("verb", "above"),
    ]  # fmt: skip


def test_why_clauses_are_left_out() -> None:
    text = (
        "I. MỤC ĐÍCH\nNâng cao ý thức của nhân dân.\nII. CHỈ TIÊU\nTrồng 40 ha rừng.\nIII. KIẾN NGHỊ\n"
        "Đề nghị tỉnh bổ sung biên chế.\n"
    )
    found = [(one.reason, one.role) for one in explain(text).clauses]
    assert found == [
        ("in_purpose", "purpose"), ("in_purpose", "purpose"), ("in_targets", "targets"), ("in_targets", "targets"),
        ("in_requests", "requests"), ("in_requests", "requests"),
    ]  # fmt: skip


def test_other_columns_belong_to_the_task_of_their_row() -> None:
    text = "II. NHIỆM VỤ\nTT\tNội dung\tChủ trì\n1\tRà soát hồ sơ\tCông an xã\n"
    explained = explain(text)
    (task,) = [one for one in explained.clauses if one.outcome == "directive"]
    assert (task.text, task.led_by) == ("Rà soát hồ sơ", "column")
    columns = [(one.text, one.directive) for one in explained.clauses if one.reason == "column"]
    assert columns == [("1", 0), ("Công an xã", 0)]


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_an_explanation_is_plain_data_with_its_words(tongue: str) -> None:
    data = explain("Bí thư yêu cầu Công an xã tuần tra.").as_dict(tongue)  # type: ignore[arg-type]
    assert json.loads(json.dumps(data)) == data
    assert data["clauses"][0]["why"] == getattr(reasons()["asked"], tongue)
    assert len(data["extraction"]["directives"]) == 1


def test_who_presided_adds_to_no_task() -> None:
    (clause, *_) = explain("Chủ trì: đồng chí Bí thư Huyện ủy.\nCông an xã đã họp.").clauses
    assert (clause.outcome, clause.reason, clause.directive) == ("left", "in_attendance", None)
