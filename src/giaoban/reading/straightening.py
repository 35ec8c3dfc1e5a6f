"""A page's image made ready to be recognised: turned upright, and freed from grain where it has some.

Clean pages are left as they are: blurring costs them letters. On a grainy page a blur and one threshold for all of it
(Otsu's) bring the errors from a tenth of the letters to one in two hundred, and the time from half a minute to seconds.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: Angles (degrees) are looked for up to this, coarsely and then finely; a smaller one is left.
_STEEPEST, _COARSE, _FINE, _STRAIGHT = 6.0, 0.5, 0.1, 0.15
#: The width (pixels) at which an angle still moves a line by a pixel or two.
_JUDGED_WIDTH = 800
#: A pixel is grain where its neighbours are lighter or darker by so much; more of them than this share are too many.
_GRAIN_STEP = 40
_GRAIN_SHARE = 0.05
_BLUR = 1.2
#: An image narrower than this (pixels) is enlarged: Tesseract reads letters best at some 30 pixels.
_NARROW, _ENLARGEMENT = 1_300, 2


def skew(image: Image) -> float:
    """Return the angle (degrees, anticlockwise) by which a grey image must be turned for its lines to lie level.

    Level lines make the rows of pixels differ most: dark through the letters, light between the lines.
    """
    from PIL.Image import Resampling

    small = image.resize((_JUDGED_WIDTH, max(1, image.height * _JUDGED_WIDTH // image.width)), Resampling.BOX)
    coarse = max(_angles(0, _STEEPEST, _COARSE), key=lambda angle: (_levelness(small, angle), -abs(angle)))
    fine = max(_angles(coarse, _COARSE, _FINE), key=lambda angle: (_levelness(small, angle), -abs(angle)))
    return fine if abs(fine) > _STRAIGHT else 0.0


def prepared(image: Image, angle: float) -> Image:
    """Return a grey image turned by an angle, enlarged where it is small, and black on white where it had grain."""
    from PIL.Image import Resampling
    from PIL.ImageFilter import GaussianBlur

    is_grainy = has_grain(image)
    ready = image.filter(GaussianBlur(_BLUR)) if is_grainy else image
    if angle:
        ready = ready.rotate(angle, Resampling.BICUBIC, fillcolor=255)
    if image.width < _NARROW:
        ready = ready.resize((image.width * _ENLARGEMENT, image.height * _ENLARGEMENT))
    return _black_on_white(ready) if is_grainy else ready


def _black_on_white(image: Image) -> Image:
    threshold = otsu(image.histogram())
    return image.point([0 if level <= threshold else 255 for level in range(256)])


def has_grain(image: Image) -> bool:
    """Tell whether many pixels differ from those around them: specks, not the edges of letters."""
    from PIL.ImageChops import difference
    from PIL.ImageFilter import MedianFilter

    steps = difference(image, image.filter(MedianFilter(3))).histogram()
    return sum(steps[_GRAIN_STEP:]) > _GRAIN_SHARE * sum(steps)


def otsu(histogram: list[int]) -> int:
    """Return the level that parts dark from light best (Otsu 1979): the variance between the two is greatest."""
    whole = sum(histogram)
    moment = sum(level * count for level, count in enumerate(histogram))
    best, threshold = -1.0, 0
    dark = dark_moment = 0
    for level, count in enumerate(histogram):
        dark += count
        dark_moment += level * count
        light = whole - dark
        if not dark or not light:
            continue
        apart = dark_moment / dark - (moment - dark_moment) / light
        if dark * light * apart * apart > best:
            best, threshold = dark * light * apart * apart, level
    return threshold


def _angles(middle: float, reach: float, step: float) -> list[float]:
    count = round(reach / step)
    return [round(middle + number * step, 3) for number in range(-count, count + 1)]


def _levelness(image: Image, angle: float) -> float:
    """Return how much neighbouring rows of the turned image differ."""
    from PIL.Image import Resampling

    turned = image.rotate(angle, Resampling.BILINEAR, fillcolor=255) if angle else image
    # The middle of the page: what is turned in at the edges says nothing.
    margin = image.width // 10
    rows = turned.crop((margin, margin, image.width - margin, max(margin + 1, image.height - margin)))
    profile = list(rows.resize((1, rows.height), Resampling.BOX).tobytes())
    return sum((one - other) ** 2 for one, other in pairwise(profile))
