"""The language of Vietnamese official documents: from a text to what it says.

>>> understand("Kết luận hội nghị, đồng chí Bí thư yêu cầu Công an xã tăng cường tuần tra.").directives[0].lead
['Công an xã']
"""

from __future__ import annotations

from giaoban.language.explanation import Explanation
from giaoban.language.extraction import Extraction
from giaoban.language.stages import read_stages
from giaoban.language.tracing import trace

__all__ = ["explain", "understand"]


def understand(text: str) -> Extraction:
    """Return everything found in a document's text, which must be NFC with line ends ``\\n``."""
    return read_stages(text).extraction


def explain(text: str) -> Explanation:
    """Return the same, and for each clause of the text what it is and why (giải thích)."""
    stages = read_stages(text)
    return Explanation(stages.extraction, trace(stages))
