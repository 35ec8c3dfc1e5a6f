"""The signs that the text fonts lack (✓ ✗ arrows, triangles), drawn by us as a small font of its own.

Every sign is a list of strokes (a line with a width) or of filled corners, on a grid of 1000 units an em.
They stand on the height of Be Vietnam Pro's capitals (about 700 units), to look at home beside words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import hypot

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Giao Ban Signs"
ASCENT, DESCENT = 1000, -265
WIDTH, STROKE = 760, 96

Point = tuple[float, float]

#: Each sign as open lines of points, drawn with a stroke.
LINES: dict[str, list[list[Point]]] = {
    "✓": [[(110, 330), (300, 130), (650, 610)]],
    "✗": [[(140, 120), (620, 600)], [(150, 610), (610, 110)]],
    "✕": [[(150, 120), (610, 580)], [(150, 580), (610, 120)]],
    "↑": [[(380, 40), (380, 640)], [(160, 420), (380, 650), (600, 420)]],
    "↓": [[(380, 660), (380, 60)], [(160, 280), (380, 50), (600, 280)]],
    "→": [[(70, 350), (680, 350)], [(460, 570), (690, 350), (460, 130)]],
    "←": [[(690, 350), (80, 350)], [(300, 570), (70, 350), (300, 130)]],
}

#: Each sign as filled corners.
SHAPES: dict[str, list[Point]] = {
    "▲": [(80, 90), (680, 90), (380, 620)],
    "▼": [(80, 610), (380, 80), (680, 610)],
    "▴": [(180, 200), (580, 200), (380, 520)],
    "▾": [(180, 500), (380, 180), (580, 500)],
    "▸": [(240, 150), (560, 350), (240, 550)],
    "◂": [(520, 150), (520, 550), (200, 350)],
}


def signs_font() -> TTFont:
    """Return the font of all signs; drawing it again gives the same bytes."""
    signs = {**LINES, **SHAPES}
    names = {sign: f"uni{ord(sign):04X}" for sign in signs}
    glyphs = {".notdef": TTGlyphPen(None).glyph(), "space": TTGlyphPen(None).glyph()}
    glyphs |= {names[sign]: _stroked(lines) for sign, lines in LINES.items()}
    glyphs |= {names[sign]: _filled([corners]) for sign, corners in SHAPES.items()}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x20: "space"} | {ord(sign): name for sign, name in names.items()})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (260 if name == "space" else WIDTH, 0) for name in glyphs})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    builder.setupPost()
    return builder.font


def _stroked(lines: Iterable[list[Point]]) -> Glyph:
    return _filled([_band(start, end) for line in lines for start, end in pairwise(line)])


def _band(start: Point, end: Point) -> list[Point]:
    """Return the four corners of a stroke, a little longer than its line so that bends have no notch."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1)
    along = ((x2 - x1) / length * STROKE / 2, (y2 - y1) / length * STROKE / 2)
    across = (-along[1], along[0])
    x1, y1, x2, y2 = x1 - along[0], y1 - along[1], x2 + along[0], y2 + along[1]
    return [
        (x1 + across[0], y1 + across[1]),
        (x2 + across[0], y2 + across[1]),
        (x2 - across[0], y2 - across[1]),
        (x1 - across[0], y1 - across[1]),
    ]


def _filled(shapes: Iterable[list[Point]]) -> Glyph:
    pen = TTGlyphPen(None)
    for first, *others in shapes:
        pen.moveTo(_rounded(first))
        for point in others:
            pen.lineTo(_rounded(point))
        pen.closePath()
    return pen.glyph()


def _rounded(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])
