"""Every page, asked by everybody, speaks one language: English holds no Vietnamese but data, Vietnamese no English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from conftest import Office
from contracts.test_access import ADDRESSES, ROLES
from contracts.things import BODIES, Things, make_things
from contracts.tongues import Data
from contracts.visible import texts_of
from giaoban.committees.actors import Actor
from giaoban.committees.models import User
from giaoban.documents.actions import add_pasted_text
from giaoban.documents.models import Document
from giaoban.jobs.runner import TOO_LONG

#: These change what is asked with, not what is said; merging joins the words of two directives into one text.
NOT_ASKED = {"language", "sign-out", "review-merge"}
#: A projector speaks the language in which it was opened, whoever looks.
OF_THE_ROOM = {"projector", "projected"}
#: What is sent besides what the access table sends: a form with nothing in it, and with no more than its version.
EMPTY = ("", "version=1&sent=1")
#: Lists as they are narrowed, grouped, empty, and asked for with what is not understood.
NARROWED = {
    "task-list": [
        "group=unit&state=all",
        "group=area&state=all",
        "q=khongco",
        "from=hôm+qua",
        "document=1&period=2024-Q2",
    ],
    "document-list": ["q=khongco", "state=given", "since=hôm+qua"],
    "unit-list": ["q=khongco"],
    "person-list": ["q=khongco"],
    "member-list": ["q=khongco"],
    "audit-list": ["q=khongco", "since=hôm+qua", "subject=tasks.task"],
}
#: What the forms of the access table send, as it comes back.
TYPED = tuple(value for body in BODIES.values() for value in dict(parse_qsl(body)).values())
BACKEND = "django.contrib.auth.backends.ModelBackend"

Browse = Callable[[Actor], Client]


@pytest.fixture
def things(office: Office, settings: Any, tmp_path: Path) -> Things:
    settings.FILES_ROOT = tmp_path / "files"
    made = make_things(office)
    for state in ("waiting", "reading", "failed"):
        _document_in(office, state)
    return made


def _document_in(office: Office, state: str) -> None:
    """Leave a document in a state in which nobody can see its text yet; one that failed says why."""
    text = f"Yêu cầu Công an thị xã giữ gìn trật tự ({state})."
    added = add_pasted_text(office.specialist, "Văn bản mới", text, declares_no_secret=True)
    Document.objects.filter(pk=added.document.pk).update(
        state=state, refusal=TOO_LONG.kept() if state == "failed" else None
    )


@pytest.mark.parametrize("role", ROLES)
def test_english_holds_no_vietnamese_but_data(role: str, office: Office, things: Things, browse: Browse) -> None:
    client = browse(getattr(office, role))
    client.post(reverse("language"), {"language": "en"})
    data, texts = Data(TYPED), set(_said(client, things))
    assert "Sign out" in {text for _asked, text in texts}
    assert [one for one in sorted(texts) if data.lacks(one[1])] == []


@pytest.mark.parametrize("role", ROLES)
def test_vietnamese_holds_no_english(role: str, office: Office, things: Things, browse: Browse) -> None:
    data, texts = Data(TYPED), set(_said(browse(getattr(office, role)), things))
    assert "Đăng xuất" in {text for _asked, text in texts}
    assert [one for one in sorted(texts) if data.is_left_in_english(one[1])] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_who_has_not_signed_in_is_spoken_to_in_one_language(language: str, db: None) -> None:
    client, data = Client(), Data()
    client.post(reverse("language"), {"language": language})
    answers = [
        client.get(reverse("sign-in")),
        client.post(reverse("sign-in"), {}),
        client.post(reverse("sign-in"), {"username": "khong-co", "password": "sai"}),
        client.get("/khong-co-trang-nay/"),
    ]
    texts = [text for answer in answers for text in texts_of(answer.content.decode())]
    assert ("Sign in" if language == "en" else "Đăng nhập") in texts
    is_foreign = data.lacks if language == "en" else data.is_left_in_english
    assert [text for text in texts if is_foreign(text)] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_an_account_without_a_role_is_spoken_to_in_its_language(language: str, db: None) -> None:
    client = Client()
    client.force_login(User.objects.create(username="moi", language=language), backend=BACKEND)
    data, texts = Data(), texts_of(client.get(reverse("no-committee")).content.decode())
    assert {"en": "Your account has no role yet", "vi": "Tài khoản chưa được giao vai trò"}[language] in texts
    assert [text for text in texts if (data.lacks if language == "en" else data.is_left_in_english)(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệm vụ",
        "còn 3 ngày",
        "Chờ nhận",
        "An ninh, trật tự",
        "Công an thị xã · chủ trì · due 20/05/2024",
        "Tasks of đơn vị",
    ],
)
def test_vietnamese_in_an_english_page_is_noticed(text: str, office: Office) -> None:
    assert Data().lacks(text)


@pytest.mark.parametrize(
    "text",
    ["Tasks", "Công an thị xã · lead · due 20/05/2024", "“Công an…”", "Tasks of Công an thị xã", "Edit Công an thị xã"],
)
def test_data_in_an_english_page_is_let_be(text: str, office: Office) -> None:
    assert not Data().lacks(text)


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("This field is required.", True),
        ("Ensure this value has at most 80 characters (it has 90).", True),
        ("Directory", True),
        ("20 days left", True),
        ("Danh bạ", False),
        ("specialist", False),
    ],
)
def test_english_in_a_vietnamese_page_is_noticed(text: str, is_left: bool, office: Office) -> None:
    assert Data().is_left_in_english(text) is is_left


def _said(client: Client, things: Things) -> Iterator[tuple[str, str]]:
    """Yield what everything that can be asked is answered with: what was asked, a text."""
    for method, path, body in (*_asked(things), *_documents()):
        asked = f"{method} {path} {body}".strip()
        yield from ((asked, text) for text in texts_of(_answer(client, method, path, body)))


def _asked(things: Things) -> Iterator[tuple[str, str, str]]:
    """Yield a look at every address, a look at narrowed lists, and forms with next to nothing in them."""
    for address in ADDRESSES:
        if address.name in NOT_ASKED | OF_THE_ROOM:
            continue
        path = reverse(address.name, kwargs=things.arguments(address.name, list(address.arguments)))
        yield "GET", path, ""
        yield from (("GET", f"{path}?{query}", "") for query in NARROWED.get(address.name, ()))
        yield from (("POST", path, body) for body in (things.body(address.name), *EMPTY))


def _documents() -> Iterator[tuple[str, str, str]]:
    """Yield a look at each document: one waits, one is being read, one could not be, one is at review, one is given."""
    for document in Document.objects.all():
        yield "GET", reverse("document-page", args=[document.pk]), ""


def _answer(client: Client, method: str, path: str, body: str) -> str:
    """Return the page that is answered, or that the answer leads to, with everything written taken back."""
    visitor = Client()
    visitor.cookies.load(client.cookies.output(header="", sep=";"))
    with transaction.atomic():
        answer = visitor.generic(method, path, body, content_type="application/x-www-form-urlencoded")
        if answer.status_code == 302:
            answer = visitor.get(answer.headers["Location"])
        transaction.set_rollback(True)
    is_page = answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming
    return answer.content.decode() if is_page else ""
