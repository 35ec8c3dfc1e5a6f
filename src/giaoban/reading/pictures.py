"""Pictures of a file's pages, for people to look at beside the text: small, in colour, in WebP.

A word's :class:`~giaoban.reading.text.Place` is the same on the picture as on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from giaoban.reading import image, pdf
from giaoban.reading.detect import detect
from giaoban.reading.refusals import ReadingRefusal, bomb, damaged
from giaoban.reading.text import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

MEDIA_TYPE = "image/webp"
#: Pixels an inch, and how many a picture may have: letters of 9 points can be read, and a page is some 60 kB.
_RESOLUTION = 110
_MOST_PIXELS = 4_000_000
_LONGER_SIDE = round(11.7 * _RESOLUTION)
_QUALITY = 55


def pictures_of(data: bytes, name: str, numbers: Iterable[int], limits: Limits) -> Iterator[tuple[int, bytes]]:
    """Yield number and picture of those of the pages that the file has; of a file without pages there are none.

    Raises :class:`~giaoban.reading.ReadingRefusal` where the file cannot be opened.
    """
    wanted = list(numbers)
    try:
        match detect(data, name).MEDIA_TYPE:
            case pdf.MEDIA_TYPE:
                pages = _of_pdf(data, wanted)
            case image.MEDIA_TYPE:
                pages = _of_image(data, wanted, limits)
            case _:
                return
        for number, page in pages:
            yield number, _compressed(page)
    except (ReadingRefusal, MemoryError):
        raise
    # A file made to do harm can fail anywhere inside of the decoder; whatever it raises means the same to a person.
    except Exception as error:
        raise damaged() from error


def _of_pdf(data: bytes, numbers: list[int]) -> Iterator[tuple[int, Image]]:
    with pdf.lock, closing(pdf.opened(data)) as document:
        for number in numbers:
            if not 1 <= number <= len(document):
                continue
            with closing(document[number - 1]) as page:
                width, height = page.get_size()
                scale = min(_RESOLUTION / 72, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
                yield number, page.render(scale=scale).to_pil()


def _of_image(data: bytes, numbers: list[int], limits: Limits) -> Iterator[tuple[int, Image]]:
    from PIL import Image

    with Image.open(BytesIO(data), formats=image.FORMATS) as file:
        for number in numbers:
            if not 1 <= number <= getattr(file, "n_frames", 1):
                continue
            file.seek(number - 1)
            if file.width * file.height > limits.pixels:
                raise bomb()
            page = image.upright(file).convert("RGB")
            page.thumbnail((_LONGER_SIDE, _LONGER_SIDE))
            yield number, page


def _compressed(page: Image) -> bytes:
    out = BytesIO()
    page.convert("RGB").save(out, "WEBP", quality=_QUALITY)
    return out.getvalue()
