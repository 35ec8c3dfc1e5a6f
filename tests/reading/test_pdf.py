"""Pages with text: paragraphs, columns, tables, what belongs to the page alone, and where each word stands."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from giaoban.reading import Limits, Text, read_bytes
from giaoban.reading.text import Page

from .documents import OPENING
from .hostile import CATALOGUE, FONT, many_pages_pdf, pdf, plain_pdf, stream
from .making import outcome

LINES = ("ban cong an huyen uy", "toa an nhan dan huyen", "vien kiem sat nhan dan")
WORDS = ("ban", "cong", "tac", "noi", "chinh", "huyen", "uy", "tang", "kiem", "tra", "giam", "sat", "don", "vi")
#: How wide Helvetica's letters are, as shares of its size (Adobe's font metrics); the others 0.556.
WIDTHS = (
    dict.fromkeys(" .,/ft", 0.278)
    | dict.fromkeys("cksvxyz", 0.5)
    | dict.fromkeys("ijl", 0.222)
    | {"m": 0.833, "r": 0.333}
)


def width(text: str, size: float = 12) -> float:
    return sum(WIDTHS.get(letter, 0.556) for letter in text) * size


def broken(text: str, room: float) -> list[str]:
    """Return the text in lines that fit, as many words in each as go in."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def at(x: float, y: float, text: str, size: float = 12) -> bytes:
    """Return what draws a line of text."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n".encode("latin-1")


def pages(*drawings: bytes, rotate: int = 0) -> Text:
    """Return the text of pages drawn so, A4."""
    count = len(drawings)
    kids = " ".join(f"{3 + n} 0 R" for n in range(count))
    objects = [CATALOGUE, f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode()]
    font = 3 + 2 * count
    for number in range(count):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}/Contents {3 + count + number} 0 R"
            f"/Resources<</Font<</F {font} 0 R>>>>>>".encode()
        )
    return read_bytes(pdf(*objects, *(stream(one) for one in drawings), FONT), "a.pdf")


def sentence(seed: int, words: int = 60) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(words)) + "."


def paragraph(text: str, x: float, y: float, room: float, indent: float = 0) -> tuple[bytes, float]:
    """Return what draws a paragraph, ragged at the right, and where the next one begins."""
    first, *rest = broken(text, room - indent)
    lines = [first, *broken(" ".join(rest), room)] if rest else [first]
    drawn = b"".join(at(x + (0 if n else indent), y - 15 * n, line) for n, line in enumerate(lines))
    return drawn, y - 15 * len(lines)


def test_lines_are_joined_into_paragraphs() -> None:
    first, y = paragraph(sentence(1), 72, 760, 450, indent=36)
    second, y = paragraph(sentence(2), 72, y, 450, indent=36)
    third, _ = paragraph(sentence(3, 9), 72, y, 450, indent=36)
    assert pages(first + second + third).text.split("\n") == [sentence(1), sentence(2), sentence(3, 9)]


def test_a_paragraph_without_an_indent_ends_where_the_next_word_would_have_fitted() -> None:
    for seed in range(10, 30):
        first, y = paragraph(sentence(seed, 40), 72, 760, 450)
        second, _ = paragraph(sentence(seed + 1, 40), 72, y, 450)
        lines = pages(first + second).text.split("\n")
        last = broken(sentence(seed, 40), 450)[-1]
        if width(last) + width(sentence(seed + 1, 40).split()[0]) + 12 < 450:
            assert lines == [sentence(seed, 40), sentence(seed + 1, 40)]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    lines = broken(sentence(5, 120), 450)
    half = len(lines) // 2
    drawings = [
        b"".join(at(72, 760 - 15 * n, line) for n, line in enumerate(part)) + at(290, 40, str(number))
        for number, part in enumerate((lines[:half], lines[half:]), 1)
    ]
    text = pages(*drawings)
    assert text.text == sentence(5, 120)
    assert text.apart.split("\n") == ["1", "2"]
    assert {one.page for one in text.boxes(0, len(text.text))} == {1, 2}


def test_running_heads_and_page_numbers_stand_apart() -> None:
    bodies = [paragraph(sentence(n, 60 + n), 72, 760, 450, indent=36)[0] for n in (1, 2, 3)]
    text = pages(
        *(at(72, 800, "Thong bao so 41-TB/HU") + one + at(280, 40, f"Trang {n}/3") for n, one in enumerate(bodies, 1))
    )
    assert text.text.split("\n") == [sentence(n, 60 + n) for n in (1, 2, 3)]
    assert text.apart.count("Thong bao so 41-TB/HU") == 3
    assert "Trang 2/3" in text.apart


def test_pages_of_other_widths_keep_their_own_margins() -> None:
    """Pages bound on the left and on the right by turns, and a wide one among them."""
    texts = [sentence(n, 150) + f" {sentence(n + 50, 9)}" for n in range(4)]
    drawn = [
        paragraph(text, 72 + 30 * (n % 2), 760, 450 if n != 2 else 650, indent=36)[0] for n, text in enumerate(texts)
    ]
    assert pages(*drawn).text.split("\n") == texts


def test_a_secrecy_stamp_in_a_running_head_is_seen() -> None:
    drawn = [at(72, 800, "MAT") + at(72, 760, sentence(n, 5)) for n in (1, 2)]
    assert "MAT" in pages(*drawn).apart


def test_footnotes_stand_apart() -> None:
    body, _ = paragraph(sentence(7, 90), 72, 760, 450)
    text = pages(body + at(72, 60, "1 Theo bao cao cua Cong an huyen.", 9))
    assert text.text == sentence(7, 90)
    assert text.apart == "1 Theo bao cao cua Cong an huyen."


def test_a_letterhead_is_a_line_with_its_columns_a_tab_apart() -> None:
    text = pages(at(72, 780, "HUYEN UY A") + at(330, 780, "DANG CONG SAN VIET NAM") + at(72, 740, sentence(3, 8)))
    assert text.text.split("\n")[0] == "HUYEN UY A\tDANG CONG SAN VIET NAM"


def test_two_columns_are_read_one_after_the_other() -> None:
    left, _ = paragraph(sentence(1, 90), 72, 700, 210)
    right, _ = paragraph(sentence(2, 90), 310, 700, 210)
    title = at(200, 760, "BAN TIN NOI CHINH", 16)
    assert pages(title + left + right).text.split("\n") == ["BAN TIN NOI CHINH", sentence(1, 90), sentence(2, 90)]


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    columns = [broken(sentence(seed, 90), 210) for seed in (1, 2)]
    drawn = b"".join(
        at(72 + 240 * column, 700 - 15 * row, lines[row])
        for row in range(max(map(len, columns)))
        for column, lines in enumerate(columns)
        if row < len(lines)
    )
    assert pages(drawn).text.split("\n") == [sentence(1, 90), sentence(2, 90)]


def test_a_hyphen_at_the_end_of_a_line_keeps_its_word_together() -> None:
    full = broken(sentence(4, 60), 420)[0]
    text = pages(at(72, 760, f"{full} so 41-") + at(72, 745, "TB/HU ngay 05/4/2024"))
    assert text.text == f"{full} so 41-TB/HU ngay 05/4/2024"


def test_items_of_a_list_stay_apart() -> None:
    drawn = b"".join(at(72, 760 - 15 * n, f"{n + 1}. {sentence(n, 12)}") for n in range(3))
    text = pages(drawn)
    assert [one.kind for one in text.blocks] == ["item"] * 3
    assert text.text.split("\n")[2] == f"3. {sentence(2, 12)}"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(rotate: int) -> None:
    text = pages(at(100, 700, "Cong an huyen") + at(100, 680, "Toa an huyen"), rotate=rotate)
    assert set(text.text.split()) == {"Cong", "an", "huyen", "Toa"}
    assert text.pages[0] == Page(1, *((595, 842) if rotate % 180 == 0 else (842, 595)))
    assert all(0 <= one.left < one.right <= 1 and 0 <= one.top < one.bottom <= 1 for one in text.places)


def test_every_word_has_its_place() -> None:
    text = pages(at(100, 700, "Cong an huyen"))
    words = [(text.text[one.start : one.end], one) for one in text.places]
    assert [word for word, _ in words] == ["Cong", "an", "huyen"]
    first = words[0][1]
    assert (first.page, round(first.left * 595)) == (1, 100)
    assert first.top < 1 - 700 / 842 < first.bottom
    assert all(one.right <= other.left for (_, one), (_, other) in pairwise(words))
    assert len(text.boxes(0, 7)) == 1


def test_a_stretch_has_a_box_for_each_of_its_lines() -> None:
    drawn, _ = paragraph(sentence(1, 60), 72, 760, 450)
    text = pages(drawn)
    assert len(text.boxes(0, len(text.text))) == len(broken(sentence(1, 60), 450))
    assert text.boxes(0, 0) == ()


@pytest.mark.usefixtures("programs")
def test_vietnamese_letters_are_whole(notice_pdf: Path) -> None:
    text = read_bytes(notice_pdf.read_bytes(), "a.pdf")
    assert OPENING in text.text.split("\n")
    assert text.apart.count("Thông báo số 41-TB/HU") == len(text.pages)
    assert {one.confidence for one in text.pages} == {None}
    places = [text.text[one.start : one.end] for one in text.places]
    assert places == text.text.split()


def test_limits() -> None:
    assert outcome(lambda: read_bytes(many_pages_pdf(11), "a.pdf", limits=Limits(pages=10))) == "reading.too_large"
    assert outcome(lambda: read_bytes(plain_pdf(), "a.pdf", limits=Limits(characters=5))) == "reading.too_large"


def test_letters_of_a_second_font_written_after_their_line_are_put_in_their_place() -> None:
    """As LibreOffice does where a font lacks letters: "Th ng v … ườ ụ"."""
    drawn = b""
    for row, text in enumerate(LINES):
        lacking = {n for n, letter in enumerate(text) if letter in "ua"}
        for wanted in (False, True):
            for n, letter in enumerate(text):
                if letter != " " and (n in lacking) == wanted:
                    drawn += at(round(72 + width(text[:n]), 2), 760 - 15 * row, letter)
    assert pages(drawn).text.split() == " ".join(LINES).split()
