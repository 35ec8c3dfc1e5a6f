"""Two versions of a draft: each directive's fate, whether it was moved, its words and fields."""

from __future__ import annotations

from typing import Any

from giaoban.conferences.comparing import compare


def directive(key: int, text: str = "Rà soát", **fields: Any) -> dict[str, Any]:
    """Return a directive as a version keeps it."""
    kept = {"leads": ["Công an"], "supports": [], "due_on": None, "due_period": "", "recurring": "", "product": ""}
    return {"id": key, "text": text, "areas": [], **kept, **fields}


def version(*directives: dict[str, Any], assessment: str = "") -> dict[str, Any]:
    """Return a version as it is kept."""
    return {"assessment": assessment, "closing": "", "answer": "", "directives": list(directives)}


def test_each_directive_is_told_by_what_became_of_it() -> None:
    older = version(directive(1), directive(2, "Mở đợt"), directive(3), directive(4, "Tuần tra"))
    newer = version(
        directive(1), directive(3), directive(4, "Tuần tra đêm", due_on="2024-06-30"), directive(5, "Xét xử")
    )
    told = [(one.fate, one.old_number, one.new_number, one.is_moved) for one in compare(older, newer).directives]
    assert told == [
        ("same", 1, 1, False),
        ("dropped", 2, 0, False),
        ("same", 3, 2, False),
        ("changed", 4, 3, False),
        ("added", 0, 4, False),
    ]


def test_only_what_was_taken_elsewhere_is_moved() -> None:
    rows = [directive(key) for key in (1, 2, 3, 4)]
    moved = compare(version(*rows), version(rows[3], rows[0], rows[1], rows[2])).directives
    assert [(one.old_number, one.is_moved) for one in moved] == [(4, True), (1, False), (2, False), (3, False)]


def test_fields_are_told_with_both_values_and_a_due_is_one_field() -> None:
    before = directive(1, leads=["Công an"], due_on="2024-06-30", areas=["security"])
    after = directive(1, leads=["Tòa án"], due_period="2024-Q3", areas=["security"], product="Báo cáo")
    changed = compare(version(before), version(after)).directives[0]
    assert [(one.field, one.before, one.after) for one in changed.fields] == [
        ("leads", ("Công an",), ("Tòa án",)),
        ("due", ("2024-06-30", "", ""), ("", "2024-Q3", "")),
        ("product", "", "Báo cáo"),
    ]


def test_versions_that_say_the_same_are_the_same_and_other_words_around_are_not() -> None:
    assert compare(version(directive(1)), version(directive(1))).is_same
    assert not compare(version(assessment="Tốt"), version(assessment="Khá")).is_same
