"""Web pages: the main text, tables, and pages too short for one."""

from __future__ import annotations

import pytest

from giaoban.reading import Limits, ReadingRefusal, Text, read_bytes

from .making import outcome

SENTENCE = "Sáng ngày 27/3, Ban Thường vụ tổ chức hội nghị giao ban công tác nội chính quý I và bàn nhiệm vụ quý II. "
PAGE = f"""<!DOCTYPE html><html lang=vi><head><meta charset="utf-8"><title>Tin</title>
<script>var x = "mã";</script></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li></ul></nav>
<article><h1>Hội nghị giao ban</h1><p>{SENTENCE * 3}</p><h2>Nhiệm vụ</h2>
<ul><li>Rà soát <b>chương trình</b></li><li>Báo cáo</li></ul>
<table><tr><th>TT</th><th>Việc</th><th>Hạn</th></tr><tr><td>1</td><td>Rà soát</td><td>15/4</td></tr></table>
<p>Kết&#7871; thúc &amp; hết.</p></article><footer>Bản quyền</footer></body></html>"""


def read(page: str, name: str = "tin.html") -> Text:
    return read_bytes(page.encode(), name)


def test_the_main_text_comes_without_menus() -> None:
    text = read(PAGE)
    assert text.text.split("\n") == [
        "Hội nghị giao ban",
        (SENTENCE * 3).strip(),
        "Nhiệm vụ",
        "- Rà soát chương trình",
        "- Báo cáo",
        "TT\tViệc\tHạn",
        "1\tRà soát\t15/4",
        "Kếtế thúc & hết.",
    ]
    assert [b.kind for b in text.blocks[:5]] == ["heading", "paragraph", "heading", "item", "item"]
    assert text.blocks[-2].column_heading == "Hạn"
    assert text.media_type == "text/html"
    assert all(text.text[b.start : b.end] for b in text.blocks)


def test_a_page_without_a_main_text_gives_all_that_it_shows() -> None:
    page = (
        "<html><head><title>Ẩn</title><style>p {}</style></head><body><h1>Đầu</h1>Một <b>dòng</b>"
        "<br>hai<!-- ẩn --><ul><li>mục</ul><script>ẩn()</script></body></html>"
    )
    text = read(page)
    assert text.text.split("\n") == ["Đầu", "Một dòng", "hai", "- mục"]
    assert [b.kind for b in text.blocks] == ["heading", "paragraph", "paragraph", "item"]


def test_content_alone_tells_a_page() -> None:
    assert read(PAGE, "").media_type == "text/html"
    assert read(f"<!-- lưu -->\n{PAGE}", "").media_type == "text/html"
    assert read("Rà soát <html> trong câu.", "").media_type == "text/plain"


def test_the_name_tells_a_page_from_a_text() -> None:
    assert read("<p>Rà soát kế hoạch</p>", "doan.htm").text == "Rà soát kế hoạch"
    assert read("<html>ghi chép", "ghi.txt").text == "<html>ghi chép"


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x</script></body></html>"])
def test_a_page_without_words_is_empty(page: str) -> None:
    with pytest.raises(ReadingRefusal) as refused:
        read(page)
    assert refused.value.code == "reading.empty"


def test_a_page_nested_without_end_is_refused_or_read() -> None:
    deep = "<html><body>" + "<div>" * 5_000 + "sâu"
    assert outcome(lambda: read(deep)) in {"read", "reading.damaged", "reading.empty"}


def test_a_page_of_too_many_tags_is_refused() -> None:
    assert outcome(lambda: read("<html>" + "<i>" * 300_000 + "a")) == "reading.bomb"


def test_a_page_too_long_is_refused() -> None:
    with pytest.raises(ReadingRefusal) as refused:
        read_bytes(PAGE.encode(), "tin.html", limits=Limits(characters=50))
    assert refused.value.code == "reading.too_large"
