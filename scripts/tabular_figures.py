"""Give a font figures of one width (OpenType ``tnum``), for Be Vietnam Pro has none.

Its 1 is half as wide as its 4. Each figure gets a twin, the same drawing centred in the width of the zero;
``font-variant-numeric: tabular-nums`` then lines up the numbers of a table's column.
"""

from __future__ import annotations

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FIGURES = "0123456789"


def add_tabular_figures(font: TTFont) -> None:
    """Add the twins and the feature, in every script and language that the font knows."""
    plain = [font.getBestCmap()[ord(figure)] for figure in FIGURES]
    width = font["hmtx"][plain[0]][0]
    twins = {name: _add_twin(font, name, width) for name in plain}
    _add_feature(font, twins)


def _add_twin(font: TTFont, name: str, width: int) -> str:
    advance, bearing = font["hmtx"][name]
    shift = (width - advance) // 2
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(name, (1, 0, 0, 1, shift, 0))
    twin = f"{name}.tnum"
    font.setGlyphOrder([*font.getGlyphOrder(), twin])
    font["glyf"][twin] = pen.glyph()
    font["hmtx"][twin] = (width, bearing + shift)
    return twin


def _add_feature(font: TTFont, twins: dict[str, str]) -> None:
    table = font["GSUB"].table
    table.LookupList.Lookup.append(buildLookup([buildSingleSubstSubtable(twins)]))
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag = "tnum"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(table.LookupList.Lookup) - 1]
    table.FeatureList.FeatureRecord.append(record)
    for script in table.ScriptList.ScriptRecord:
        languages = [one.LangSys for one in script.Script.LangSysRecord]
        for language in filter(None, [script.Script.DefaultLangSys, *languages]):
            language.FeatureIndex.append(len(table.FeatureList.FeatureRecord) - 1)
