"""Pictures of pages, made in the other process: where a word's box is on the page, its letters are on the picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from giaoban.reading import Limits, ReadingRefusal, read_bytes
from giaoban.reading.apart import pictures_apart
from giaoban.reading.pictures import pictures_of

from .hostile import plain_pdf
from .making import outcome, plain_word


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture), formats=["WEBP"])


def tiff(pages: int) -> bytes:
    made = [Image.new("RGB", (2480, 3508), "white") for _ in range(pages)]
    for number, page in enumerate(made):
        ImageDraw.Draw(page).rectangle((0, 0, 400 * (number + 1), 300), fill="red")
    out = BytesIO()
    made[0].save(out, "TIFF", save_all=True, append_images=made[1:], compression="tiff_deflate")
    return out.getvalue()


def test_the_words_of_a_pdf_stand_where_their_places_say() -> None:
    data = plain_pdf()
    text = read_bytes(data, "kl.pdf")
    (picture,) = pictures_apart(data, "kl.pdf", [1]).values()
    shown = opened(picture).convert("L")
    for place in text.places:
        box = (
            place.left * shown.width,
            place.top * shown.height,
            place.right * shown.width,
            place.bottom * shown.height,
        )
        assert shown.crop(tuple(map(round, box))).getextrema()[0] < 140, text.text[place.start : place.end]
    assert len(picture) < 60_000
    assert abs(shown.width / shown.height - text.pages[0].width / text.pages[0].height) < 0.01


def test_the_pages_of_a_scan_come_in_colour_and_small() -> None:
    made = pictures_apart(tiff(3), "quét.tiff", [3, 1, 9])
    assert sorted(made) == [1, 3]
    first = opened(made[1]).convert("RGB")
    assert max(first.size) <= 1287
    red, green, _ = first.getpixel((5, 5))  # type: ignore[misc]
    assert red > 200 > 60 > green


def test_a_page_that_is_not_there_has_no_picture() -> None:
    assert pictures_apart(plain_pdf(), "kl.pdf", [0, 7]) == {}


def test_a_file_without_pages_has_none() -> None:
    assert pictures_apart(plain_word("Rà soát."), "kl.docx", [1]) == {}


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [(b"%PDF-1.7\nnothing", "kl.pdf", "reading.damaged"), (b"\x89PNG\r\n\x1a\nnothing", "a.png", "reading.damaged")],
)
def test_a_broken_file_is_refused(data: bytes, name: str, code: str) -> None:
    assert outcome(lambda: pictures_apart(data, name, [1])) == code


def test_an_image_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(ReadingRefusal) as refused:
        list(pictures_of(tiff(1), "a.tiff", [1], Limits(pixels=1_000)))
    assert refused.value.code == "reading.bomb"
