"""The machine's own Chromium, and how it is started."""

from __future__ import annotations

import shutil

#: Chromium asks nobody for anything by itself; as root it starts only without its sandbox.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """Return where Chromium is installed; None where it is not."""
    return shutil.which("chromium") or shutil.which("chromium-browser")
