"""What a page test also sees: faults in the console, broken answers, requests that leave the server."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

#: Chromium repeats in the console every answer of 4xx; the answers themselves are watched, so this is no news.
REPEATED = "Failed to load resource: the server responded with a status of 4"
#: What a person asks for may well be answered by a page that says no; a style, a font or a script may not.
ASKED_FOR = {"document", "xhr", "fetch"}


class Watch:
    """Everything that went wrong in a browser context, in words."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        self._host = urlsplit(address).netloc
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.on("request", self._follow)
        context.on("response", self._judge)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(REPEATED):
            self.faults.append(f"console: {message.text}")

    def _catch(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _follow(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != self._host:
            self.faults.append(f"request to another host: {request.url}")

    def _judge(self, response: Response) -> None:
        is_no = response.status >= 400 and response.request.resource_type not in ASKED_FOR
        if response.status >= 500 or is_no:
            self.faults.append(f"{response.status}: {response.url}")
