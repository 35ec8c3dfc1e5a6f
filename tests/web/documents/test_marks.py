"""The marked text: every word once, at its place, whatever the marks."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from giaoban.documents.models import Directive, Document
from giaoban.web.documents.marks import marked_lines

TEXT = "Rà soát <b>kế hoạch</b> & báo cáo 😀 ngay.\n\nHai: nâng cao chất lượng."
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30), st.sampled_from(["open", "accepted", "rejected"])),
    max_size=5,
)


def made(spans: list[tuple[int, int, str]]) -> list[Directive]:
    rows = [
        Directive(pk=pk, start=start, end=min(start + length, len(TEXT)), decision=decision)
        for pk, (start, length, decision) in enumerate(spans, start=1)
    ]
    return sorted(rows, key=lambda one: one.start)


def runs(html: str) -> list[tuple[int, str]]:
    """Return each stretch with its offset, without the numbers of the directives."""
    found = re.findall(r'<span data-start="(\d+)">([^<]*)</span>', html)
    return [(int(start), unescape(words)) for start, words in found]


@given(spans=SPANS)
def test_every_word_stands_once_at_its_place(spans: list[tuple[int, int, str]]) -> None:
    document = Document(text=TEXT, extraction={"citations": [{"start": 3, "end": 12}], "people": []})
    shown = {}
    for line in marked_lines(document, made(spans), rest=[(0, 5)]):
        for start, words in runs(line.html):
            assert TEXT[start : start + len(words)] == words
            shown[start] = words
    assert "".join(shown[start] for start in sorted(shown)) == TEXT.replace("\n", "")


def test_a_payload_is_text() -> None:
    document = Document(text="<script>alert(1)</script> {{7*7}}", extraction=None)
    (line,) = marked_lines(document, [])
    assert "<script" not in line.html
    assert "{{7*7}}" in line.html


def test_overlapping_directives_lie_inside_each_other() -> None:
    document = Document(text=TEXT, extraction=None)
    html = marked_lines(document, made([(0, 10, "open"), (3, 20, "accepted")]), selected=2)[0].html
    assert re.search(r'<mark class="d" data-d="1">.*?<mark class="d ok on" data-d="2">', html)
    assert html.count('<sup aria-hidden="true">1</sup>') == html.count('<sup aria-hidden="true">2</sup>') == 1


def test_only_the_lines_that_are_touched() -> None:
    document = Document(text=TEXT, extraction=None)
    second = TEXT.index("Hai")
    assert [line.start for line in marked_lines(document, [], only=[(second, second + 3)])] == [second]
