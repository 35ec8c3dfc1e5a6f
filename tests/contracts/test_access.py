"""Who gets what answer where: ``access.csv`` holds a row for each address, method and role, and each is asked here.

The table is written by ``scripts/access_table.py`` and read by people; what must hold whatever it says is tested
besides: nobody's pages without signing in, nothing of another committee, nothing written by a superior or by a look.
Each request is judged by all of this at once, for it is the requests that take the time.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from conftest import Office, client_of
from contracts.things import NOTHING, Things, make_things
from giaoban.committees.models import User
from write_guard import WRITE

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).with_name("access.csv")
WRITE_TABLE = bool(os.environ.get("GIAOBAN_WRITE_ACCESS_TABLE"))
METHODS = ("GET", "POST")
ROLES = ("specialist", "leader", "reporter", "other_reporter", "inspector", "superior", "administrator")
FOREIGN = "foreign "
#: What somebody who has not signed in, or no longer may, is given: the sign-in page itself and the choice of language.
PUBLIC = {"sign-in", "language"}
#: What a secret of its own leads to: whoever has it is answered, signed in or not (tests/web/conferences/, meeting/).
OWN_LINK = {"calendar-feed", "invitation", "invitation-file", "invitation-minutes", "projector", "projected"}
#: What belongs to one's own account, whatever the role.
OWN_ACCOUNT = {"sign-in", "sign-out", "password-change", "language", "choose-membership", "notice-see-all"} | {
    "notice-preferences",
    "calendar-renew",
    "calendar-close",
}
#: A look at these leaves a mark in the audit, and nowhere else.
AUDIT_TABLES = {"audit_auditevent", "audit_audithead"}

Row = dict[str, str]


@dataclass(frozen=True)
class Address:
    """An address of the product: its name, the names of its arguments, and the part that answers it."""

    name: str
    arguments: tuple[str, ...]
    part: str


def addresses(resolver: Any = None) -> Iterator[Address]:
    """Yield every address that the URL resolver knows."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one)
        elif isinstance(one, URLPattern):
            part = one.callback.__module__.split(".")[2] if one.callback.__module__.startswith("giaoban.") else "access"
            yield Address(str(one.name), tuple(one.pattern.converters), part)


ADDRESSES = list(addresses())
PARTS = sorted({one.part for one in ADDRESSES})


@pytest.fixture(scope="module")
def visitors(office: Office, stranger: Office, things: Things) -> dict[str, Client]:
    """A client for everybody of the table, by the name of their row."""
    found = {"anonymous": Client()}
    for role in ROLES:
        found[role], found[FOREIGN + role] = client_of(getattr(office, role)), client_of(getattr(stranger, role))
    found["disabled"] = client_of(office.specialist)
    return found


@dataclass(frozen=True)
class Answer:
    """What a request was answered with, and what it wrote, but for the audit and the session."""

    status: int
    body: str
    written: list[str]


@dataclass(frozen=True)
class Question:
    """A request of the table: to an address, about the things of one committee or about nothing."""

    address: Address
    method: str
    things: Things

    @property
    def path(self) -> str:
        return reverse(self.address.name, kwargs=self.things.arguments(self.address.name, list(self.address.arguments)))

    def ask(self, client: Client) -> Answer:
        """Return the answer, with everything that the request wrote taken back."""
        visitor, written = Client(), list[str]()
        visitor.cookies.load(client.cookies.output(header="", sep=";"))
        body = self.things.body(self.address.name) if self.method == "POST" else ""
        with transaction.atomic(), connection.execute_wrapper(_noting(written)):
            answer = visitor.generic(self.method, self.path, body, content_type="application/x-www-form-urlencoded")
            content = b"".join(answer) if answer.streaming else answer.content
            transaction.set_rollback(True)
        return Answer(answer.status_code, content.decode("utf-8", "replace"), written)


def _noting(written: list[str]) -> Callable[..., Any]:
    """Return what notes the writes to other tables than those of the audit and the sessions."""

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        found = WRITE.match(sql)
        if found and found[1] not in AUDIT_TABLES and not found[1].startswith("django_session"):
            written.append(sql)
        return execute(sql, params, many, context)

    return note


def _rows(part: str, visitors: dict[str, Client], things: Things) -> Iterator[Row]:
    for address in ADDRESSES:
        for method in METHODS if address.part == part else ():
            for who, client in visitors.items():
                if who.startswith(FOREIGN) and not address.arguments:
                    continue
                question = Question(address, method, things)
                with _disabled(who):
                    answer = question.ask(client)
                _judge(question, who, answer, client)
                yield {"address": address.name, "method": method, "role": who, "status": str(answer.status)}


