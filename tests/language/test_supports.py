"""Who co-operates."""

from __future__ import annotations

import pytest

from giaoban.language.supports import find_supports
from giaoban.language.words import words_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra", ["Công an tỉnh"]),
        ("Thanh tra huyện cùng các xã giải quyết đơn", ["các xã"]),
        ("Đồn Biên phòng phối hợp chặt chẽ với Công an xã, Ban CHQS xã tuần tra", ["Công an xã", "Ban CHQS xã"]),
        ("Tăng cường phối kết hợp giữa công tác thanh tra, điều tra", []),
        ("Công an xã tuần tra", []),
    ],
)
def test_supporting_bodies(text: str, names: list[str]) -> None:
    words = words_of(text)
    assert [body.text for body in find_supports(words, 0, len(words))] == names
