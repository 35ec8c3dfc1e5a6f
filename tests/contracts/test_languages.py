"""Every page, asked by everybody, speaks one language: English holds no Vietnamese but data, Vietnamese no English.

Only words are judged here, which no database changes; that every page is answered on each of them, ``test_access.py``
holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from conftest import Office, client_of
from contracts.test_access import ADDRESSES, ROLES
from contracts.things import BODIES, Things
from contracts.tongues import Data
from contracts.visible import texts_of
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
REFUSED = {403, 404, 405}
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

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(scope="module")
def more_documents(office: Office, things: Things) -> None:
    """Documents in the states in which nobody can see their text yet."""
    for state in ("waiting", "reading", "failed"):
        _document_in(office, state)


def _document_in(office: Office, state: str) -> None:
    """Leave a document in a state in which nobody can see its text yet; one that failed says why."""
    text = f"Yêu cầu Công an thị xã giữ gìn trật tự ({state})."
    added = add_pasted_text(office.specialist, "Văn bản mới", text, declares_no_secret=True)
    Document.objects.filter(pk=added.document.pk).update(
        state=state, refusal=TOO_LONG.kept() if state == "failed" else None
    )


@pytest.mark.usefixtures("more_documents")
@pytest.mark.parametrize("role", ROLES)
def test_english_holds_no_vietnamese_but_data(role: str, office: Office, things: Things) -> None:
    data, texts = Data(TYPED), set(_said(_reader(office, role, "en"), things))
    assert "Sign out" in {text for _asked, text in texts}
    assert [one for one in sorted(texts) if data.lacks(one[1])] == []


@pytest.mark.usefixtures("more_documents")
@pytest.mark.parametrize("role", ROLES)
def test_vietnamese_holds_no_english(role: str, office: Office, things: Things) -> None:
    data, texts = Data(TYPED), set(_said(_reader(office, role, "vi"), things))
    assert "Đăng xuất" in {text for _asked, text in texts}
    assert [one for one in sorted(texts) if data.is_left_in_english(one[1])] == []


def _reader(office: Office, role: str, language: str) -> Client:
    client = client_of(getattr(office, role))
    client.post(reverse("language"), {"language": language})
    return client


@pytest.mark.parametrize("language", ["en", "vi"])
def test_who_has_not_signed_in_is_spoken_to_in_one_language(language: str) -> None:
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
def test_an_account_without_a_role_is_spoken_to_in_its_language(language: str) -> None:
    client = Client()
    client.force_login(User.objects.create(username="moi", language=language), backend=BACKEND)
    data, texts = Data(), texts_of(client.get(reverse("no-committee")).content.decode())
    assert {"en": "Your account has no role yet", "vi": "Tài khoản chưa được giao vai trò"}[language] in texts
    assert [text for text in texts if (data.lacks if language == "en" else data.is_left_in_english)(text)] == []


def _said(client: Client, things: Things) -> Iterator[tuple[str, str]]:
    """Yield what everything that can be asked is answered with: what was asked, a text."""
    for address in ADDRESSES:
        if address.name not in NOT_ASKED | OF_THE_ROOM:
            path = reverse(address.name, kwargs=things.arguments(address.name, list(address.arguments)))
            yield from _looked_at(client, path, NARROWED.get(address.name, ()))
            yield from _sent(client, path, things.body(address.name))
    for document in Document.objects.all():
        yield from _looked_at(client, reverse("document-page", args=[document.pk]), ())


def _looked_at(client: Client, path: str, queries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts of a page, and of it as it is narrowed."""
    for asked in (path, *(f"{path}?{query}" for query in queries)):
        yield from _texts(f"GET {asked}", _answer(client, "GET", asked))


def _sent(client: Client, path: str, body: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that a form is answered with, filled in and empty; who is refused is so whatever is sent."""
    for content in (body, *EMPTY):
        answer = _answer(client, "POST", path, content)
        yield from _texts(f"POST {path} {content}".strip(), answer)
        if answer.status_code in REFUSED:
            return


def _texts(asked: str, answer: Any) -> Iterator[tuple[str, str]]:
    is_page = answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming
    yield from ((asked, text) for text in (texts_of(answer.content.decode()) if is_page else ()))


def _answer(client: Client, method: str, path: str, body: str = "") -> Any:
    """Return the answer, or the page that it leads to, with everything written taken back."""
    visitor = Client()
    visitor.cookies.load(client.cookies.output(header="", sep=";"))
    with transaction.atomic():
        answer = visitor.generic(method, path, body, content_type="application/x-www-form-urlencoded")
        if answer.status_code == 302:
            answer = visitor.get(answer.headers["Location"])
        transaction.set_rollback(True)
    return answer
