"""Checks of what people give to the actions of this part: text that fits, known codes, days in order."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import models

from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import phrase
from giaoban.vietnamese import tidy


def fitting(model: type[models.Model], field: str, text: str, *, required: bool = True) -> str:
    """Return the text tidied, if it fits the model's field; raises :class:`DirectoryRefusal` for none or too much."""
    clean = tidy(text)
    if required and not clean:
        raise DirectoryRefusal("empty", phrase("Cần ghi nội dung này."), field=field)
    limit = getattr(model._meta.get_field(field), "max_length", None)
    if limit is not None and len(clean) > limit:
        sentence = phrase("Nội dung dài %(length)s ký tự; tối đa %(limit)s ký tự.")
        raise DirectoryRefusal("too_long", sentence, field=field, length=len(clean), limit=limit)
    return clean


def known(code: str, codes: Collection[str], field: str) -> str:
    """Return the code if it is one of these; raises :class:`DirectoryRefusal`."""
    if code not in codes:
        raise DirectoryRefusal("unknown_code", phrase("Hãy chọn một mục trong danh sách."), field=field)
    return code


def in_order(first: date | None, last: date | None, field: str = "valid_to") -> None:
    """Raise :class:`DirectoryRefusal` where the last day comes before the first."""
    if first is not None and last is not None and last < first:
        sentence = phrase("Ngày kết thúc (%(last)s) trước ngày bắt đầu (%(first)s).")
        raise DirectoryRefusal(
            "days_reversed", sentence, field=field, first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}"
        )


def values_of(row: models.Model, names: Collection[str]) -> dict[str, Any]:
    """Return a row's values of these fields as the audit keeps them."""
    return {name: getattr(row, name) for name in names}
