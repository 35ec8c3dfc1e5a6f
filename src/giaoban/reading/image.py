"""Images of pages (.png, .jpg, .tiff): photographed or scanned, recognised page by page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from giaoban.reading.pages import PageWords, text_of
from giaoban.reading.progress import report
from giaoban.reading.refusals import ReadingRefusal, bomb, damaged, too_many_pages
from giaoban.reading.scans import page_of
from giaoban.reading.text import Limits, Page, Text

if TYPE_CHECKING:
    from PIL.Image import Image

MEDIA_TYPE = "image/*"
EXTENSIONS = (".png", ".jpg", ".jpeg", ".tif", ".tiff")

_MAGICS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
#: The decoders that may be used.
FORMATS = ("PNG", "JPEG", "TIFF")
#: What a page's longer side measures (points) where the image does not say: A4.
_LONGER_SIDE = 842
_LEAST_SIDE = 30


def recognises(data: bytes) -> bool:
    """Tell whether the bytes open as such an image does."""
    return data.startswith(_MAGICS)


def read(data: bytes, name: str, limits: Limits) -> Text:
    """Return the words on the image, or on each page of it, as they were recognised."""
    from PIL import Image
    from PIL.Image import DecompressionBombError

    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            kind = str(Image.MIME[image.format or ""])
            return text_of(list(_pages(image, limits)), kind, name, limits)
    except (ReadingRefusal, MemoryError):
        raise
    except DecompressionBombError as error:
        raise bomb() from error
    # A file made to do harm can fail anywhere inside of the decoder; whatever it raises means the same to a person.
    except Exception as error:
        raise damaged() from error


def _pages(image: Image, limits: Limits) -> Iterator[PageWords]:
    count = getattr(image, "n_frames", 1)
    if count > limits.scanned_pages:
        raise too_many_pages(limits.scanned_pages)
    for number in range(1, count + 1):
        image.seek(number - 1)
        if image.width * image.height > limits.pixels:
            raise bomb()
        page = upright(image).convert("L")
        scale = _LONGER_SIDE / max(page.width, page.height)
        size = Page(number, round(page.width * scale, 1), round(page.height * scale, 1))
        yield page_of(size, count, partial(_recognised, page, size, limits))
        report(number, count)


def _recognised(page: Image, size: Page, limits: Limits) -> PageWords:
    from giaoban.reading.recognition import recognised

    return recognised(page, size.number, size, limits) if min(page.size) >= _LEAST_SIDE else PageWords(size, ())


def upright(image: Image) -> Image:
    """Return the page upright as the camera says, on white where it is transparent."""
    from PIL import Image, ImageOps

    turned = ImageOps.exif_transpose(image)
    if "A" in turned.getbands() or "transparency" in turned.info:
        layers = turned.convert("RGBA")
        white = Image.new("RGBA", layers.size, "white")
        return Image.alpha_composite(white, layers)
    return turned
