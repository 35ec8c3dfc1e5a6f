"""Heads that sort and numbers of pages keep the rest of the address."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.template import Context
from django.test import RequestFactory

from giaoban.web.templatetags.lists import page_numbers, sort_head


def head(address: str, default: str = "") -> dict[str, str]:
    context = Context({"request": RequestFactory().get(address)})
    return sort_head(context, "due", "Hạn", default=default)


def test_a_first_click_sorts_and_keeps_the_filter_but_not_the_page() -> None:
    shown = head("/tasks/?unit=3&page=7")
    assert (shown["direction"], shown["address"]) == ("", "?unit=3&sort=due")


def test_a_second_click_turns_the_order_round() -> None:
    assert head("/tasks/?sort=due")["address"] == "?sort=-due"
    assert head("/tasks/?sort=due")["direction"] == "ascending"
    assert head("/tasks/?sort=-due")["direction"] == "descending"
    assert head("/tasks/?sort=-due")["address"] == "?sort=due"


def test_the_list_s_own_order_is_shown_without_being_asked_for() -> None:
    assert head("/tasks/", default="due")["direction"] == "ascending"


def test_page_numbers_leave_out_the_far_ones() -> None:
    assert page_numbers(Paginator(range(1000), 50).page(10)) == [1, 0, 9, 10, 11, 0, 20]
