"""Pages that are images: straightened, freed from grain, recognised; how sure it is, and where words stand."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from giaoban.facts import load
from giaoban.reading import Limits, Text, read_bytes
from giaoban.reading.slips import Slip, put_right
from giaoban.reading.straightening import has_grain, otsu, skew

from .documents import OPENING, TASKS
from .making import outcome

pytestmark = pytest.mark.usefixtures("programs")


@cache
def page_image(pdf: Path, resolution: int) -> Image.Image:
    """Return the notice's first page in grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=resolution / 72, grayscale=True).to_pil()


@pytest.fixture(params=[150, 300], ids=lambda one: f"{one} dpi")
def image(request: pytest.FixtureRequest, notice_pdf: Path) -> Image.Image:
    return page_image(notice_pdf, request.param)


@pytest.fixture
def page_200(notice_pdf: Path) -> Image.Image:
    return page_image(notice_pdf, 200)


def with_grain(image: Image.Image, amount: float = 60) -> Image.Image:
    return ImageChops.add(image, Image.effect_noise(image.size, amount), 1, -128)


def turned(image: Image.Image, angle: float) -> Image.Image:
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255, expand=angle % 90 == 0)


def read(image: Image.Image, kind: str = "PNG", name: str = "a.png", **options: object) -> Text:
    out = BytesIO()
    image.save(out, kind, **options)
    return read_bytes(out.getvalue(), name)


def errors(text: Text) -> float:
    """Return the share of the letters of the opening and the tasks that were not read, or not as they are."""
    wanted, found = " ".join([OPENING, *TASKS]), " ".join(text.text.split())
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    return 1 - sum(block.size for block in blocks) / len(wanted)


def test_a_clean_page(image: Image.Image) -> None:
    assert not has_grain(image)
    text = read(image)
    assert errors(text) < 0.01
    (found,) = text.pages
    assert found.confidence is not None
    assert found.confidence > 0.9
    assert text.media_type == "image/png"


def test_a_page_with_grain(image: Image.Image) -> None:
    grainy = with_grain(image)
    assert has_grain(grainy)
    assert errors(read(grainy)) < 0.03


@pytest.mark.parametrize("angle", [-4, 1.3, 3])
def test_a_page_that_lies_askew(page_200: Image.Image, angle: float) -> None:
    askew = turned(page_200, angle)
    assert skew(askew) == pytest.approx(-angle, abs=0.2)
    assert errors(read(askew)) < 0.01


@pytest.mark.parametrize("angle", [0, 2.5, 90, 180, 270])
def test_words_stand_where_they_are_said_to(page_200: Image.Image, angle: float) -> None:
    """The place of a word is dark in the image as it came, and what surrounds the text is not."""
    image = turned(page_200, angle)
    text = read(image)
    assert errors(text) < 0.01
    start = text.text.index("Bí thư Huyện ủy kết luận")
    for place in text.boxes(start, start + 24):
        edges = (
            place.left * image.width,
            place.top * image.height,
            place.right * image.width,
            place.bottom * image.height,
        )
        histogram = image.crop(tuple(round(edge) for edge in edges)).histogram()
        assert sum(histogram[:128]) / sum(histogram) > 0.05
    lines = {round(place.bottom - place.top, 2) for place in text.places}
    assert len(lines) < 12


def test_lines_are_joined_into_paragraphs(page_200: Image.Image) -> None:
    lines = read(page_200).text.split("\n")
    assert any(line.startswith("Ngày 04/4/2024") and line.endswith("kết luận như sau:") for line in lines)


def test_a_stamp_on_a_scan_is_seen(converter: object, tmp_path: Path) -> None:
    from .conftest import Converter
    from .making import plain_word

    assert isinstance(converter, Converter)
    path = tmp_path / "mat.docx"
    path.write_bytes(plain_word("TỈNH ỦY SÔNG LAM", "TỐI MẬT", "BÁO CÁO", OPENING))
    image = page_image(converter.convert(path, "pdf"), 200)
    assert outcome(lambda: read(image)) == "reading.secret"


def test_pages_of_a_tiff_and_colours_of_a_photograph(page_200: Image.Image) -> None:
    text = read(page_200, "TIFF", "a.tif", save_all=True, append_images=[page_200.convert("RGB")])
    assert [one.number for one in text.pages] == [1, 2]
    assert errors(read(page_200.convert("RGB"), "JPEG", "a.jpeg", quality=80)) < 0.01
    clear = page_200.convert("RGBA")
    clear.putalpha(page_200.point(lambda level: 255 - level))
    assert errors(read(clear)) < 0.01


def test_a_camera_held_upright_is_heeded(page_200: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photograph = turned(page_200, 90)
    assert errors(read(photograph, "JPEG", "a.jpg", exif=exif)) < 0.01


def test_a_scanner_s_own_text_without_vietnamese_is_not_trusted(page_200: Image.Image) -> None:
    out = BytesIO()
    page_200.save(out, "PDF", resolution=200)
    hidden = "BT 3 Tr /F 9 Tf 50 700 Td (" + "HUYEN UY SONG LAM DANG CONG SAN VIET NAM " * 10 + ") Tj ET"
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        page = document[0]
        font = pypdfium2.raw.FPDFText_LoadStandardFont(document.raw, b"Helvetica")
        thing = pypdfium2.raw.FPDFPageObj_CreateTextObj(document.raw, font, 9)
        words = hidden.partition("(")[2].partition(")")[0].encode("utf-16-le") + b"\0\0"
        import ctypes

        pypdfium2.raw.FPDFText_SetText(thing, ctypes.cast(words, pypdfium2.raw.FPDF_WIDESTRING))
        pypdfium2.raw.FPDFTextObj_SetTextRenderMode(thing, 3)
        pypdfium2.raw.FPDFPage_InsertObject(page.raw, thing)
        page.gen_content()
        made = BytesIO()
        document.save(made)
    text = read_bytes(made.getvalue(), "a.pdf")
    assert text.pages[0].confidence is not None
    assert errors(text) < 0.01


@pytest.mark.parametrize("slip", load("giaoban.reading", "slips", Slip), ids=lambda one: one.id)
def test_the_example_of_every_slip(slip: Slip) -> None:
    read_as, meant = slip.example
    assert " ".join(put_right(read_as.split(" "))) == meant


def test_what_may_be_right_is_left() -> None:
    line = ["Sở", "Nội", "vụ", "quý", "II/2024,", "e)", "mục", "1.", "TW", "S.", "H/2024", "20°"]
    assert put_right(line) == line


def test_the_threshold_parts_dark_from_light() -> None:
    histogram = [0] * 256
    histogram[20], histogram[30], histogram[200], histogram[250] = 50, 50, 400, 500
    assert 30 <= otsu(histogram) < 200


def test_limits(page_200: Image.Image) -> None:
    out = BytesIO()
    page_200.save(out, "PNG")
    assert outcome(lambda: read_bytes(out.getvalue(), "a.png", limits=Limits(pixels=1_000))) == "reading.bomb"
    assert outcome(lambda: read_bytes(out.getvalue(), "a.png", limits=Limits(seconds=0.01))) == "reading.too_slow"
