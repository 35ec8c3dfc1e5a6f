"""What an event changed, in words."""

from __future__ import annotations

from giaoban.web.audit.changes import Change, changes, shown


def test_it_names_each_value_and_leaves_equal_ones_out() -> None:
    rows = changes({"name": "Cũ", "kind": "ward"}, {"name": "Mới", "kind": "ward", "valid_to": "2024-06-30"})
    assert rows == [Change("Tên", "Cũ", "Mới"), Change("Có hiệu lực đến", "", "30/06/2024")]


def test_a_row_of_many_is_named_by_kind_and_number() -> None:
    rows = changes({"assignment.3": {"state": "assigned"}}, {"assignment.3": {"state": "accepted"}})
    assert rows == [Change("Phần việc 3 · Trạng thái", "assigned", "accepted")]


def test_rows_in_a_list_are_numbered() -> None:
    rows = changes({}, {"directives": [{"title": "Một"}, {"title": "Hai"}]})
    assert [row.label for row in rows] == ["Chỉ đạo · 1 · Tên gọi", "Chỉ đạo · 2 · Tên gọi"]


def test_an_unknown_value_is_shown_by_its_own_name() -> None:
    assert changes({}, {"nothing_we_know": 1}) == [Change("nothing_we_know", "", "1")]


def test_values_are_shown_as_a_person_reads_them() -> None:
    assert [shown(value) for value in (None, [], True, ["a", "b"], "2024-03-27", "2024-03-27T02:00:00Z")] == [
        "—",
        "—",
        "Có",
        "a, b",
        "27/03/2024",
        "27/03/2024 09:00",
    ]
