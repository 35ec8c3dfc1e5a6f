"""Clauses that nobody orders."""

from __future__ import annotations

import pytest

from giaoban.language.clauses import Clause
from giaoban.language.evidence import weigh
from giaoban.language.judged import Judged
from giaoban.language.layout import Block
from giaoban.language.narration import narrated, parts, pledges, reviewed
from giaoban.language.words import words_of


def judge(text: str, role: str | None = None) -> Judged:
    words = words_of(text)
    block = Block(0, len(text), "paragraph", None)
    judged = Judged(Clause(0, len(text), True, "."), "none", "story", 0, 0)
    evidence = weigh(words, 0, len(words), False)
    return reviewed(words, block, judged, evidence, role) if role else narrated(block, judged, evidence)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Trong quý I, Công an xã đã giải quyết 14 tin báo", "result"),
        ("Tiến độ giải ngân còn chậm", "limitation"),
        ("Sáng 2/4, xã tổ chức hội nghị giao ban", "none"),
        ("Để bảo đảm an toàn, xã đã lắp 12 camera", "none"),
        ("Thời gian tới, xã sẽ lắp thêm 12 camera", "none"),
    ],
)
def test_stance_of_a_story(text: str, stance: str) -> None:
    assert judge(text).stance == stance


def test_sections_decide_for_their_clauses() -> None:
    assert judge("Tham mưu ban hành kế hoạch công tác năm", "results").stance == "result"
    assert judge("Một số việc triển khai thiếu đồng bộ", "limitations").stance == "limitation"
    assert judge("Nguyên nhân là do địa bàn rộng", "results").stance == "none"


def test_shortcomings_are_parted() -> None:
    text = "việc nắm tình hình còn chậm, chất lượng phản biện chưa sâu"
    found = parts(words_of(text), judge(text))
    assert [text[one.start : one.end] for one in found] == [
        "việc nắm tình hình còn chậm",
        "chất lượng phản biện chưa sâu",
    ]


def test_what_is_promised_is_known() -> None:
    assert pledges("Các xã cam kết thực hiện nghiêm quy chế dân chủ")
    assert not pledges("Công an xã vận động 40 hộ ký cam kết")
