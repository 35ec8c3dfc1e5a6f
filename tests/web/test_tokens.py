"""Contrast: text 4.5 to 1 on every ground that it is used on, edges of controls and marks 3 to 1 (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import giaoban.web

SHEET = (Path(giaoban.web.__file__).parent / "static/giaoban/css/tokens.css").read_text("utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", SHEET))

TEXT = [
    *(
        (ink, ground)
        for ink in ("ink", "ink-2", "ink-3", "sky", "late", "red")
        for ground in ("paper", "sheet", "head")
    ),
    *((ink, "shade") for ink in ("ink", "ink-2")),
    ("ink-2", "grey-2"),
    ("jade", "jade-2"),
    ("jade", "sheet"),
    ("sky", "sky-2"),
    ("gold-ink", "gold-2"),
    ("gold-ink", "sheet"),
    ("late", "late-2"),
    ("red", "red-2"),
    ("red", "gold-2"),
    ("ink", "red-2"),
    ("sheet", "red"),
    ("sheet", "red-dark"),
    ("sheet", "ink"),
]
EDGES = [
    *(("edge", ground) for ground in ("paper", "sheet")),
    *(("focus", ground) for ground in ("paper", "sheet", "shade")),
    ("gold-line", "gold-2"),
    ("jade-line", "jade-2"),
    ("sky-line", "sheet"),
    ("gold", "sheet"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted(luminance(COLOURS[name]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_legible(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_are_seen(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3
