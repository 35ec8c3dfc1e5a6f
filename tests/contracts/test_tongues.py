"""What a text of a page is taken for: ours in either language, or data of the database."""

from __future__ import annotations

import pytest

from contracts.tongues import Data

pytestmark = [pytest.mark.usefixtures("office"), pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệm vụ",
        "còn 3 ngày",
        "Chờ nhận",
        "An ninh, trật tự",
        "Công an thị xã · chủ trì · due 20/05/2024",
        "Tasks of đơn vị",
    ],
)
def test_vietnamese_in_an_english_page_is_noticed(text: str) -> None:
    assert Data().lacks(text)


@pytest.mark.parametrize(
    "text",
    ["Tasks", "Công an thị xã · lead · due 20/05/2024", "“Công an…”", "Tasks of Công an thị xã", "Edit Công an thị xã"],
)
def test_data_in_an_english_page_is_let_be(text: str) -> None:
    assert not Data().lacks(text)


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("This field is required.", True),
        ("Ensure this value has at most 80 characters (it has 90).", True),
        ("Directory", True),
        ("20 days left", True),
        ("Danh bạ", False),
        ("specialist", False),
    ],
)
def test_english_in_a_vietnamese_page_is_noticed(text: str, is_left: bool) -> None:
    assert Data().is_left_in_english(text) is is_left
