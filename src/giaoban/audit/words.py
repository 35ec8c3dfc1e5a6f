"""What is wrong with a chain, in words; a door translates them."""

from __future__ import annotations

from giaoban.audit.chain import BadLink, Fault
from giaoban.refusal import phrase

FAULTS: dict[Fault, str] = {
    "changed": phrase("Nội dung đã bị sửa."),
    "missing": phrase("Dòng này đã bị xóa."),
    "out_of_order": phrase("Dòng này sai thứ tự."),
    "cut_off": phrase("Sổ bị cắt từ dòng này đến cuối."),
    "head_changed": phrase("Dấu niêm phong của sổ không khớp với dòng cuối."),
}


def fault_words(bad: BadLink) -> str:
    """Return what is wrong with the event, as a Vietnamese sentence."""
    return FAULTS[bad.fault]
