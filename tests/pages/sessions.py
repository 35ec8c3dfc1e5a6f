"""Signs everybody of the demo in, as a program on a data folder: ``python -m pages.sessions`` prints their sessions."""

from __future__ import annotations

import json
import sys

import django


def main() -> None:
    """Read a JSON object of passwords by username; print one of session keys by username."""
    django.setup()
    print(json.dumps({name: _session(name, password) for name, password in json.load(sys.stdin).items()}))


def _session(username: str, password: str) -> str:
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    answer = client.post("/dang-nhap/", {"username": username, "password": password})
    if answer.status_code != 302:
        raise RuntimeError(f"{username}: {answer.status_code}")
    return client.cookies["sessionid"].value


if __name__ == "__main__":
    main()
