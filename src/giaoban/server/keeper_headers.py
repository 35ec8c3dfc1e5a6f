"""The headers of the one service worker: by which it may serve pages outside of its own folder, and ask us alone."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

#: The script by which a meeting's page keeps its last copy, with or without the hash in its name.
_KEEPER = re.compile(r"/giaoban/js/page_keeper(\.[0-9a-f]+)?\.js$")


def add_headers(headers: MutableMapping[str, str], path: str, address: str) -> None:
    """Add what the browser asks of a service worker to its file's headers; called for every static file once."""
    if _KEEPER.search(address):
        headers["Service-Worker-Allowed"] = "/"
        headers["Content-Security-Policy"] = "default-src 'none'; connect-src 'self'"
