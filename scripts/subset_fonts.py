"""Make the product's fonts: small woff2 files with the Latin and all Vietnamese letters, and our own signs.

The sources are open fonts (SIL OFL 1.1) that come as Python packages; the product does not need them to run::

    python3 -m venv fonts-venv
    fonts-venv/bin/pip install fontpkg-be-vietnam-pro==1.2 fontpkg-noto-serif==2.15 \\
        fonttools==4.68.0 brotli==1.2.1
    fonts-venv/bin/python scripts/subset_fonts.py

It writes ``src/giaoban/web/static/giaoban/fonts/``: the woff2 files, the licences of their makers, and
``coverage.json``, which says for every file its SHA-256 and the characters that it draws, so that a test can
hold the letters without reading fonts. Running it again gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from drawn_signs import signs_font
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from tabular_figures import add_tabular_figures

FONTS = Path(__file__).resolve().parent.parent / "src/giaoban/web/static/giaoban/fonts"

#: What the product writes: Basic Latin, Latin-1, Vietnamese letters and tones, punctuation, money, signs.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *map(ord, "ĂăĐđĨĩŨũƠơƯư"),
    *range(0x1EA0, 0x1EFA),
    *range(0x300, 0x302),
    0x303,
    0x309,
    0x31B,
    0x323,
    *range(0x2010, 0x2016),
    *map(ord, "‘’‚“”„†•…‰′″‹›⁄€₫№™−≈≤≥√"),
]

#: Kept besides the shapes: kerning, marks above letters, composed forms, tabular and lining figures.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "pnum", "lnum", "case"]

SANS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
SERIF = [
    ("NotoSerif[wdth,wght].ttf", 400, ""),
    ("NotoSerif[wdth,wght].ttf", 600, ""),
    ("NotoSerif-Italic[wdth,wght].ttf", 400, "-italic"),
]
#: One fixed time in every font, in seconds since 1904, so that the same sources give the same bytes.
MADE = 3_786_912_000

LICENCES = {"fontpkg_be_vietnam_pro": "be-vietnam-pro", "fontpkg_noto_serif": "noto-serif"}


def main() -> None:
    """Write all files anew."""
    FONTS.mkdir(parents=True, exist_ok=True)
    coverage = {name: _write(name, font) for name, font in _fonts()}
    words = json.dumps(coverage, ensure_ascii=False, indent=1, sort_keys=True)
    (FONTS / "coverage.json").write_text(words + "\n", "utf-8")
    for package, name in LICENCES.items():
        shutil.copyfile(str(files(package) / "LICENSE"), FONTS / f"{name}.OFL.txt")


def _fonts() -> Iterator[tuple[str, TTFont]]:
    for weight, style in SANS.items():
        source = files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{style}.ttf"
        font = _open(str(source))
        add_tabular_figures(font)
        yield f"be-vietnam-pro-{weight}.woff2", _subset(font)
    for file, weight, slant in SERIF:
        variable = _open(str(files("fontpkg_noto_serif") / "files" / file))
        still = instantiateVariableFont(variable, {"wght": weight, "wdth": 100})
        yield f"noto-serif-{weight}{slant}.woff2", _subset(still)
    yield "signs.woff2", signs_font()


def _open(path: str) -> TTFont:
    return TTFont(path, recalcTimestamp=False)


def _subset(font: TTFont) -> TTFont:
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    worker = subset.Subsetter(options)
    worker.populate(unicodes=CHARACTERS)
    worker.subset(font)
    return font


def _write(name: str, font: TTFont) -> dict[str, str]:
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = MADE
    font.flavor = "woff2"
    font.save(FONTS / name)
    drawn = "".join(map(chr, sorted(font.getBestCmap())))
    return {"sha256": hashlib.sha256((FONTS / name).read_bytes()).hexdigest(), "characters": drawn}


if __name__ == "__main__":
    main()
