"""Who a clause tells to act, and what its predicate begins with."""

from __future__ import annotations

import pytest

from giaoban.language.subjects import read_head
from giaoban.language.words import words_of


@pytest.mark.parametrize(
    ("text", "leads", "verb"),
    [
        ("Công an xã tăng cường tuần tra", ["Công an xã"], "how"),
        ("Rà soát các vụ án tồn đọng", [], "verb"),
        ("Giao Sở Tài chính cân đối nguồn vốn", ["Sở Tài chính"], "give"),
        ("VKSND, TAND huyện nâng cao chất lượng xét xử", ["VKSND", "TAND huyện"], "verb"),
        ("các cơ quan trong khối, nhất là Công an, Quân sự bám sát địa bàn", ["các cơ quan trong khối"], "verb"),
        ("Trước ngày 30/9/2024, Sở Y tế báo cáo", ["Sở Y tế"], "verb"),
        ("Nếu để xảy ra cháy rừng, Chủ tịch UBND xã chịu trách nhiệm", ["Chủ tịch UBND xã"], "must"),
        ("Nơi nào để xảy ra cháy thì trưởng bản chịu trách nhiệm", ["trưởng bản"], "must"),
        ("nhà thầu nào chậm tiến độ, chủ đầu tư cắt khối lượng", ["chủ đầu tư"], "verb"),
        ("cán bộ địa chính phải trả lời từng hộ", ["cán bộ địa chính"], "must"),
        ("việc đón học sinh trở lại trường phải bảo đảm an toàn", [], "must"),
        ("Công an xã đã tuần tra", ["Công an xã"], "past"),
        ("UBND xã sẽ mời họp", ["UBND xã"], "pledge"),
        ("Thời tiết diễn biến bất thường", [], None),
    ],
)
def test_head_of_a_clause(text: str, leads: list[str], verb: str | None) -> None:
    words = words_of(text)
    head = read_head(words, 0, len(words))
    assert ([body.text for body in head.leads], head.verb) == (leads, verb)


def test_a_condition_stays_inside_the_command() -> None:
    words = words_of("Trường hợp cố tình chống đối, tổ chức cưỡng chế")
    assert read_head(words, 0, len(words)).start == 0