def _judge(question: Question, who: str, answer: Answer, client: Client) -> None:
    """A look writes nothing; to somebody of another committee a thing of ours is one that does not exist."""
    address, method = question.address, question.method
    if method == "GET":
        assert not answer.written, (address.name, who)
    if who.startswith(FOREIGN) and address.name not in OWN_LINK:
        nothing = Question(address, method, NOTHING)
        none = nothing.ask(client)
        assert answer.status == none.status, (address.name, method, who)
        assert answer.status in {403, 404, 405}, (address.name, method, who)
        assert _without_tokens(answer.body, question.path) == _without_tokens(none.body, nothing.path), (address, who)


def _without_tokens(body: str, path: str) -> str:
    """Return a page without what differs each time it is made: the form's token, and its own address."""
    lines = body.replace(path, "").splitlines()
    return "\n".join(line for line in lines if "csrf" not in line.lower())


@contextmanager
def _disabled(who: str) -> Iterator[None]:
    """Let the account of the row ``disabled`` be switched off while it asks."""
    account = User.objects.filter(username="specialist" if who == "disabled" else "")
    account.update(is_active=False)
    yield
    account.update(is_active=True)


def _table() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _keep(part: str, rows: list[Row]) -> None:
    names = {one.name for one in ADDRESSES if one.part == part}
    known = {one.name for one in ADDRESSES}
    others = [row for row in _table() if row["address"] in known - names] if TABLE.exists() else []
    order = {one.name: place for place, one in enumerate(ADDRESSES)}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["address", "method", "role", "status"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted([*others, *rows], key=lambda row: order[row["address"]]))


@pytest.mark.parametrize("part", PARTS)
def test_everybody_gets_the_answer_of_the_table(part: str, visitors: dict[str, Client], things: Things) -> None:
    rows = list(_rows(part, visitors, things))
    if WRITE_TABLE:
        _keep(part, rows)
    names = {one.name for one in ADDRESSES if one.part == part}
    expected = [row for row in _table() if row["address"] in names]
    assert [_line(row) for row in rows] == [_line(row) for row in expected]


def _line(row: Row) -> str:
    return " ".join(row.values())


@pytest.fixture(scope="module")
def theirs(stranger: Office, things: Things) -> Things:
    """The other committee's own things."""
    return make_things(stranger)


@pytest.mark.parametrize("name", ["review-merge", "review-accept-shown", "review-reject-shown", "task-bulk"])
def test_a_foreign_id_among_those_chosen_is_answered_as_an_unknown_one(
    name: str, things: Things, theirs: Things, visitors: dict[str, Client]
) -> None:
    client = visitors[FOREIGN + "specialist"]
    for ids in (things.ids, {"directive_id": 987, "next_directive_id": 988, "task": 989}):
        body = "verb=withdraw&task={task}&chosen={directive_id}:1&chosen={next_directive_id}:1".format_map(ids)
        path = reverse(name, kwargs={} if name == "task-bulk" else {"document_id": theirs.ids["document_id"]})
        answer = client.generic("POST", path, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 404


def test_every_address_has_its_rows() -> None:
    wanted = {(one.name, method) for one in ADDRESSES for method in METHODS}
    assert {(row["address"], row["method"]) for row in _table()} == wanted


def test_who_has_not_signed_in_gets_nothing() -> None:
    free = PUBLIC | OWN_LINK
    rows = [row for row in _table() if row["role"] in {"anonymous", "disabled"} and row["address"] not in free]
    assert [_line(row) for row in rows if row["status"] not in {"302", "405"}] == []


def test_nobody_of_another_committee_gets_anything() -> None:
    rows = [row for row in _table() if row["role"].startswith(FOREIGN) and row["address"] not in OWN_LINK]
    assert [_line(row) for row in rows if row["status"] not in {"403", "404", "405"}] == []


def test_the_superior_and_the_inspection_commission_write_nothing() -> None:
    rows = [row for row in _table() if row["role"] in {"superior", "inspector"} and row["method"] == "POST"]
    rows = [
        row
        for row in rows
        if row["address"] not in OWN_ACCOUNT | OWN_LINK | {"filter-save", "filter-share", "filter-close"}
    ]
    assert [_line(row) for row in rows if row["status"] not in {"403", "404", "405"}] == []
