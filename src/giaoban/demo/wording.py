"""The wording of what the example asks, taken apart as a draft has it: who leads, who supports, what, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.demo.town import UnitRow
from giaoban.facts import load

#: What stands for all units of the group of wards.
WARDS = "các phường"
_DUE = re.compile(r"(?:, (?:hoàn thành|báo cáo))? (?:trước ngày|trong) \{\w+\}\.?$")
#: What says only how often, and to whom it is told.
_EACH_MONTH = re.compile(r",? (?:báo cáo kết quả hằng tháng|hằng tháng báo cáo)[^,]*$")
_GIVEN = re.compile(r"^(?:Giao|Yêu cầu|Đề nghị) ")
_TOGETHER = re.compile(r"^(?:chủ trì, )?phối hợp với ")


@dataclass(frozen=True, slots=True)
class Parts:
    """A wording in parts: ``lead`` and ``support`` are ids of ``data/town.toml``, or :data:`WARDS`; "" for none."""

    lead: str
    support: str
    core: str


@cache
def parts_of(text: str) -> Parts:
    """Return the parts of a wording of ``data/directives.toml``.

    >>> parts_of("Giao Công an thị xã chủ trì, phối hợp với các phường tuần tra, hoàn thành trước ngày {day}.")
    Parts(lead='police', support='các phường', core='tuần tra')
    """
    lead, rest = _named(_GIVEN.sub("", text))
    support, core = _named(_TOGETHER.sub("", rest)) if _TOGETHER.match(rest) else ("", rest)
    if not core[:1].islower():
        support, core = "", rest
    return Parts(lead, support, _EACH_MONTH.sub("", _DUE.sub("", core)).rstrip("."))


def _named(words: str) -> tuple[str, str]:
    """Return the unit with which the words begin, and what follows; "" and all of them where they begin with none."""
    lowered = words[:1].lower() + words[1:]
    for name, unit_id in _names():
        if words.startswith(f"{name} ") or lowered.startswith(f"{name} "):
            return unit_id, words[len(name) + 1 :]
    return "", words


@cache
def _names() -> list[tuple[str, str]]:
    units = load("giaoban.demo", "town", UnitRow)
    names = [(name, one.id) for one in units for name in (one.name, *one.aliases)]
    return sorted([*names, (WARDS, WARDS)], key=lambda one: -len(one[0]))
