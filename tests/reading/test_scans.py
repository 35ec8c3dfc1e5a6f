"""A long scan read in portions, by Tesseract in processes apart: what was recognised is not read again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from giaoban.reading import ReadingRefusal, Text
from giaoban.reading.apart import read_portion_apart
from giaoban.reading.scans import PlainPage, Portion, Unfinished, page_from, plain_page

FONT = Path(__file__).resolve().parents[2] / "src/giaoban/web/static/giaoban/fonts/be-vietnam-pro-700.woff2"


def scan(*pages: str) -> bytes:
    """Return a .tiff with a line on each page."""
    font, images = ImageFont.truetype(FONT, 48), []
    for place, words in enumerate(pages):
        images.append(Image.new("L", (900, 700), 255))
        ImageDraw.Draw(images[-1]).text((120, 150 + 100 * place), words, font=font, fill=0)
    made = io.BytesIO()
    images[0].save(made, "TIFF", save_all=True, append_images=images[1:])
    return made.getvalue()


@pytest.mark.usefixtures("programs")
def test_the_rest_is_read_behind_what_is_known() -> None:
    data = scan("Kết luận hội nghị", "Rà soát chương trình", "Tăng cường tuần tra", "Nơi nhận")
    found: dict[int, PlainPage] = {}
    assert read_portion_apart(data, "a.tiff", Portion(-1), found.__setitem__) == Unfinished("image/tiff", 4, 1)
    assert sorted(found) == [1, 2, 4]
    found[2]["words"] = [("Biết", *found[2]["words"][0][1:])]
    told: list[tuple[int, int]] = []
    read = read_portion_apart(
        data, "a.tiff", Portion(-1, dict(found)), found.__setitem__, listener=lambda *page: told.append(page)
    )
    assert isinstance(read, Text)
    assert "Biết" in read.text
    assert "tuần tra" in read.text
    assert "Rà soát" not in read.text
    assert [page.number for page in read.pages] == [1, 2, 3, 4]
    assert told == [(number, 4) for number in range(1, 5)]
    assert plain_page(page_from(found[3])) == found[3] | {
        "page": tuple(found[3]["page"]),
        "words": [tuple(word) for word in found[3]["words"]],
    }


@pytest.mark.usefixtures("programs")
def test_a_stamped_page_is_refused_and_its_words_are_given_to_nobody() -> None:
    found: dict[int, PlainPage] = {}
    with pytest.raises(ReadingRefusal) as refused:
        read_portion_apart(scan("Kết luận hội nghị", "TỐI MẬT"), "a.tiff", Portion(9), found.__setitem__)
    assert (refused.value.code, refused.value.values) == ("reading.secret", {"level": "Tối mật"})
    assert sorted(found) == [1]
