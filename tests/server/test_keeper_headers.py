"""The headers of static files: only the service worker may serve pages, and it may ask our server alone."""

from __future__ import annotations

import pytest

from giaoban.server.keeper_headers import add_headers


@pytest.mark.parametrize("name", ["page_keeper.js", "page_keeper.0123456789ab.js"])
def test_the_service_worker_may_serve_pages_and_ask_us_alone(name: str) -> None:
    headers: dict[str, str] = {}
    add_headers(headers, "", f"/static/giaoban/js/{name}")
    assert headers == {
        "Service-Worker-Allowed": "/",
        "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
    }


@pytest.mark.parametrize("name", ["js/presenter.js", "js/page_keeper.js.gz", "css/page_keeper.css"])
def test_no_other_file_may(name: str) -> None:
    headers: dict[str, str] = {}
    add_headers(headers, "", f"/static/giaoban/{name}")
    assert headers == {}
