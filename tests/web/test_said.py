"""What a page says back after a write: what was done and how to undo it; what was typed when it failed."""

from __future__ import annotations

import json

from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.test import RequestFactory

from giaoban.web.templatetags.said import typed_values
from giaoban.web.toasts import done, say_at_once, undo_address_of


def told(words: str, undo_address: str = "") -> tuple[str, str]:
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)
    done(request, words, undo_address=undo_address)
    (message,) = get_messages(request)
    return str(message), undo_address_of(message)


def test_a_message_carries_the_address_of_its_undo() -> None:
    assert told("Đã giao.", "/nhiem-vu/7/hoan-tac/") == ("Đã giao.", "/nhiem-vu/7/hoan-tac/")
    assert told("Đã lưu.") == ("Đã lưu.", "")


def test_a_part_of_a_page_says_it_by_an_event() -> None:
    response = HttpResponse()
    say_at_once(response, "Đã nhận.", undo_address="/x/")
    assert json.loads(response.headers["HX-Trigger"])["giaoban:toast"] == {
        "words": "Đã nhận.",
        "undo": "/x/",
        "level": "success",
    }


def test_typed_texts_come_back_but_no_secret() -> None:
    posted = {
        "csrfmiddlewaretoken": "t",
        "password": "p",
        "old_password": "o",
        "version": "3",
        "reason": "Thiếu vật liệu",
        "note": " ",
    }
    assert typed_values(RequestFactory().post("/", posted)) == ["Thiếu vật liệu"]
